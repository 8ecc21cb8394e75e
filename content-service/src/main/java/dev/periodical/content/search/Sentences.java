package dev.periodical.content.search;

import java.util.ArrayList;
import java.util.List;

/** Where sentences end: behind a mark that ends one, with the quotes that close behind it, and at a line's end. */
public final class Sentences {

    private static final String MARKS = "。！？；…!?｡︒";
    private static final String CLOSING = "”’」』）)】》\"'";

    private Sentences() {}

    /** The sentences of one line, nothing lost between them. */
    public static List<String> of(String line) {
        List<String> sentences = new ArrayList<>();
        int from = 0;
        for (int at = 1; at <= line.length(); at++) {
            if (at == line.length() || endsBefore(line, at)) {
                sentences.add(line.substring(from, at));
                from = at;
            }
        }
        return sentences;
    }

    /** Whether a sentence ends right before this place. */
    static boolean endsBefore(String text, int place) {
        int at = place - 1;
        if (at < 0 || text.charAt(at) == '\n') {
            return true;
        }
        if (place < text.length()
                && (MARKS.indexOf(text.charAt(place)) >= 0 || CLOSING.indexOf(text.charAt(place)) >= 0)) {
            return false;
        }
        while (at > 0 && CLOSING.indexOf(text.charAt(at)) >= 0) {
            at--;
        }
        char c = text.charAt(at);
        return MARKS.indexOf(c) >= 0
                || c == '.' && (place >= text.length() || Character.isWhitespace(text.charAt(place)));
    }
}
