package dev.periodical.ingest.article;

/** The comment {@code <!-- more -->} by which Hexo's authors end an excerpt, with any number of dashes and blanks. */
final class MoreMark {

    private MoreMark() {}

    /** Where the first mark begins, -1 where there is none. */
    static int in(String html) {
        for (int begin = html.indexOf("<!--"); begin >= 0; begin = html.indexOf("<!--", begin + 4)) {
            int word = skip(html, skip(html, begin + 4, "-"), " \t\n\r");
            if (html.regionMatches(true, word, "more", 0, 4)) {
                int dashes = skip(html, word + 4, " \t\n\r");
                int end = skip(html, dashes, "-");
                if (end - dashes >= 2 && end < html.length() && html.charAt(end) == '>') {
                    return begin;
                }
            }
        }
        return -1;
    }

    private static int skip(String text, int from, String these) {
        int at = from;
        while (at < text.length() && these.indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        return at;
    }
}
