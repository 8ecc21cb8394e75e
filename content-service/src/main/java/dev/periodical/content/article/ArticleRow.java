package dev.periodical.content.article;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** An article's place in lists, with its current revision. Written by {@link Archive} alone. */
@Entity
@Table(name = "article")
class ArticleRow extends PanacheEntityBase {

    @Id
    UUID id;

    @Column(name = "event_time")
    Instant eventTime;

    boolean withdrawn;
    String revision;
    String visibility;
    String title;
    String author;
    String source;

    @Column(name = "published_at")
    Instant publishedAt;

    @Column(name = "listed_at")
    Instant listedAt;

    @Column(name = "ingested_at")
    Instant ingestedAt;

    @Column(name = "image_refs")
    String[] imageRefs;
}
