package dev.periodical.content.search;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The words of an article with their places, as PostgreSQL reads a {@code tsvector}.
 *
 * <p>PostgreSQL keeps 16,383 places and one MiB. A word further back is found alone, not as a part of a phrase; of a text with
 * more different words than fit, the rest is not found. An article is never refused for it.
 */
public final class SearchVector {

    /** How much a word counts: a title more than a body. */
    public enum Weight {
        TITLE("A"),
        LABEL("B"),
        BODY("");

        private final String letter;

        Weight(String letter) {
            this.letter = letter;
        }
    }

    private static final int LAST_PLACE = 16_383;
    private static final int MOST_PLACES = 255;
    private static final int MOST_BYTES = 900_000;

    /** So that no phrase reaches from one text into the next. */
    private static final int GAP = 10;

    /** Of one word: place and weight of each in one number, for there are thousands of words and most stand once. */
    private static final class Places {
        private int[] packed = new int[1];
        private int count;

        void add(int place, Weight weight) {
            if (count == packed.length) {
                packed = Arrays.copyOf(packed, count * 2);
            }
            packed[count++] = place << 2 | weight.ordinal();
        }

        void write(StringBuilder text) {
            for (int i = 0; i < count; i++) {
                text.append(i == 0 ? ':' : ',').append(packed[i] >> 2).append(WEIGHTS[packed[i] & 3].letter);
            }
        }
    }

    private static final Weight[] WEIGHTS = Weight.values();

    private final Map<String, Places> places = new LinkedHashMap<>(4_096);
    private int next = 1;
    private int bytes;

    /** Adds a text behind those before it; null adds nothing. */
    public SearchVector add(Weight weight, String text) {
        if (text == null || text.isBlank()) {
            return this;
        }
        for (Word word : Words.of(Normalizer.normalize(text, Normalizer.Form.NFC))) {
            add(word.text(), weight);
            next++;
        }
        next += GAP;
        return this;
    }

    private void add(String word, Weight weight) {
        Places known = places.get(word);
        if (known == null) {
            int more = utf8Length(word) + 6;
            if (bytes + more > MOST_BYTES) {
                return;
            }
            bytes += more;
            known = new Places();
            places.put(word, known);
        }
        if (next <= LAST_PLACE && known.count < MOST_PLACES && bytes < MOST_BYTES) {
            known.add(next, weight);
            bytes += 2;
        }
    }

    /** The literal: {@code '灯塔':1A,7 'iphone':3}. */
    public String text() {
        StringBuilder text = new StringBuilder(bytes * 2);
        places.forEach((word, at) -> {
            Lexeme.quote(word, text);
            at.write(text);
            text.append(' ');
        });
        return text.toString();
    }

    private static int utf8Length(String word) {
        int length = 0;
        for (int at = 0; at < word.length(); at++) {
            char c = word.charAt(at);
            length += c < 0x80 ? 1 : c < 0x800 || Character.isSurrogate(c) ? 2 : 3;
        }
        return length;
    }
}
