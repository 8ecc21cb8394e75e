package dev.periodical.content.article;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** What media-service last said of a picture. No row: it has said nothing yet, so the picture is waited for. */
@Entity
@Table(name = "picture")
class PictureRow extends PanacheEntityBase {

    @Id
    String ref;

    @Column(name = "event_time")
    Instant eventTime;

    String state;

    @Column(name = "media_id")
    String mediaId;

    @Column(name = "content_type")
    String contentType;

    Integer width;
    Integer height;

    @Column(name = "blur_hash")
    String blurHash;

    String origin;
    String reason;
    String detail;
}
