package dev.periodical.media.frontier;

import dev.periodical.events.MediaStored;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Finds pictures of one origin: behind two proxies, or written in two ways. The oldest is fetched, the others wait for it
 * while it is in its first round, and take its bytes. One that was kept and is asked for again asks for itself.
 */
final class Twins {

    /**
     * One look for each, by the source alone, {@code state || ''}: an index that begins with the state looks cheap, and reads
     * all of that state.
     */
    private static final String OLDER = """
            select cast(mine.ref as text), twin.media_id, twin.content_type, twin.size, twin.width, twin.height,
                twin.blur_hash, twin.origin, case when twin.media_id is null then
                    cast(extract(epoch from greatest(twin.due_at, (
                        select ready_at from host where name = twin.host and rested_until > now())) - now()) as float8) end
            from unnest(cast(:refs as bpchar[]), cast(:sources as bpchar[]), cast(cast(:planned as text[]) as timestamptz[]))
                as mine (ref, source, planned_at)
            cross join lateral (
                select case when state = 'stored' then media_id end as media_id, content_type, size, width, height,
                    blur_hash, origin, due_at, host
                from picture
                where source = mine.source and (state || '' = 'stored' or state || '' = 'waiting' and round = 0
                    and kept_state is null and (planned_at, ref) < (mine.planned_at, mine.ref))
                order by state = 'stored' desc, planned_at, ref limit 1) as twin
            """;

    private static final Duration SOON = Duration.ofSeconds(1);

    private Twins() {}

    /** The older twins of pictures that were just claimed, by ref. */
    static Uni<Map<String, Twin>> of(Mutiny.StatelessSession session, List<PictureRow> rows) {
        Map<String, PictureRow> mine = rows.stream()
                .filter(row -> row.source != null && row.round == 0 && row.keptState == null)
                .collect(Collectors.toMap(row -> row.ref, Function.identity()));
        if (mine.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        List<PictureRow> asking = List.copyOf(mine.values());
        return session.createNativeQuery(OLDER, Object[].class)
                .setParameter("refs", asking.stream().map(row -> row.ref).toArray(String[]::new))
                .setParameter("sources", asking.stream().map(row -> row.source).toArray(String[]::new))
                .setParameter(
                        "planned",
                        asking.stream().map(row -> row.plannedAt.toString()).toArray(String[]::new))
                .getResultList()
                .map(found -> found.stream()
                        .collect(Collectors.toMap(
                                row -> (String) row[0], row -> twin(mine.get((String) row[0]), row))));
    }

    private static Twin twin(PictureRow mine, Object[] row) {
        if (row[1] == null) {
            long millis = Math.round(((Number) row[8]).doubleValue() * 1000);
            return new Twin.Awaited(Duration.ofMillis(Math.max(SOON.toMillis(), millis)));
        }
        return new Twin.Kept(new MediaStored(
                mine.ref,
                mine.url,
                (String) row[7],
                (String) row[1],
                (String) row[2],
                ((Number) row[3]).longValue(),
                (Integer) row[4],
                (Integer) row[5],
                (String) row[6],
                null));
    }
}
