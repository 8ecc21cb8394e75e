package dev.periodical.media.frontier;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Where a picture stands. */
public enum PictureState {
    /** Planned, and not settled yet. */
    WAITING,
    /** Kept. */
    STORED,
    /** Bytes are kept, but they may not be the article's picture. */
    SUSPECT,
    /** It could not be had; not tried again unless asked to. */
    FAILED,
    /** It must not be fetched (law 5). */
    REFUSED;

    /** The word in answers and rows: {@code waiting}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<PictureState> ofCode(String code) {
        return Arrays.stream(values())
                .filter(state -> state.code().equals(code))
                .findFirst();
    }
}
