package dev.periodical.content.article;

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

    static PictureState ofCode(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }

    /** Whether media-service has bytes to show. */
    public boolean hasBytes() {
        return this == STORED || this == SUSPECT;
    }
}
