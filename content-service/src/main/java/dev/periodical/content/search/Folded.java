package dev.periodical.content.search;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;

/**
 * A text as the index spells it: full width as half (NFKC), capitals as small letters, traditional characters as simplified
 * ones. Each of its places knows where it comes from.
 */
final class Folded {

    private static final int ASCII = 0x80;
    private static final int HAN_FIRST = 0x3400;
    private static final int HAN_LAST = 0x9FFF;

    private final StringBuilder text;
    private int[] origins;
    private String folded;

    private Folded(int length) {
        this.text = new StringBuilder(length);
        this.origins = new int[length + 1];
    }

    static Folded of(String source) {
        Folded folded = new Folded(source.length());
        for (int at = 0; at < source.length(); ) {
            int codePoint = source.codePointAt(at);
            folded.add(codePoint, at);
            at += Character.charCount(codePoint);
        }
        folded.mark(folded.text.length(), source.length());
        folded.folded = folded.text.toString();
        return folded;
    }

    String text() {
        return folded;
    }

    /** Where in the source the character at this place begins; for the end, the source's end. */
    int origin(int place) {
        return origins[place];
    }

    private void add(int codePoint, int origin) {
        if (codePoint < ASCII) {
            mark(text.length(), origin);
            text.append((char) (codePoint >= 'A' && codePoint <= 'Z' ? codePoint + ('a' - 'A') : codePoint));
        } else if (codePoint >= HAN_FIRST && codePoint <= HAN_LAST) {
            int simplified = Simplified.of(codePoint);
            if (Character.isBmpCodePoint(simplified)) {
                mark(text.length(), origin);
                text.append((char) simplified);
            } else {
                append(simplified, origin);
            }
        } else {
            Normalizer.normalize(Character.toString(codePoint), Normalizer.Form.NFKC)
                    .toLowerCase(Locale.ROOT)
                    .codePoints()
                    .forEach(each -> append(Simplified.of(each), origin));
        }
    }

    private void append(int codePoint, int origin) {
        int before = text.length();
        text.appendCodePoint(codePoint);
        for (int place = before; place < text.length(); place++) {
            mark(place, origin);
        }
    }

    private void mark(int place, int origin) {
        if (place >= origins.length) {
            origins = Arrays.copyOf(origins, place * 2 + 1);
        }
        origins[place] = origin;
    }
}
