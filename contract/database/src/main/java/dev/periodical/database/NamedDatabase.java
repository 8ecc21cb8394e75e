package dev.periodical.database;

import io.quarkus.flyway.FlywayConfigurationCustomizer;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/**
 * Has the wait for a database at start say which database it waits for. The driver's message names the address when it is
 * refused, not when there is no route to it, and whoever is paged reads one line.
 */
@Singleton
class NamedDatabase implements FlywayConfigurationCustomizer {

    private final String url;

    NamedDatabase(@ConfigProperty(name = "periodical.database.url") String url) {
        this.url = url;
    }

    @Override
    public void customize(FluentConfiguration flyway) {
        flyway.dataSource(new NamedDataSource(url, flyway.getDataSource()));
    }
}
