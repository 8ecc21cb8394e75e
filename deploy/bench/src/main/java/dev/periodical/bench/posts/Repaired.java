package dev.periodical.bench.posts;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The title that the author of a faulty head meant, told from the text alone. */
final class Repaired {

    private static final Pattern KEY = Pattern.compile("[A-Za-z_]+:(?:\\s.*)?|-{3,}\\s*");

    private Repaired() {}

    /** All that stands after {@code title:} up to the next key, blanks run together, without quotes around it. */
    static String title(String document) {
        List<String> lines = document.lines().toList();
        StringBuilder title = new StringBuilder();
        boolean within = false;
        for (String line : lines) {
            boolean begins = line.startsWith("title:");
            if (within && KEY.matcher(line).matches()) {
                break;
            }
            within |= begins;
            title.append(within ? ' ' + (begins ? line.substring(6) : line) : "");
        }
        Matcher quotes = Pattern.compile("[\"'\\s]*(.*?)[\"'\\s]*").matcher(title);
        return quotes.matches() ? quotes.group(1).replaceAll("\\s+", " ") : "";
    }
}
