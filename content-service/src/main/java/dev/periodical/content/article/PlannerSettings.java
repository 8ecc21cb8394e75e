package dev.periodical.content.article;

import io.smallrye.mutiny.Uni;
import java.util.Map;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;

/** PostgreSQL's settings for the rest of a transaction: where its own choice of a plan is known to be the wrong one. */
final class PlannerSettings {

    private final String statement;

    /** @param values by name; both stand in the statement's text */
    PlannerSettings(Map<String, String> values) {
        this.statement = values.entrySet().stream()
                .map(value -> "set_config('" + value.getKey() + "', '" + value.getValue() + "', true)")
                .collect(Collectors.joining(", ", "select cast(concat(", ") as text)"));
    }

    Uni<Void> hold(Mutiny.Session session) {
        return session.createNativeQuery(statement, String.class)
                .getSingleResult()
                .replaceWithVoid();
    }
}
