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

    /** By the source alone, {@code state || ''}: an index that begins with the state looks cheap, and reads all of that state. */
    private static final String OLDER = """
            select mine.ref, twin.media_id, twin.content_type, twin.size, twin.width, twin.height, twin.blur_hash,
                twin.origin, twin.seconds
            from picture as mine cross join lateral (
                (select media_id, content_type, size, width, height, blur_hash, origin, cast(0 as float8) as seconds
                 from picture where source = mine.source and state || '' = 'stored' limit 1)
                union all
                (select null, null, null, null, null, null, null, cast(extract(epoch from greatest(other.due_at, (
                     select ready_at from host where name = other.host and rested_until > now())) - now()) as float8)
                 from picture as other
                 where source = mine.source and state || '' = 'waiting' and round = 0 and kept_state is null
                     and (planned_at, ref) < (mine.planned_at, mine.ref)
                 order by planned_at, ref limit 1)
                limit 1) as twin
            where mine.ref = any(cast(:refs as bpchar[])) and mine.source is not null and mine.round = 0
                and mine.kept_state is null
            """;

    private static final Duration SOON = Duration.ofSeconds(1);

    private Twins() {}

    /** The older twins of pictures that were just claimed, by ref. */
    static Uni<Map<String, Twin>> of(Mutiny.StatelessSession session, List<PictureRow> rows) {
        Map<String, PictureRow> mine = rows.stream().collect(Collectors.toMap(row -> row.ref, Function.identity()));
        if (mine.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        return session.createNativeQuery(OLDER, Object[].class)
                .setParameter("refs", mine.keySet().toArray(String[]::new))
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
