package dev.periodical.ingest.frontmatter;

/** A head that can't be read, and where in it; never leaves this package. */
final class Fault extends Exception {

    private static final long serialVersionUID = 1L;

    private final int line;
    private final int column;
    private final boolean limit;

    /**
     * @param line in the head, from 0
     * @param column in the line, from 0
     * @param limit whether a bound was broken: such a head is hostile, and nobody repairs it
     */
    Fault(String message, int line, int column, boolean limit) {
        super(message, null, false, false);
        this.line = line;
        this.column = column;
        this.limit = limit;
    }

    int line() {
        return line;
    }

    int column() {
        return column;
    }

    boolean limit() {
        return limit;
    }
}
