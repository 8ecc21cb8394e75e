package dev.periodical.media.frontier;

import dev.periodical.database.DatabaseWork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Gives out work, host by host. A host is leased to one worker at a time, in whatever replica, so what the worker does not do
 * nobody does to that host; the lease of a dead worker runs out by itself. Hosts that others hold are passed over ({@code for
 * update skip locked}), so a slow one delays nobody.
 */
@ApplicationScoped
public class Frontier {

    private static final String LEASE_HOSTS = """
            with ready as (
                select name from host where ready_at <= now() order by ready_at limit :hosts for update skip locked)
            update host set lease_owner = :worker, leased_until = now() + make_interval(secs => :seconds)
            from ready where host.name = ready.name
            returning host.name
            """;

    private static final String DUE_PICTURES = """
            select picture.* from unnest(cast(:names as text[])) as leased (name)
            cross join lateral (
                select * from picture where host = leased.name and state = 'waiting' and due_at <= now()
                order by due_at limit :each) as picture
            """;

    private static final String RENEW = """
            update host set leased_until = now() + make_interval(secs => :seconds)
            where lease_owner = :worker and name = any(cast(:names as text[]))
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
     * @param each how many pictures of each at most
     * @param lease how long the hosts are the worker's unless renewed
     */
    public Uni<List<HostClaim>> claim(String worker, int hosts, int each, Duration lease) {
        return database.transaction(session -> session.createNativeQuery(LEASE_HOSTS, String.class)
                .setParameter("hosts", hosts)
                .setParameter("worker", worker)
                .setParameter("seconds", seconds(lease))
                .getResultList()
                .chain(names -> names.isEmpty() ? Uni.createFrom().item(List.of()) : due(session, names, each)));
    }

    private static Uni<List<HostClaim>> due(Mutiny.StatelessSession session, List<String> names, int each) {
        return session.createNativeQuery(DUE_PICTURES, PictureRow.class)
                .setParameter("names", names.toArray(String[]::new))
                .setParameter("each", each)
                .getResultList()
                .map(rows -> names.stream()
                        .map(name -> new HostClaim(
                                name,
                                rows.stream()
                                        .filter(row -> row.host.equals(name))
                                        .map(ClaimedPicture::of)
                                        .toList()))
                        .toList());
    }

    /** Keeps leases that would run out while their work goes on. */
    public Uni<Void> renew(String worker, Collection<String> hosts, Duration lease) {
        if (hosts.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return database.transaction(session -> session.createNativeQuery(RENEW)
                .setParameter("worker", worker)
                .setParameter("names", hosts.toArray(String[]::new))
                .setParameter("seconds", seconds(lease))
                .executeUpdate()
                .replaceWithVoid());
    }

    /**
     * Gives a host back.
     *
     * @param spacing how long it is left alone now
     */
    public Uni<Void> release(String worker, String host, Duration spacing) {
        return database.transaction(session -> session.createNativeQuery(LOCK, String.class)
                .setParameter("name", host)
                .getResultList()
                .chain(() -> session.createNativeQuery(RELEASE)
                        .setParameter("worker", worker)
                        .setParameter("name", host)
                        .setParameter("seconds", seconds(spacing))
                        .executeUpdate())
                .replaceWithVoid());
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }
}
