package dev.periodical.content.article;

import dev.periodical.events.Article;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * What articles said before. The history of an article that was withdrawn begins anew with the post that brought it back, and a
 * revision that was a draft stays for token holders when the article no longer is one.
 */
@ApplicationScoped
public class Revisions {

    private static final int MOST = 1_000;

    private record Row(String revision, long firstSeen, long lastSeen, boolean current) {}

    /** @return the latest first, at most a thousand; empty where there is no such article for this caller */
    public Uni<List<KeptRevision>> of(UUID id, boolean restricted) {
        String sql = "select cast(json_build_object('revision', revision.revision, 'firstSeen', "
                + ListedRow.micros("revision.first_seen") + ", 'lastSeen', " + ListedRow.micros("revision.last_seen")
                + ", 'current', revision.revision = article.revision) as text)" + from(restricted)
                + " order by revision.first_seen desc, revision.revision limit " + MOST;
        return Panache.withSession(() -> Panache.getSession()
                        .chain(session -> session.createNativeQuery(sql, String.class)
                                .setParameter("id", id)
                                .getResultList()))
                .map(rows -> rows.stream()
                        .map(row -> ArticleLists.read(row, Row.class))
                        .map(row -> new KeptRevision(
                                row.revision(), instant(row.firstSeen()), instant(row.lastSeen()), row.current()))
                        .toList());
    }

    /** What the article said in these two, in this order; null for one that there is not for this caller. On the worker pool. */
    public Uni<Pair> pair(UUID id, String from, String to, boolean restricted) {
        return Panache.withSession(() -> Panache.getSession()
                        .chain(session -> payload(session, id, from, restricted)
                                .chain(old ->
                                        payload(session, id, to, restricted).map(now -> new String[] {old, now}))))
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(payloads -> new Pair(article(payloads[0]), article(payloads[1])));
    }

    /** Two revisions of one article, either null. */
    public record Pair(Article from, Article to) {}

    private static Uni<String> payload(Mutiny.Session session, UUID id, String revision, boolean restricted) {
        String sql = "select revision.payload" + from(restricted) + " and revision.revision = :revision";
        return session.createNativeQuery(sql, String.class)
                .setParameter("id", id)
                .setParameter("revision", revision)
                .getSingleResultOrNull();
    }

    private static Article article(String payload) {
        return payload == null ? null : ArticleLists.read(payload, Article.class);
    }

    private static String from(boolean restricted) {
        return " from article join revision on revision.article_id = article.id where article.id = :id and "
                + Selection.visible("article", restricted) + " and " + visible(restricted);
    }

    /** Of {@code revision} joined to {@code article}. Rows from before V2 say it in their payload only. */
    static String visible(boolean restricted) {
        return "(article.withdrawn_at is null or revision.last_seen > article.withdrawn_at)"
                + (restricted
                        ? ""
                        : " and coalesce(revision.visibility, cast(revision.payload as json) ->> 'visibility') = 'public'");
    }

    private static Instant instant(long micros) {
        return ListedRow.instant(micros);
    }
}
