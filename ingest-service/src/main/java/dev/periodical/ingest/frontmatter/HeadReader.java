package dev.periodical.ingest.frontmatter;

import dev.periodical.events.FrontMatter;
import dev.periodical.events.FrontMatter.Format;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Parts a document into head and body and reads the head, as hexo-front-matter does, with the usual faults repaired.
 *
 * <p>What Hexo takes for content is content here: a head that is no map, JSON that is none, a fence that nothing closes. A
 * head that Hexo refuses is repaired where the intent is plain; each repair is a notice. A head longer than
 * {@value #LONGEST} characters, with more than {@value Budget#MOST_VALUES} values or nested deeper than
 * {@value Budget#DEEPEST} levels is refused.
 */
public final class HeadReader {

    /** The longest head that is read, in characters. */
    static final int LONGEST = 1 << 20;

    private HeadReader() {}

    /**
     * Reads a document.
     *
     * @param text as {@link DocumentText#clean} gives it
     * @param strict whether a head that needs repair is refused
     */
    public static Head read(String text, boolean strict) {
        Fences fences = Fences.of(text);
        if (!fences.found()) {
            return allBody(text, "no front matter was found; the whole text is the body");
        }
        if (fences.head().length() > LONGEST) {
            return fences.opened()
                    ? new Head.Unreadable(
                            "the front matter is longer than " + LONGEST + " characters",
                            fences.headLine(),
                            1,
                            "",
                            null)
                    : allBody(text, "what stands before the first fence is too long for front matter");
        }
        return fences.json() ? json(text, fences, strict) : yaml(text, fences, strict);
    }

    private static Head json(String text, Fences fences, boolean strict) {
        try {
            JsonHead.Value read = JsonHead.read(fences.head());
            Head.Read head = found(Format.JSON, fences, read.values(), read.notices());
            return strict ? refusingRepairs(fences, head) : head;
        } catch (Fault fault) {
            return fault.limit() || strict
                    ? unreadable(fences, fault)
                    : allBody(text, "the front matter is not JSON; the whole text is the body");
        }
    }

    private static Head yaml(String text, Fences fences, boolean strict) {
        Characters.Cleaned head = Characters.clean(fences.head());
        try {
            Head read = yaml(text, fences, head.text(), head.notices());
            return strict ? refusingRepairs(fences, read) : read;
        } catch (Fault fault) {
            return fault.limit() && fences.opened()
                    ? unreadable(fences, fault)
                    : repaired(text, fences, head, fault, strict);
        }
    }

    private static Head yaml(String text, Fences fences, String head, List<Notice> notices) throws Fault {
        YamlHead.Value read = YamlHead.read(head);
        if (read.value() instanceof String && fences.opened() && Entry.beginsWithKnownKey(head)) {
            throw new Fault("a blank is missing after the colon", 0, Math.max(0, Entry.keyEnd(head)), false);
        }
        if (!(read.value() instanceof Map<?, ?> map) || map.isEmpty()) {
            return allBody(text, "the front matter holds no keys; the whole text is the body");
        }
        Map<String, Object> values = new LinkedHashMap<>();
        map.forEach((key, value) -> values.put((String) key, value));
        List<Notice> all = new ArrayList<>(notices);
        all.addAll(read.notices());
        return found(Format.YAML, fences, values, all);
    }

    private static Head repaired(String text, Fences fences, Characters.Cleaned head, Fault fault, boolean strict) {
        if (!fences.opened() && !Entry.beginsWithKnownKey(head.text())) {
            return allBody(text, "what stands before the first fence is no front matter; the whole text is the body");
        }
        if (strict || fault.limit()) {
            return unreadable(fences, fault);
        }
        Repair repair = Repair.of(head.text());
        List<Notice> notices = new ArrayList<>(head.notices());
        notices.addAll(repair.notices());
        try {
            return yaml(text, fences, repair.head(), notices);
        } catch (Fault stillThere) {
            return unreadable(fences, stillThere);
        }
    }

    private static Head refusingRepairs(Fences fences, Head head) {
        if (head instanceof Head.Read read
                && read.frontMatter().format() != Format.NONE
                && !read.notices().isEmpty()) {
            Notice first = read.notices().get(0);
            int inHead = first.line() - fences.headLine();
            return unreadable(fences, new Fault(first.message(), inHead, first.column() - 1, false));
        }
        return head;
    }

    private static Head.Read found(Format format, Fences fences, Map<String, Object> values, List<Notice> inHead) {
        List<Notice> notices = inHead.stream()
                .sorted(Comparator.comparing(Notice::line).thenComparing(Notice::column))
                .map(n -> new Notice(n.code(), n.message(), n.line() + fences.headLine() - 1, n.column()))
                .toList();
        return new Head.Read(new FrontMatter(format, fences.head(), values), fences.body(), notices);
    }

    private static Head allBody(String text, String why) {
        return new Head.Read(
                new FrontMatter(Format.NONE, "", Map.of()), text, List.of(Notice.of("no-front-matter", why)));
    }

    private static Head unreadable(Fences fences, Fault fault) {
        List<String> lines = fences.head().lines().toList();
        int line = Math.max(0, Math.min(fault.line(), lines.size() - 1));
        String lineText = lines.isEmpty() ? "" : lines.get(line);
        return new Head.Unreadable(
                fault.getMessage(),
                fences.headLine() + line,
                fault.column() + 1,
                lineText.length() > 200 ? lineText.substring(0, 200) : lineText,
                fault.limit() ? null : Quoting.suggestion(lineText));
    }
}
