package dev.periodical.media.frontier;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** One thing that was tried for a picture. */
@Entity
@Table(name = "attempt")
class AttemptRow extends PanacheEntityBase {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    String ref;
    Instant at;
    String url;
    String referer;
    String address;
    Integer status;
    String reason;
    String detail;
    long bytes;
    int millis;
}
