package dev.periodical.content.search;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;

/**
 * A text with what was asked for in {@code <mark>}; everything else in it is escaped, so it may stand in a page as it is.
 */
public final class Snippet {

    private static final int BEFORE = 60;
    private static final int USUAL = 100;
    private static final int MOST = 240;

    private record Mark(int start, int end) {}

    private Snippet() {}

    /** The whole text, marked. */
    public static String whole(String written, SearchQuery query) {
        String text = Normalizer.normalize(written, Normalizer.Form.NFC);
        return marked(text, 0, text.length(), marks(text, query));
    }

    /**
     * The sentences around the first find, or the first sentences where the text itself has none: about 100 to 240 characters, cut
     * at sentence marks, and with an ellipsis where no mark is near.
     */
    public static String of(String written, SearchQuery query) {
        String text = Normalizer.normalize(written, Normalizer.Form.NFC);
        List<Mark> marks = marks(text, query);
        int first = marks.isEmpty() ? 0 : marks.get(0).start();
        int inside = marks.isEmpty() ? 0 : marks.get(0).end();

        int start = first;
        while (start > 0 && first - start < BEFORE && !Sentences.endsBefore(text, start)) {
            start--;
        }
        boolean whole = start == 0 || Sentences.endsBefore(text, start);
        start = whole(text, start);
        int end = Math.min(text.length(), Math.max(inside, start + USUAL));
        int last = Math.min(text.length(), Math.max(inside, start + MOST));
        while (end < last && !Sentences.endsBefore(text, end)) {
            end++;
        }
        boolean ended = end == text.length() || Sentences.endsBefore(text, end);
        end = whole(text, end);
        return (whole ? "" : "…") + marked(text, start, end, marks).strip() + (ended ? "" : "…");
    }

    /** Never between the halves of a character. */
    private static int whole(String text, int at) {
        return at > 0 && at < text.length() && Character.isLowSurrogate(text.charAt(at)) ? at - 1 : at;
    }

    private static List<Mark> marks(String text, SearchQuery query) {
        List<Word> words = Words.of(text);
        List<Mark> marks = new ArrayList<>();
        for (int number = 0; number < words.size(); number++) {
            int start = words.get(number).start();
            int end = -1;
            for (Term term : query.wanted()) {
                end = Math.max(end, term.endAt(words, number, text));
            }
            Mark before = marks.isEmpty() ? null : marks.get(marks.size() - 1);
            if (end > start && before != null && before.end() >= start) {
                marks.set(marks.size() - 1, new Mark(before.start(), Math.max(before.end(), end)));
            } else if (end > start) {
                marks.add(new Mark(start, end));
            }
        }
        return marks;
    }

    private static String marked(String text, int start, int end, List<Mark> marks) {
        StringBuilder out = new StringBuilder();
        int at = start;
        for (Mark mark : marks) {
            int from = Math.max(mark.start(), at);
            int to = Math.min(mark.end(), end);
            if (from < to) {
                escape(text, at, from, out);
                out.append("<mark>");
                escape(text, from, to, out);
                out.append("</mark>");
                at = to;
            }
        }
        escape(text, at, end, out);
        return out.toString();
    }

    private static void escape(String text, int start, int end, StringBuilder out) {
        for (int at = start; at < end; at++) {
            char c = text.charAt(at);
            switch (c) {
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '&' -> out.append("&amp;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                case '\n' -> out.append(' ');
                default -> out.append(c);
            }
        }
    }
}
