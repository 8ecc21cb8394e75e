package dev.periodical.content.search;

/** A word in PostgreSQL's spelling of {@code tsvector} and {@code tsquery}. */
final class Lexeme {

    private Lexeme() {}

    static String quoted(String word) {
        return "'" + word.replace("\\", "\\\\").replace("'", "''") + "'";
    }
}
