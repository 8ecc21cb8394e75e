package dev.periodical.content.article;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.periodical.events.Article;
import dev.periodical.events.kafka.EventJson;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Reads articles whole. What was withdrawn is not there; what is restricted is there for those who may see it.
 */
@ApplicationScoped
public class ArticleLibrary {

    /**
     * One article, whole. It arrives on the worker pool: its text may be megabytes, and whoever shapes an answer from it has
     * work for a processor.
     *
     * @param restricted whether it may be a restricted one
     * @return null where there is none for this caller
     */
    public Uni<KeptArticle> find(UUID id, boolean restricted) {
        return Panache.withSession(() -> ArticleRow.<ArticleRow>findById(id)
                        .chain(row -> row == null || row.withdrawn || !(restricted || "public".equals(row.visibility))
                                ? Uni.createFrom().nullItem()
                                : rows(row)))
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(rows -> rows == null ? null : kept(rows));
    }

    private record Rows(ArticleRow article, RevisionRow revision, List<PictureRow> pictures) {}

    private static Uni<Rows> rows(ArticleRow row) {
        return RevisionRow.<RevisionRow>findById(new RevisionRow.Key(row.id, row.revision))
                .chain(revision -> pictures(row.imageRefs).map(pictures -> new Rows(row, revision, pictures)));
    }

    private static Uni<List<PictureRow>> pictures(String[] refs) {
        return refs.length == 0 ? Uni.createFrom().item(List.of()) : PictureRow.list("ref in ?1", List.of(refs));
    }

    private static KeptArticle kept(Rows rows) {
        Article article = article(rows.revision().payload);
        Map<String, PictureRow> byRef =
                rows.pictures().stream().collect(Collectors.toMap(row -> row.ref, Function.identity()));
        List<KeptPicture> pictures = article.images().stream()
                .map(image -> KeptPicture.of(image, byRef.get(image.ref())))
                .toList();
        Instant changed = rows.pictures().stream()
                .map(row -> row.eventTime)
                .reduce(rows.article().eventTime, (one, other) -> one.isAfter(other) ? one : other);
        return new KeptArticle(article, rows.article().ingestedAt, rows.revision().firstSeen, changed, pictures);
    }

    private static Article article(String payload) {
        try {
            return EventJson.MAPPER.readValue(payload, Article.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the archive holds a revision that is no article", e);
        }
    }
}
