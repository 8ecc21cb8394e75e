package dev.periodical.events;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Arrays;
import java.util.Locale;

/**
 * Why a picture could not be had: a closed list, so that people can count and programs can decide.
 *
 * <p>{@link Kind} says what may help: time, nothing, or the operator.
 */
public enum FailureReason {
    @JsonProperty("invalid-url")
    INVALID_URL(Kind.REFUSED),
    @JsonProperty("scheme-not-allowed")
    SCHEME_NOT_ALLOWED(Kind.REFUSED),
    @JsonProperty("port-not-allowed")
    PORT_NOT_ALLOWED(Kind.REFUSED),
    @JsonProperty("credentials-in-url")
    CREDENTIALS_IN_URL(Kind.REFUSED),
    @JsonProperty("host-not-allowed")
    HOST_NOT_ALLOWED(Kind.REFUSED),
    @JsonProperty("address-not-public")
    ADDRESS_NOT_PUBLIC(Kind.REFUSED),

    @JsonProperty("unknown-host")
    UNKNOWN_HOST(Kind.TRANSIENT),
    @JsonProperty("connection-failed")
    CONNECTION_FAILED(Kind.TRANSIENT),
    @JsonProperty("tls-failed")
    TLS_FAILED(Kind.PERMANENT),
    @JsonProperty("timed-out")
    TIMED_OUT(Kind.TRANSIENT),
    @JsonProperty("truncated")
    TRUNCATED(Kind.TRANSIENT),
    @JsonProperty("rate-limited")
    RATE_LIMITED(Kind.TRANSIENT),
    @JsonProperty("server-error")
    SERVER_ERROR(Kind.TRANSIENT),

    @JsonProperty("not-found")
    NOT_FOUND(Kind.PERMANENT),
    @JsonProperty("forbidden")
    FORBIDDEN(Kind.PERMANENT),
    @JsonProperty("unexpected-status")
    UNEXPECTED_STATUS(Kind.PERMANENT),
    @JsonProperty("too-many-redirects")
    TOO_MANY_REDIRECTS(Kind.PERMANENT),
    @JsonProperty("too-large")
    TOO_LARGE(Kind.PERMANENT),
    @JsonProperty("too-many-pixels")
    TOO_MANY_PIXELS(Kind.PERMANENT),
    @JsonProperty("empty")
    EMPTY(Kind.PERMANENT),
    @JsonProperty("not-an-image")
    NOT_AN_IMAGE(Kind.PERMANENT),
    @JsonProperty("damaged")
    DAMAGED(Kind.PERMANENT),
    @JsonProperty("tracking-pixel")
    TRACKING_PIXEL(Kind.PERMANENT),
    @JsonProperty("placeholder")
    PLACEHOLDER(Kind.PERMANENT),

    /** A reason that a newer producer knows and this consumer does not. */
    @JsonEnumDefaultValue
    @JsonProperty("other")
    OTHER(Kind.PERMANENT);

    /** What may help. */
    public enum Kind {
        /** The URL must not be fetched (law 5): only the operator's configuration can change that. */
        REFUSED,
        /** May heal: tried again later. */
        TRANSIENT,
        /** Won't heal by waiting. */
        PERMANENT
    }

    private final Kind kind;

    FailureReason(Kind kind) {
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }

    /** The word used in events, in answers and as a metric's label: {@code not-found}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The reason with this {@link #code}; {@link #OTHER} where there is none. */
    public static FailureReason ofCode(String code) {
        return Arrays.stream(values())
                .filter(reason -> reason.code().equals(code))
                .findFirst()
                .orElse(OTHER);
    }
}
