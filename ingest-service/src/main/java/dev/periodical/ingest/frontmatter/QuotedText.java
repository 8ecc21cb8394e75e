package dev.periodical.ingest.frontmatter;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;

/** What the YAML library reads in quoted text without a word, though other readers refuse it. */
final class QuotedText {

    /** Counting code points anew for each text takes time by its square. */
    private static final int LONGEST_LINE = 2_000;

    private final String yaml;
    private String[] lines;

    QuotedText(String yaml) {
        this.yaml = yaml;
    }

    /** Nothing for what every reader takes. */
    List<Notice> notices(ScalarEvent scalar) {
        if (!scalar.isDQuoted() && !scalar.isSQuoted()
                || scalar.getStartMark().isEmpty()
                || scalar.getEndMark().isEmpty()) {
            return List.of();
        }
        Mark begin = scalar.getStartMark().get();
        Mark end = scalar.getEndMark().get();
        List<Notice> notices = new ArrayList<>();
        if (unindented(begin.getLine() + 1, end.getLine())) {
            notices.add(
                    at(begin, "unindented-text", "quoted text over lines that are not indented was read as one text"));
        }
        if (hashAt(end.getLine(), end.getColumn())) {
            notices.add(at(begin, "text-after-quote", "what stands right after the quoted text was read as a comment"));
        }
        return notices;
    }

    private static Notice at(Mark mark, String code, String message) {
        return new Notice(code, message, mark.getLine() + 1, mark.getColumn() + 1);
    }

    private boolean unindented(int from, int to) {
        return from <= to
                && IntStream.rangeClosed(from, to)
                        .mapToObj(this::sourceLine)
                        .anyMatch(line -> !line.isBlank() && line.charAt(0) != ' ');
    }

    /** @param column in code points, as the library counts */
    private boolean hashAt(int line, int column) {
        String text = sourceLine(line);
        return text.length() <= LONGEST_LINE
                && column < text.length()
                && column < text.codePointCount(0, text.length())
                && text.charAt(text.offsetByCodePoints(0, column)) == '#';
    }

    private String sourceLine(int line) {
        lines = lines == null ? yaml.split("\n", -1) : lines;
        return line < lines.length ? lines[line] : "";
    }
}
