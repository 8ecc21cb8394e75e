package dev.periodical.media.frontier;

import dev.periodical.http.Cursor;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads the frontier: every picture that was ever planned, and everything that was tried for it. */
@ApplicationScoped
public class PictureLedger {

    /**
     * Pictures, the latest planned first.
     *
     * @param state only those in this state, null for all
     * @param after the place to go on from, null for the beginning
     * @param count how many at most
     */
    @WithSession
    public Uni<List<PictureView>> list(PictureState state, Cursor after, int count) {
        StringBuilder where = new StringBuilder("1 = 1");
        Map<String, Object> parameters = new HashMap<>();
        if (state != null) {
            where.append(" and state = :state");
            parameters.put("state", state.code());
        }
        if (after != null) {
            where.append(" and (plannedAt < :time or plannedAt = :time and ref < :ref)");
            parameters.put("time", after.time());
            parameters.put("ref", after.name());
        }
        return PictureRow.<PictureRow>find(where + " order by plannedAt desc, ref desc", parameters)
                .range(0, count - 1)
                .list()
                .map(rows -> rows.stream().map(row -> PictureView.of(row, null)).toList());
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
