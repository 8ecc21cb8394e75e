package dev.periodical.ingest.frontmatter;

import java.util.ArrayList;
import java.util.List;

/** Writes a value that YAML can't read as the text it was meant to be. Each way answers null where it does not fit. */
final class Quoting {

    private static final int LONGEST_SUGGESTION = 200;

    private Quoting() {}

    /** What to write in place of a line, for people. */
    static String suggestion(String line) {
        int key = Entry.keyEnd(line);
        String value = key < 0 ? "" : line.substring(key + 1).strip();
        if (value.length() > LONGEST_SUGGESTION) {
            return "put the value in single quotes, and double each single quote within it";
        }
        if (!value.isEmpty()) {
            return "put the value in single quotes: " + line.substring(0, key) + ": " + single(value);
        }
        return key < 0 && !line.isBlank() && line.length() <= LONGEST_SUGGESTION && line.charAt(0) != ' '
                ? "if this goes on with the value above, indent it by two blanks; if it is a key, end it with a colon"
                : "indent the lines below a key alike, by blanks";
    }

    /** Text in quotes that hold further quotes, were doubled, or were never closed. */
    static String requoted(String entry) {
        int key = Entry.keyEnd(entry);
        String value = key < 0 ? "" : folded(entry.substring(key + 1));
        if (value.length() < 2 || value.charAt(0) != '"' && value.charAt(0) != '\'') {
            return null;
        }
        char quote = value.charAt(0);
        int before = run(value, quote);
        int after = Math.min(run(new StringBuilder(value).reverse(), quote), value.length() - before);
        if (after == 0 && closedEarly(value, quote)) {
            return null;
        }
        int doubled = Math.min(before, after);
        String inner = doubled > 1
                ? unwrapped(value.substring(doubled, value.length() - doubled))
                : unescaped(value.substring(1, after > 0 ? value.length() - 1 : value.length()), quote);
        return entry.substring(0, key) + ": " + single(inner);
    }

    /** A plain value which is text, over however many lines, that begins or goes on like something else. */
    static String text(String entry) {
        int key = Entry.keyEnd(entry);
        if (key < 0) {
            return null;
        }
        String[] lines = entry.substring(key + 1).split("\n", -1);
        for (int i = 1; i < lines.length; i++) {
            String line = lines[i].strip();
            if (line.startsWith("- ") || line.equals("-") || line.endsWith(":") || line.contains(": ")) {
                return null;
            }
        }
        String value = folded(entry.substring(key + 1));
        return value.isEmpty() ? null : entry.substring(0, key) + ": " + single(value);
    }

    /** A list or a map, each line of which is looked at alone. */
    static String eachLine(String entry) {
        List<String> lines = new ArrayList<>();
        for (String line : entry.split("\n", -1)) {
            int value = valueStart(line);
            String text = line.substring(value).strip();
            boolean sound = text.isEmpty() || Repair.reads("x: " + text);
            lines.add(sound ? line : line.substring(0, value) + single(text));
        }
        return String.join("\n", lines);
    }

    private static int valueStart(String line) {
        int start = 0;
        while (start < line.length()
                && (line.charAt(start) == ' ' || line.startsWith("- ", start) || line.startsWith("-\t", start))) {
            start++;
        }
        int key = Entry.keyEnd(line.substring(start));
        start += key < 0 ? 0 : key + 1;
        while (start < line.length() && line.charAt(start) == ' ') {
            start++;
        }
        return start;
    }

    private static String folded(String value) {
        return value.indexOf('\n') < 0
                ? value.strip()
                : String.join(" ", value.strip().split("\\s+"));
    }

    /** {@code 'pier' and more}: the quotes are part of the text. */
    private static boolean closedEarly(String value, char quote) {
        int close = value.indexOf(quote, 1);
        return close > 0 && close + 1 < value.length() && Character.isWhitespace(value.charAt(close + 1));
    }

    private static int run(CharSequence text, char quote) {
        int run = 0;
        while (run < text.length() && text.charAt(run) == quote) {
            run++;
        }
        return run;
    }

    private static String unwrapped(String text) {
        boolean wrapped = text.length() > 1
                && (text.charAt(0) == '\'' || text.charAt(0) == '"')
                && text.charAt(text.length() - 1) == text.charAt(0);
        return wrapped ? text.substring(1, text.length() - 1) : text;
    }

    private static String unescaped(String text, char quote) {
        return quote == '"' ? text.replace("\\\"", "\"") : text.replace("''", "'");
    }

    private static String single(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
