package dev.periodical.backing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CoordinatesTest {

    private final Coordinates at = new Coordinates(
            "127.0.0.1:9092", "127.0.0.1", 5432, "me", "a\"b\\c", "http://127.0.0.1:9000", "k", "s", "b");

    @Test
    void json_comesBackAsItWas() {
        assertThat(Coordinates.fromJson(at.toJson())).isEqualTo(at);
    }

    @Test
    void databaseAddresses_differInThePrefixAlone() {
        assertThat(at.jdbcUrl("x")).isEqualTo("jdbc:postgresql://127.0.0.1:5432/x");
        assertThat(at.reactiveUrl("x")).isEqualTo("postgresql://127.0.0.1:5432/x");
    }
}
