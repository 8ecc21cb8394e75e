package dev.periodical.media.frontier;

import dev.periodical.database.DatabaseWork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.List;

/** The table of known notices, which operators extend. */
@ApplicationScoped
public class Notices {

    /** No more are read. */
    public static final int MOST = 10_000;

    private static final String ALL = "select name, sha256, dhash, added_at from notice order by name limit " + MOST;

    private static final String PUT = """
            insert into notice (name, sha256, dhash) values (:name, :sha256, :dhash)
            on conflict (name) do update set sha256 = excluded.sha256, dhash = excluded.dhash
            """;

    private final DatabaseWork database;

    Notices(DatabaseWork database) {
        this.database = database;
    }

    public Uni<List<Notice>> all() {
        return database.transaction(session ->
                        session.createNativeQuery(ALL, Object[].class).getResultList())
                .map(rows -> rows.stream().map(Notices::notice).toList());
    }

    /** Adds one, or replaces the one of this name. */
    public Uni<Void> put(Notice notice) {
        return database.transaction(session -> session.createNativeQuery(PUT)
                .setParameter("name", notice.name())
                .setParameter("sha256", notice.sha256())
                .setParameter("dhash", notice.dhash() == null ? null : Long.parseUnsignedLong(notice.dhash(), 16))
                .executeUpdate()
                .replaceWithVoid());
    }

    /** @return whether there was one of this name */
    public Uni<Boolean> remove(String name) {
        return database.transaction(session -> session.createNativeQuery("delete from notice where name = :name")
                .setParameter("name", name)
                .executeUpdate()
                .map(count -> count > 0));
    }

    private static Notice notice(Object[] row) {
        return new Notice(
                (String) row[0],
                row[1] == null ? null : row[1].toString(),
                row[2] == null ? null : HexFormat.of().toHexDigits(((Number) row[2]).longValue()),
                row[3] instanceof OffsetDateTime time ? time.toInstant() : (Instant) row[3]);
    }
}
