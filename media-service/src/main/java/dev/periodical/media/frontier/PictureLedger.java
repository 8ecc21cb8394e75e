package dev.periodical.media.frontier;

import dev.periodical.database.DatabaseWork;
import dev.periodical.http.Cursor;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;

/** Reads the frontier: every picture that was ever planned, and everything that was tried for it. */
@ApplicationScoped
public class PictureLedger {

    /** Addresses that hold the bytes themselves are cut here, for a page of them would fill the memory. */
    private static final String PAGE = """
            select ref, case when url ilike 'data:%%' and length(url) > 200 then left(url, 200) || '…' else url end as url,
                cast('{}' as text[]) as alternatives, page, traceparent, state, host, home, source, rung, round, may_heal,
                due_at, planned_at, tried_at, kept_state, kept_origin, kept_reason, settled_at, media_id, content_type,
                size, width, height, blur_hash, origin, reason, detail
            from picture where %s order by planned_at desc, ref desc limit :count
            """;

    private static final String BEFORE = " and (planned_at, ref) < (cast(:time as timestamptz), :ref)";

    private final DatabaseWork database;

    PictureLedger(DatabaseWork database) {
        this.database = database;
    }

    /**
     * Pictures, the latest planned first; of an address that holds the bytes itself, its beginning.
     *
     * @param filter only those
     * @param after the place to go on from, null for the beginning
     * @param count how many at most
     */
    public Uni<List<PictureView>> list(PictureFilter filter, Cursor after, int count) {
        String where = filter.sql() + (after == null ? "" : BEFORE);
        return database.transaction(session -> {
            var query = session.createNativeQuery(PAGE.formatted(where), PictureRow.class)
                    .setParameter("count", count);
            for (Map.Entry<String, Object> parameter : filter.parameters().entrySet()) {
                query.setParameter(parameter.getKey(), parameter.getValue());
            }
            if (after != null) {
                query.setParameter("time", after.time()).setParameter("ref", after.name());
            }
            return query.getResultList()
                    .map(rows ->
                            rows.stream().map(row -> PictureView.of(row, null)).toList());
        });
    }

    /** One picture with every attempt; null where it was never planned. */
    @WithSession
    public Uni<PictureView> find(String ref) {
        return PictureRow.<PictureRow>findById(ref)
                .chain(row -> row == null
                        ? Uni.createFrom().nullItem()
                        : AttemptRow.<AttemptRow>list("ref = ?1 order by id", ref)
                                .map(attempts -> PictureView.of(row, attempts)));
    }
}
