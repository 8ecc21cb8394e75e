package dev.periodical.ingest.frontmatter;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A YAML head that can't be read, written anew so that perhaps it can.
 *
 * <p>Each top-level entry is read alone; one that can't be is rewritten in the first of a few ways that makes it readable,
 * from the mildest on. What no way mends is left as it is. Heads longer than {@value #LONGEST} characters are not mended:
 * nobody writes them by hand.
 *
 * @param head the head, mended; every entry still begins on its own line
 * @param notices one for each entry that was rewritten, or for each of its lines; lines and columns count from 1 within the
 *     head
 */
record Repair(String head, List<Notice> notices) {

    static final int LONGEST = 1 << 15;

    private static final int MOST_NOTICES = 100;
    private static final Pattern ANCHOR = Pattern.compile("(?<=[\\s\\[{,])&([^\\s,\\[\\]{}]+)");

    private record Way(String code, UnaryOperator<String> mend) {}

    private static final List<Way> SPACING = List.of(
            new Way(null, UnaryOperator.identity()),
            new Way("tab", Repair::blanksForTabs),
            new Way("missing-space", Repair::spaceAfterColon));

    private static final List<Way> WRITING = List.of(
            new Way(null, UnaryOperator.identity()),
            new Way("quotes", Quoting::requoted),
            new Way("unquoted-text", Quoting::text),
            new Way("unquoted-text", Quoting::eachLine));

    static Repair of(String head) {
        if (head.length() > LONGEST) {
            return new Repair(head, List.of());
        }
        List<String> entries = new ArrayList<>();
        List<Notice> notices = new ArrayList<>();
        Set<String> anchors =
                ANCHOR.matcher(head).results().map(name -> name.group(1)).collect(Collectors.toSet());
        for (Entry entry : Entry.of(head)) {
            entries.add(mended(entry, anchors, notices));
        }
        return new Repair(String.join("\n", entries), notices);
    }

    private static String mended(Entry entry, Set<String> anchors, List<Notice> notices) {
        for (Way writing : WRITING) {
            for (Way spacing : SPACING) {
                String spaced = spacing.mend().apply(entry.text());
                String written = spaced == null ? null : writing.mend().apply(spaced);
                if (written != null && reads(written, anchors)) {
                    if (!written.equals(entry.text())) {
                        tell(entry, spacing.code() == null ? writing.code() : spacing.code(), written, notices);
                    }
                    return written + "\n".repeat(lines(entry.text()).length - lines(written).length);
                }
            }
        }
        return entry.text();
    }

    private static void tell(Entry entry, String code, String written, List<Notice> notices) {
        String[] before = lines(entry.text());
        String[] after = lines(written);
        int key = Math.max(0, Entry.keyEnd(before[0]));
        if (before.length != after.length || !before[0].equals(after[0])) {
            notices.add(new Notice(code, "was read as " + shown(written), entry.line() + 1, key + 2));
            return;
        }
        for (int i = 1; i < before.length; i++) {
            int column = difference(before[i], after[i]);
            if (column >= 0 && notices.size() < MOST_NOTICES) {
                String message = "was read as " + shown(after[i].strip());
                notices.add(new Notice(code, message, entry.line() + i + 1, column + 1));
            }
        }
    }

    private static String[] lines(String text) {
        return text.split("\n", -1);
    }

    private static int difference(String one, String other) {
        return Arrays.mismatch(one.toCharArray(), other.toCharArray());
    }

    private static String shown(String written) {
        return written.length() > 200 ? written.substring(0, 200) + "…" : written;
    }

    /** Whether this text is YAML for a map, or for nothing. */
    static boolean reads(String yaml) {
        return reads(yaml, Set.of());
    }

    private static boolean reads(String yaml, Set<String> anchors) {
        try {
            Object value = YamlHead.read(yaml, anchors::contains).value();
            return value == null || value instanceof Map;
        } catch (Fault fault) {
            return false;
        }
    }

    private static String blanksForTabs(String entry) {
        StringBuilder text = new StringBuilder(entry.length());
        boolean leading = true;
        for (int i = 0; i < entry.length(); i++) {
            char c = entry.charAt(i);
            boolean separates = i > 0 && (entry.charAt(i - 1) == ':' || entry.charAt(i - 1) == '-');
            text.append(c == '\t' && (leading || separates) ? " " : c);
            leading = c == '\n' || leading && (c == ' ' || c == '\t' || c == '-');
        }
        return text.toString().replace(" \t", "  ");
    }

    private static String spaceAfterColon(String entry) {
        int key = Entry.keyEnd(entry);
        return key < 0 ? null : entry.substring(0, key) + ": " + entry.substring(afterWideBlanks(entry, key + 1));
    }

    /** Blanks of East Asian typing, which YAML takes for letters. */
    private static int afterWideBlanks(String entry, int from) {
        int at = from;
        while (at < entry.length() && "\u00A0\u3000".indexOf(entry.charAt(at)) >= 0) {
            at++;
        }
        return at;
    }
}
