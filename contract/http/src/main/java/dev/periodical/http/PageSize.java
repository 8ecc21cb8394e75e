package dev.periodical.http;

/** How many items a page may hold. */
public final class PageSize {

    private PageSize() {}

    /**
     * The size that a caller asked for.
     *
     * @param text what the caller gave, null for the usual size
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 400 when this is no number from 1 to {@code most}
     */
    public static int parse(String parameter, String text, int usual, int most) {
        if (text == null || text.isEmpty()) {
            return usual;
        }
        try {
            int size = Integer.parseInt(text);
            if (size >= 1 && size <= most) {
                return size;
            }
        } catch (NumberFormatException e) {
            throw outside(parameter, text, most);
        }
        throw outside(parameter, text, most);
    }

    private static RuntimeException outside(String parameter, String text, int most) {
        return Problems.badParameter(parameter, "a number from 1 to " + most + ", not '" + text + "'");
    }
}
