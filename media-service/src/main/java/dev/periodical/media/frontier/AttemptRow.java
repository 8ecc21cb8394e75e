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

    static AttemptRow of(String ref, Attempt attempt) {
        AttemptRow row = new AttemptRow();
        row.ref = ref;
        row.at = attempt.at();
        row.url = attempt.url();
        row.referer = attempt.referer();
        row.address = attempt.address();
        row.status = attempt.status();
        row.reason = attempt.reason() == null ? null : attempt.reason().code();
        row.detail = attempt.detail();
        row.bytes = attempt.bytes();
        row.millis = attempt.millis();
        return row;
    }
}
