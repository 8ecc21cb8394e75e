package dev.periodical.content.search;

/** Which characters are words or part them, whatever stands beside them. What is neither here nor there is Lucene's to say. */
final class Characters {

    private Characters() {}

    /** A Chinese character that every Unicode of this century knows, in one {@code char}. */
    static boolean han(char c) {
        return c >= '\u4E00' && c <= '\u9FEF' || c >= '\u3400' && c <= '\u4DB5';
    }

    /** What never belongs to a Chinese character beside it: ASCII, and the punctuation of both worlds. */
    static boolean parts(char c) {
        return c < 0x80 || mark(c);
    }

    /** Whether there is no word in this part of a text, for certain. */
    static boolean marksAlone(String text, int start, int end) {
        for (int at = start; at < end; at++) {
            char c = text.charAt(at);
            boolean word = c < 0x80
                    ? c >= '0' && c <= '9'
                            || c >= 'a' && c <= 'z'
                            || c >= 'A' && c <= 'Z'
                            || c == '_'
                            || c == '#'
                            || c == '*'
                    : !mark(c);
            if (word) {
                return false;
            }
        }
        return true;
    }

    private static boolean mark(char c) {
        return c >= '\u3001' && c <= '\u3003'
                || c >= '\u3008' && c <= '\u3011'
                || c >= '\u3014' && c <= '\u301B'
                || c >= '\u2012' && c <= '\u2027'
                || c == '\u00B7';
    }
}
