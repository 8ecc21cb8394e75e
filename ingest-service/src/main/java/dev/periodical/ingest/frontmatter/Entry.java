package dev.periodical.ingest.frontmatter;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * One top-level entry of a YAML head: the line that names the key, and every line up to the next one. Quoted text that
 * runs over several lines stays in one entry even where its lines look like keys.
 *
 * @param line its first line in the head, from 0
 * @param text its lines, without the last line end
 */
record Entry(int line, String text) {

    private static final int LONGEST_KEY = 64;
    private static final Set<String> KNOWN = Set.of(
            "title",
            "date",
            "updated",
            "layout",
            "categories",
            "category",
            "tags",
            "tag",
            "author",
            "permalink",
            "id",
            "comments",
            "description",
            "excerpt",
            "thumbnail",
            "headimg",
            "cover",
            "published",
            "draft",
            "toc");

    static List<Entry> of(String head) {
        String[] lines = head.split("\n", -1);
        List<Entry> entries = new ArrayList<>();
        int begin = 0;
        while (begin < lines.length) {
            int end = Math.max(begin + 1, afterQuoted(lines, begin));
            while (end < lines.length && keyEnd(lines[end]) < 0) {
                end++;
            }
            entries.add(new Entry(begin, String.join("\n", Arrays.asList(lines).subList(begin, end))));
            begin = end;
        }
        return entries;
    }

    /** Whether the first line that says anything names a key that Hexo posts have. */
    static boolean beginsWithKnownKey(String head) {
        String first = head.lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .findFirst()
                .orElse("");
        int end = keyEnd(first.strip());
        return end > 0 && KNOWN.contains(first.strip().substring(0, end).toLowerCase(Locale.ROOT));
    }

    /** Where the key of a line ends, at its colon; -1 for a line that begins no entry. */
    static int keyEnd(String line) {
        if (line.isEmpty() || " \t#-[]{},&*!|>%@`'".indexOf(line.charAt(0)) >= 0) {
            return -1;
        }
        boolean word = true;
        for (int i = 0; i < line.length() && i <= LONGEST_KEY; i++) {
            char c = line.charAt(i);
            if (c == ':' && (i + 1 == line.length() || " \t".indexOf(line.charAt(i + 1)) >= 0)) {
                return i;
            }
            if (i > 0 && word && (c == '：' || c == ':' && line.charAt(i + 1) != '/' && line.charAt(i + 1) != ':')) {
                return i;
            }
            word &= c < 0x80 && (Character.isLetterOrDigit(c) || c == '_' || c == '-');
        }
        return -1;
    }

    private static int afterQuoted(String[] lines, int begin) {
        int key = keyEnd(lines[begin]);
        String value = key < 0 ? "" : lines[begin].substring(key + 1).strip();
        if (value.isEmpty() || value.charAt(0) != '"' && value.charAt(0) != '\'') {
            return begin;
        }
        char quote = value.charAt(0);
        String rest = value.substring(1);
        for (int line = begin; ; rest = lines[line]) {
            int close = closing(rest, quote);
            if (close >= 0) {
                String after = rest.substring(close + 1).strip();
                return after.isEmpty() || after.startsWith("#") ? line + 1 : begin;
            }
            if (++line == lines.length) {
                return begin;
            }
        }
    }

    private static int closing(String text, char quote) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == '\\' && quote == '"') {
                i++;
            } else if (text.charAt(i) == quote) {
                if (quote == '"' || i + 1 == text.length() || text.charAt(i + 1) != quote) {
                    return i;
                }
                i++;
            }
        }
        return -1;
    }
}
