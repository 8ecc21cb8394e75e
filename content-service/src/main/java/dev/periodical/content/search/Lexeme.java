package dev.periodical.content.search;

/** A word in PostgreSQL's spelling of {@code tsvector} and {@code tsquery}. */
final class Lexeme {

    private Lexeme() {}

    static String quoted(String word) {
        StringBuilder text = new StringBuilder(word.length() + 2);
        quote(word, text);
        return text.toString();
    }

    static void quote(String word, StringBuilder text) {
        text.append('\'');
        for (int at = 0; at < word.length(); at++) {
            char c = word.charAt(at);
            if (c == '\\' || c == '\'') {
                text.append(c);
            }
            text.append(c);
        }
        text.append('\'');
    }
}
