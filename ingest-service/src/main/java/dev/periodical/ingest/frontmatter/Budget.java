package dev.periodical.ingest.frontmatter;

/** How much of a head is read before it counts as an attack: values after alias expansion, and nesting. */
final class Budget {

    static final int MOST_VALUES = 100_000;
    static final int DEEPEST = 50;

    private int values;

    void spend(int more, int line, int column) throws Fault {
        values += more;
        if (values > MOST_VALUES) {
            throw new Fault("more than " + MOST_VALUES + " values, aliases expanded", line, column, true);
        }
    }

    int spent() {
        return values;
    }

    static void checkDepth(int depth, int line, int column) throws Fault {
        if (depth > DEEPEST) {
            throw new Fault("nested deeper than " + DEEPEST + " levels", line, column, true);
        }
    }
}
