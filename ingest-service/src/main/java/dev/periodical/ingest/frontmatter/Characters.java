package dev.periodical.ingest.frontmatter;

import java.util.ArrayList;
import java.util.List;

/** What is mended in every YAML head before it is read: characters that YAML forbids, and tabs that begin a line. */
final class Characters {

    private Characters() {}

    /** @param notices lines and columns count from 1 within the head */
    record Cleaned(String text, List<Notice> notices) {}

    /**
     * Drops what YAML 1.2 does not call printable (5.1) and turns each tab at the start of a line into two blanks, as
     * Hexo does.
     */
    static Cleaned clean(String head) {
        StringBuilder text = new StringBuilder(head.length());
        List<Notice> notices = new ArrayList<>();
        int line = 1;
        int column = 1;
        boolean indenting = true;
        for (int i = 0; i < head.length(); i++, column++) {
            char c = head.charAt(i);
            if (c == '\t' && indenting) {
                text.append("  ");
                note(notices, "tab-indentation", "a tab as indentation was read as two blanks", line, column);
            } else if (printable(c)) {
                text.append(c);
                indenting = c == '\n';
            } else {
                note(notices, "control-character", "a character that YAML forbids was dropped", line, column);
            }
            if (c == '\n') {
                line++;
                column = 0;
            }
        }
        return new Cleaned(text.toString(), List.copyOf(notices));
    }

    /** One notice for each kind is enough: a head may be indented by tabs throughout. */
    private static void note(List<Notice> notices, String code, String message, int line, int column) {
        if (notices.stream().noneMatch(n -> n.code().equals(code))) {
            notices.add(new Notice(code, message, line, column));
        }
    }

    private static boolean printable(char c) {
        return c == '\t'
                || c == '\n'
                || c == '\r'
                || c >= 0x20 && c < 0x7F
                || c == 0x85
                || c >= 0xA0 && c != 0xFFFE && c != 0xFFFF;
    }
}
