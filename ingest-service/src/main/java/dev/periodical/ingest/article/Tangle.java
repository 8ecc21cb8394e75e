package dev.periodical.ingest.article;

/**
 * What showing a text may cost, told from the text alone, so that a trap is known before it is sprung.
 *
 * <p>Within one paragraph the Markdown library looks for the end of every {@code <} and {@code ~} anew: time goes by marks
 * times length, summed over paragraphs. Memory goes by nodes: a line that says something, or a mark, makes one at most.
 */
final class Tangle {

    /** Of HTML, {@code <} characters: some 50 MB of elements, twenty times the largest real page met. */
    static final int MOST_TAGS = 100_000;

    private static final int MOST_NODES = 200_000;

    /** About a second on one core; a text of a mebibyte whose paragraphs are dense HTML of 10 KiB costs half. */
    private static final long MOST_TIME = 1_000_000_000L;

    private Tangle() {}

    static boolean ofMarkdown(String markdown) {
        long time = 0;
        long searches = 0;
        long nodes = 0;
        int begin = 0;
        boolean blank = true;
        for (int i = 0; i < markdown.length(); i++) {
            char c = markdown.charAt(i);
            searches += c == '<' || c == '~' ? 1 : 0;
            nodes += "<~*_[]`>".indexOf(c) >= 0 || c == '\n' && !blank ? 1 : 0;
            if (c == '\n' && blank) {
                time += searches * (i - begin);
                begin = i;
                searches = 0;
            }
            blank = c == '\n' || blank && Character.isWhitespace(c);
        }
        return nodes > MOST_NODES || time + searches * (markdown.length() - begin) > MOST_TIME;
    }

    static boolean ofHtml(String html) {
        return html.chars().filter(c -> c == '<').count() > MOST_TAGS;
    }
}
