package dev.periodical.content.article;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;

/** What an article said at some time, whole. */
@Entity
@Table(name = "revision")
@IdClass(RevisionRow.Key.class)
class RevisionRow extends PanacheEntityBase {

    record Key(UUID articleId, String revision) implements Serializable {}

    @Id
    @Column(name = "article_id")
    UUID articleId;

    @Id
    String revision;

    @Column(name = "first_seen")
    Instant firstSeen;

    String payload;
}
