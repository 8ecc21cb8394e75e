package dev.periodical.media.collect;

import java.util.Locale;

/** What a collection does with an object of the bucket, or would do. */
public enum Fate {
    /** An article uses it. */
    KEPT,
    /** Nobody uses it any more: its grace period begins. */
    MARKED,
    /** Nobody uses it; its grace period goes on. */
    WAITING,
    /** Nobody has used it for the whole grace period: it goes. */
    COLLECTED,
    /** None of this service's: left alone. */
    FOREIGN;

    /** The word in answers: {@code marked}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
