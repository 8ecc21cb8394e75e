package dev.periodical.content.article;

import java.util.Arrays;
import java.util.Locale;

/** What became of a picture, as the archive shows it. */
public enum PictureState {
    /** Nothing heard of it yet. */
    WAITING,
    /** Kept. */
    STORED,
    /** Bytes are kept, but they may not be the article's picture. */
    SUSPECT,
    /** It could not be had. */
    FAILED,
    /** It must not be fetched. */
    REFUSED;

    /** The word in answers and rows: {@code waiting}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The state in a row. A neighbouring release may write a word that this one does not know: then what is sure is shown,
     * that there are bytes, or that there are none yet.
     */
    static PictureState ofCode(String code, boolean hasBytes) {
        return Arrays.stream(values())
                .filter(state -> state.code().equals(code))
                .findFirst()
                .orElse(hasBytes ? SUSPECT : WAITING);
    }

    /** Whether media-service has bytes to show. */
    public boolean hasBytes() {
        return this == STORED || this == SUSPECT;
    }
}
