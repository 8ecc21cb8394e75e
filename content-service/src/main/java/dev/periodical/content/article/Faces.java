package dev.periodical.content.article;

import dev.periodical.database.DatabaseWork;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;

/** Reads the faces of some articles, for lists that people look at. For any thread; answers arrive on the worker pool. */
@ApplicationScoped
public class Faces {

    private static final String SQL = """
            select cast(json_build_object('id', article.id, 'beginning', left(article.plain, :most),
                'mediaId', cover.media_id, 'blurHash', cover.blur_hash) as text)
            from article left join lateral (
                select picture.media_id, picture.blur_hash
                from unnest(article.image_refs) with ordinality as shown (ref, place)
                join picture on picture.ref = shown.ref
                where picture.state = 'stored' and picture.media_id is not null
                order by shown.place limit 1) as cover on true
            where article.id = any(cast(:ids as uuid[]))
            """;

    private final DatabaseWork database;
    private final Mutiny.SessionFactory sessions;

    Faces(DatabaseWork database, Mutiny.SessionFactory sessions) {
        this.database = database;
        this.sessions = sessions;
    }

    /**
     * By id; an article that has gone meanwhile has none.
     *
     * @param most characters of a beginning
     */
    public Uni<Map<UUID, Face>> of(List<UUID> ids, int most) {
        if (ids.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        return database.apart(() ->
                        sessions.withStatelessSession(session -> session.createNativeQuery(SQL, String.class)
                                .setParameter("ids", ids.toArray(UUID[]::new))
                                .setParameter("most", most)
                                .getResultList()))
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(rows -> rows.stream()
                        .map(row -> ArticleLists.read(row, Face.class))
                        .collect(Collectors.toMap(Face::id, Function.identity())));
    }
}
