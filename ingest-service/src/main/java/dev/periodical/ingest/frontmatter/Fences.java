package dev.periodical.ingest.frontmatter;

/**
 * Where a document's head ends, by the rules of hexo-front-matter 5 (its {@code split}), in one pass.
 *
 * <p>A fence is three or more {@code -} (YAML) or {@code ;} (JSON) at the start of a line. The opening one stands alone on
 * the first line that is not blank; the closing one begins with the very same text. Without an opening fence the head is
 * all that stands before the first fence. A document that opens with a fence which nothing closes, or which has text on
 * its line, has no head.
 *
 * @param found whether there is a head
 * @param opened whether a fence opens it
 * @param json whether its fence is of {@code ;}
 * @param head the text between the fences; empty where there is none
 * @param headLine the document's line on which the head begins, from 1
 * @param body what follows the closing fence's line; the whole document where there is no head
 */
record Fences(boolean found, boolean opened, boolean json, String head, int headLine, String body) {

    private static final int SHORTEST = 3;

    static Fences of(String text) {
        int start = afterBlankLines(text);
        int run = fence(text, start);
        Fences fences = run > 0 ? opened(text, start, run) : unopened(text, start);
        return fences == null ? new Fences(false, false, false, "", 1, text) : fences;
    }

    private static Fences opened(String text, int start, int run) {
        int head = start + run + 1;
        if (start + run >= text.length() || text.charAt(start + run) != '\n') {
            return null;
        }
        // The head holds at least one character, so the closing fence can't follow at once.
        int close = text.indexOf('\n' + text.substring(start, start + run), head + 1);
        return close < 0 ? null : cut(text, true, head, close, run);
    }

    private static Fences unopened(String text, int start) {
        for (int end = text.indexOf('\n', start + 1); end >= 0; end = text.indexOf('\n', end + 1)) {
            int run = fence(text, end + 1);
            if (run > 0) {
                return cut(text, false, start, end, run);
            }
        }
        return null;
    }

    private static Fences cut(String text, boolean opened, int head, int close, int run) {
        int body = close + 1 + run;
        if (body < text.length() && text.charAt(body) == '\n') {
            body++;
        }
        boolean json = text.charAt(close + 1) == ';';
        return new Fences(true, opened, json, text.substring(head, close), lineOf(text, head), text.substring(body));
    }

    private static int fence(String text, int start) {
        if (start >= text.length() || text.charAt(start) != '-' && text.charAt(start) != ';') {
            return 0;
        }
        int end = start;
        while (end < text.length() && text.charAt(end) == text.charAt(start)) {
            end++;
        }
        return end - start < SHORTEST ? 0 : end - start;
    }

    private static int afterBlankLines(String text) {
        int start = 0;
        for (int i = 0; i < text.length() && " \t\n".indexOf(text.charAt(i)) >= 0; i++) {
            if (text.charAt(i) == '\n') {
                start = i + 1;
            }
        }
        return start;
    }

    private static int lineOf(String text, int index) {
        int line = 1;
        for (int i = text.indexOf('\n'); i >= 0 && i < index; i = text.indexOf('\n', i + 1)) {
            line++;
        }
        return line;
    }
}
