package dev.periodical.media.frontier;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A picture, from planned to settled. */
@Entity
@Table(name = "picture")
class PictureRow extends PanacheEntityBase {

    @Id
    String ref;

    String url;
    String[] alternatives;
    String page;
    String traceparent;
    String state;
    String host;
    String home;
    String source;
    int rung;
    int round;

    @Column(name = "may_heal")
    boolean mayHeal;

    @Column(name = "due_at")
    Instant dueAt;

    @Column(name = "planned_at")
    Instant plannedAt;

    @Column(name = "tried_at")
    Instant triedAt;

    @Column(name = "kept_state")
    String keptState;

    @Column(name = "kept_origin")
    String keptOrigin;

    @Column(name = "kept_reason")
    String keptReason;

    @Column(name = "settled_at")
    Instant settledAt;

    @Column(name = "media_id")
    String mediaId;

    @Column(name = "content_type")
    String contentType;

    Long size;
    Integer width;
    Integer height;

    @Column(name = "blur_hash")
    String blurHash;

    String origin;
    String reason;
    String detail;
}
