package dev.periodical.media.frontier;

import dev.periodical.database.DatabaseWork;
import dev.periodical.events.FailureReason;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;

/** Reads how the hosts do: what waits, rests, fails, and why. */
@ApplicationScoped
public class HostLedger {

    private static final String PAGE = """
            select name,
                (select count(*) from (select 1 from picture where picture.host = page.name and state = 'waiting'
                    limit 10000) as few),
                (select count(*) from (select 1 from picture where picture.host = page.name
                    and state in ('failed', 'refused') limit 10000) as few),
                case when due_at < 'infinity' then due_at end, case when rested_until > now() then rested_until end,
                case when lease_owner is not null and leased_until > now() then leased_until end,
                failures, failing_since, slow, reason, detail, failed_at
            from (select * from host where (cast(:after as text) is null or name > :after) and %s order by name limit :count) as page order by name
            """;

    private final DatabaseWork database;

    HostLedger(DatabaseWork database) {
        this.database = database;
    }

    /** Which hosts are meant. */
    public enum Condition {
        /** Pictures of it wait. */
        WAITING("due_at < 'infinity'"),
        /** Nothing is asked of it for now. */
        RESTING("rested_until > now()"),
        /** It gave no answer the last time. */
        FAILING("failures > 0");

        private final String sql;

        Condition(String sql) {
            this.sql = sql;
        }
    }

    /**
     * Hosts in the order of their names.
     *
     * @param condition only those, null for all
     * @param reason only those whose last failure was this, null for all
     * @param after the name to go on from, exclusive; null for the beginning
     * @param count how many at most
     */
    public Uni<List<HostView>> list(Condition condition, FailureReason reason, String after, int count) {
        String where = (condition == null ? "true" : condition.sql) + (reason == null ? "" : " and reason = :reason");
        return database.transaction(session -> {
            var query = session.createNativeQuery(PAGE.formatted(where), Object[].class)
                    .setParameter("after", after)
                    .setParameter("count", count);
            if (reason != null) {
                query.setParameter("reason", reason.code());
            }
            return query.getResultList()
                    .map(rows -> rows.stream().map(HostLedger::view).toList());
        });
    }

    private static HostView view(Object[] row) {
        return new HostView(
                (String) row[0],
                ((Number) row[1]).longValue(),
                ((Number) row[2]).longValue(),
                at(row[3]),
                at(row[4]),
                at(row[5]),
                (Integer) row[6],
                at(row[7]),
                (Boolean) row[8],
                (String) row[9],
                (String) row[10],
                at(row[11]));
    }

    private static Instant at(Object time) {
        return time == null ? null : ((OffsetDateTime) time).toInstant();
    }
}
