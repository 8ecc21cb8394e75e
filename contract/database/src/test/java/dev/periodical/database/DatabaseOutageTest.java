package dev.periodical.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.VertxException;
import io.vertx.core.http.ConnectionPoolTooBusyException;
import io.vertx.core.impl.NoStackTraceThrowable;
import io.vertx.pgclient.PgException;
import java.io.IOException;
import java.net.ConnectException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.hibernate.HibernateException;
import org.hibernate.exception.ConstraintViolationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseOutageTest {

    static Stream<Throwable> away() {
        return Stream.of(
                new ConnectException("refused"),
                new IOException("reset"),
                new TimeoutException("no connection in time"),
                new VertxException("Connection was closed"),
                new ConnectionPoolTooBusyException("no connection left"),
                new NoStackTraceThrowable("Timeout"),
                new CompletionException(new HibernateException("wrapped", new ConnectException("refused"))));
    }

    static Stream<Throwable> refusing() {
        return Stream.of(
                new IllegalArgumentException("a fault of ours"),
                new NullPointerException(),
                new HibernateException("no such column"),
                new ConstraintViolationException("twice", null, "article_pkey"));
    }

    /**
     * SQLSTATEs of PostgreSQL, appendix A: down, deadlock, serialization, disk full, lock, shutdown, I/O; read-only after a
     * failover, password rotated, database or right or table not there yet, a fault of the server.
     */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "08006", "40001", "40P01", "53100", "53300", "55P03", "57P01", "57P03", "58030", "25006", "28P01",
                "3D000", "42501", "42P01", "XX000"
            })
    void stateThatPasses_isAnOutage(String state) {
        assertThat(DatabaseOutage.passes(sql(state))).isTrue();
        assertThat(DatabaseOutage.passes(new HibernateException("wrapped", sql(state))))
                .isTrue();
    }

    /** Data, constraints, limits: what the record itself brings about. */
    @ParameterizedTest
    @ValueSource(strings = {"22001", "22021", "22P05", "23505", "23502", "54000"})
    void stateThatStays_isARefusal(String state) {
        assertThat(DatabaseOutage.passes(sql(state))).isFalse();
        assertThat(DatabaseOutage.passes(new HibernateException("wrapped", sql(state))))
                .isFalse();
    }

    @ParameterizedTest
    @MethodSource("away")
    void connectionThatFails_isAnOutage(Throwable failure) {
        assertThat(DatabaseOutage.passes(failure)).isTrue();
    }

    @ParameterizedTest
    @MethodSource("refusing")
    void whateverElse_isNone(Throwable failure) {
        assertThat(DatabaseOutage.passes(failure)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0"})
    void stateThatIsNone_isNoRefusalOfTheRecord(String state) {
        assertThat(DatabaseOutage.passes(sql(state))).isTrue();
    }

    @Test
    void stateThatIsMissing_isARefusal() {
        assertThat(DatabaseOutage.passes(sql(null))).isFalse();
    }

    @Test
    void causesInACircle_comeToAnEnd() {
        HibernateException outer = new HibernateException("outer");
        HibernateException inner = new HibernateException("inner", outer);
        outer.initCause(inner);
        assertThat(DatabaseOutage.passes(outer)).isFalse();
    }

    private static PgException sql(String state) {
        return new PgException("refused", "ERROR", state, "");
    }
}
