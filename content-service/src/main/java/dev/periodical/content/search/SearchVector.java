package dev.periodical.content.search;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
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

    private static final class Places {
        private final StringBuilder text = new StringBuilder();
        private int count;
    }

    private final Map<String, Places> places = new LinkedHashMap<>();
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
            int more = word.getBytes(StandardCharsets.UTF_8).length + 6;
            if (bytes + more > MOST_BYTES) {
                return;
            }
            bytes += more;
            known = new Places();
            places.put(word, known);
        }
        if (next <= LAST_PLACE && known.count < MOST_PLACES && bytes < MOST_BYTES) {
            known.text.append(known.count == 0 ? ':' : ',').append(next).append(weight.letter);
            known.count++;
            bytes += 2;
        }
    }

    /** The literal: {@code '灯塔':1A,7 'iphone':3}. */
    public String text() {
        StringBuilder text = new StringBuilder(bytes * 2);
        places.forEach(
                (word, at) -> text.append(Lexeme.quoted(word)).append(at.text).append(' '));
        return text.toString();
    }
}
