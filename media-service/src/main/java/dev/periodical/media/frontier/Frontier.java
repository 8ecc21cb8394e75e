package dev.periodical.media.frontier;

import dev.periodical.database.DatabaseWork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Gives out work, host by host. A host is leased to one worker at a time, in whatever replica, so what the worker does not do
 * nobody does to that host; the lease of a dead worker runs out by itself. Hosts that others hold are passed over ({@code for
 * update skip locked}), and slow ones have a share of their own, so they delay nobody else.
 */
@ApplicationScoped
public class Frontier {

    private static final String LEASE_HOSTS = """
            with quick as (
                select name, ready_at from host where not slow and ready_at <= now()
                order by ready_at limit :hosts for update skip locked),
            slow as (
                select name, ready_at from host where slow and ready_at <= now()
                order by ready_at limit :slow for update skip locked),
            ready as (
                select name from (select * from quick union all select * from slow) as either
                order by ready_at limit :hosts)
            update host set lease_owner = :worker, leased_until = now() + make_interval(secs => :seconds)
            from ready where host.name = ready.name
            returning host.name, host.failures, cast(extract(epoch from now() - host.failing_since) as float8), host.slow
            """;

    private static final String DUE_PICTURES = """
            select picture.* from unnest(cast(:names as text[])) as leased (name)
            cross join lateral (
                select * from picture where host = leased.name and state = 'waiting' and due_at <= now()
                order by due_at limit :each) as picture
            """;

    private static final String OVERDUE = """
            select * from picture where host = :host and state = 'waiting' and due_at <= now()
                and (due_at, ref) > (cast(:due as timestamptz), :ref)
            order by due_at, ref limit :count
            """;

    private static final String RENEW = """
            update host set leased_until = now() + make_interval(secs => :seconds)
            where lease_owner = :worker and name = any(cast(:names as text[]))
            returning name
            """;

    private static final String REPORT = """
            update host set failures = :failures, slow = :slow,
                failing_since = case when :failures > 0 then coalesce(failing_since, now()) end,
                rested_until = greatest(rested_until, now() + make_interval(secs => :rest)),
                reason = coalesce(cast(:reason as text), reason),
                detail = case when cast(:reason as text) is null then detail else cast(:detail as text) end,
                failed_at = case when cast(:reason as text) is null then failed_at else now() end
            where name = :name and lease_owner = :worker
            """;

    /** Before {@link #RELEASE}, so that it sees what a plan that held the row has added. */
    private static final String LOCK = "select name from host where name = :name for update";

    private static final String RELEASE = """
            update host set lease_owner = null, leased_until = now() + make_interval(secs => :seconds),
                due_at = coalesce((select min(picture.due_at) from picture
                                   where picture.host = host.name and picture.state = 'waiting'), 'infinity')
            where name = :name and lease_owner = :worker
            """;

    private final DatabaseWork database;

    Frontier(DatabaseWork database) {
        this.database = database;
    }

    /**
     * Leases hosts that are due and hands over their pictures that are.
     *
     * @param worker who claims
     * @param hosts how many hosts at most
     * @param slow how many of them at most may be hosts that are slow to answer
     * @param each how many pictures of each at most
     * @param lease how long the hosts are the worker's unless renewed
     */
    public Uni<List<HostClaim>> claim(String worker, int hosts, int slow, int each, Duration lease) {
        return database.transaction(session -> session.createNativeQuery(LEASE_HOSTS, Object[].class)
                .setParameter("hosts", hosts)
                .setParameter("slow", slow)
                .setParameter("worker", worker)
                .setParameter("seconds", seconds(lease))
                .getResultList()
                .chain(leased -> leased.isEmpty() ? Uni.createFrom().item(List.of()) : due(session, leased, each)));
    }

    private static Uni<List<HostClaim>> due(Mutiny.StatelessSession session, List<Object[]> leased, int each) {
        return session.createNativeQuery(DUE_PICTURES, PictureRow.class)
                .setParameter(
                        "names", leased.stream().map(host -> (String) host[0]).toArray(String[]::new))
                .setParameter("each", each)
                .getResultList()
                .chain(rows -> Twins.of(session, rows)
                        .map(twins -> rows.stream()
                                .map(row -> ClaimedPicture.of(row, twins.get(row.ref)))
                                .collect(Collectors.groupingBy(ClaimedPicture::host))))
                .map(pictures -> leased.stream()
                        .map(host -> claim(host, pictures.getOrDefault((String) host[0], List.of())))
                        .toList());
    }

    private static HostClaim claim(Object[] host, List<ClaimedPicture> pictures) {
        double failing = host[2] == null ? 0 : ((Number) host[2]).doubleValue();
        return new HostClaim(
                (String) host[0], (Integer) host[1], Duration.ofSeconds((long) failing), (Boolean) host[3], pictures);
    }

    /**
     * Pictures of a leased host that are due, a page in the order in which they became so.
     *
     * @param after the last one of the page before, null for the beginning
     */
    public Uni<List<ClaimedPicture>> overdue(String host, ClaimedPicture after, int count) {
        return database.transaction(session -> session.createNativeQuery(OVERDUE, PictureRow.class)
                .setParameter("host", host)
                .setParameter("due", after == null ? Instant.EPOCH : after.dueAt())
                .setParameter("ref", after == null ? "" : after.ref())
                .setParameter("count", count)
                .getResultList()
                .map(rows ->
                        rows.stream().map(row -> ClaimedPicture.of(row, null)).toList()));
    }

    /**
     * Keeps leases that would run out while their work goes on.
     *
     * @return the hosts that are still the worker's
     */
    public Uni<List<String>> renew(String worker, Collection<String> hosts, Duration lease) {
        if (hosts.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        return database.transaction(session -> session.createNativeQuery(RENEW, String.class)
                .setParameter("worker", worker)
                .setParameter("names", hosts.toArray(String[]::new))
                .setParameter("seconds", seconds(lease))
                .getResultList());
    }

    /**
     * Gives a host back.
     *
     * @param spacing how long it is left alone now
     */
    public Uni<Void> release(String worker, String host, Duration spacing) {
        return release(worker, host, spacing, null);
    }

    /**
     * The same, with what there is to say of the host.
     *
     * @param report null where nothing has changed
     */
    public Uni<Void> release(String worker, String host, Duration spacing, HostReport report) {
        return database.transaction(session -> session.createNativeQuery(LOCK, String.class)
                .setParameter("name", host)
                .getResultList()
                .chain(() -> report(session, worker, host, report))
                .chain(() -> session.createNativeQuery(RELEASE)
                        .setParameter("worker", worker)
                        .setParameter("name", host)
                        .setParameter("seconds", seconds(spacing))
                        .executeUpdate())
                .replaceWithVoid());
    }

    private static Uni<Integer> report(Mutiny.StatelessSession session, String worker, String host, HostReport report) {
        if (report == null) {
            return Uni.createFrom().item(0);
        }
        return session.createNativeQuery(REPORT)
                .setParameter("worker", worker)
                .setParameter("name", host)
                .setParameter("failures", report.failures())
                .setParameter("slow", report.slow())
                .setParameter("rest", seconds(report.rest()))
                .setParameter(
                        "reason",
                        report.reason() == null ? null : report.reason().code())
                .setParameter("detail", report.detail())
                .executeUpdate();
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }
}
