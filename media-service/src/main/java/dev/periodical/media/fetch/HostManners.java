package dev.periodical.media.fetch;

import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** How a host is to be treated. The seam for rules of single hosts: a bean of this type replaces the default. */
interface HostManners {

    /**
     * Manners towards one host.
     *
     * @param atOnce how many of its pictures are fetched at once
     * @param spacing from the begin of one request to the begin of the next
     */
    record Manners(int atOnce, Duration spacing) {}

    Manners towards(String host);

    /** The same manners towards everybody, as configured. */
    @DefaultBean
    @ApplicationScoped
    class Everybody implements HostManners {

        private final FetchConfig config;

        Everybody(FetchConfig config) {
            this.config = config;
        }

        @Override
        public Manners towards(String host) {
            return new Manners(config.perHost(), config.hostSpacing());
        }
    }
}
