package dev.periodical.media.frontier;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.periodical.database.JsonRows;
import dev.periodical.events.FailureReason;
import dev.periodical.events.MediaStored;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.hibernate.reactive.mutiny.Mutiny;

/** The statements that write down kept pictures and attempts, any number at once. */
final class StoredRows {

    private static final String STORED = """
            update picture set state = fact.state, settled_at = now(), media_id = fact.media_id,
                content_type = fact.content_type, size = fact.size, width = fact.width, height = fact.height,
                blur_hash = fact.blur_hash, origin = fact.origin, reason = fact.reason, detail = null,
                host = coalesce(home, host), kept_state = null, kept_origin = null, kept_reason = null
            from jsonb_to_recordset(cast(cast(:rows as text) as jsonb)) as fact
                (ref text, state text, media_id text, content_type text, size bigint, width integer, height integer,
                 blur_hash text, origin text, reason text)
            where picture.ref = cast(fact.ref as char(64))
            """;

    private static final String ATTEMPTS = """
            insert into attempt (ref, at, url, referer, address, status, reason, detail, bytes, millis)
            select * from jsonb_to_recordset(cast(cast(:rows as text) as jsonb)) as fact
                (ref text, at timestamptz, url text, referer text, address text, status integer, reason text,
                 detail text, bytes bigint, millis integer)
            """;

    /** A picture that is kept, with what was tried for it. */
    record Kept(MediaStored stored, List<Attempt> attempts) {}

    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record StoredFact(
            String ref,
            String state,
            String mediaId,
            String contentType,
            long size,
            Integer width,
            Integer height,
            String blurHash,
            String origin,
            String reason) {

        static StoredFact of(MediaStored stored) {
            PictureState state = stored.suspect() == null ? PictureState.STORED : PictureState.SUSPECT;
            return new StoredFact(
                    stored.ref(),
                    state.code(),
                    stored.mediaId(),
                    stored.contentType(),
                    stored.size(),
                    stored.width(),
                    stored.height(),
                    stored.blurHash(),
                    stored.origin(),
                    code(stored.suspect()));
        }
    }

    record AttemptFact(
            String ref,
            Instant at,
            String url,
            String referer,
            String address,
            Integer status,
            String reason,
            String detail,
            long bytes,
            int millis) {

        static AttemptFact of(String ref, Attempt attempt) {
            return new AttemptFact(
                    ref,
                    attempt.at(),
                    attempt.url(),
                    attempt.referer(),
                    attempt.address(),
                    attempt.status(),
                    code(attempt.reason()),
                    attempt.detail(),
                    attempt.bytes(),
                    attempt.millis());
        }
    }

    private StoredRows() {}

    /** In the order of the refs, which is that of all who lock many pictures. */
    static Uni<Void> write(Mutiny.StatelessSession session, List<Kept> kept) {
        JsonRows rows = JsonRows.of(kept.stream()
                .map(one -> StoredFact.of(one.stored()))
                .sorted(Comparator.comparing(StoredFact::ref))
                .toList());
        return rows.write(session, STORED)
                .chain(() -> attempts(
                        session,
                        kept.stream()
                                .flatMap(one -> facts(one.stored().ref(), one.attempts()))
                                .toList()));
    }

    static Uni<Void> attempts(Mutiny.StatelessSession session, String ref, List<Attempt> attempts) {
        return attempts(session, facts(ref, attempts).toList());
    }

    private static Uni<Void> attempts(Mutiny.StatelessSession session, List<AttemptFact> facts) {
        return JsonRows.of(facts).write(session, ATTEMPTS);
    }

    private static Stream<AttemptFact> facts(String ref, List<Attempt> attempts) {
        return attempts.stream().map(attempt -> AttemptFact.of(ref, attempt));
    }

    private static String code(FailureReason reason) {
        return reason == null ? null : reason.code();
    }
}
