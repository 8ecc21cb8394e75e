package dev.periodical.ingest.article;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.periodical.events.Body;
import java.time.Duration;
import java.time.ZoneId;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Documents made to break readers: each gets an answer within bounded time, whatever it is. */
class HostileInputTest {

    /** A mebibyte, or less to keep the build quick: what is quadratic shows itself at a thirtieth. */
    private static final int MIB = Integer.getInteger("periodical.hostile.size", 1 << 15);

    private static final Duration SOON = Duration.ofSeconds(5);

    private final ArticleReader reader = new ArticleReader(ReadingPolicy.of(ZoneId.of("Asia/Shanghai")));

    static Stream<Arguments> documents() {
        return Stream.of(
                trap("fences", "-".repeat(8 * MIB)),
                trap("lines of fences", "---\n".repeat(2 * MIB)),
                trap("fences that nothing closes", "----\n" + "---\n".repeat(MIB)),
                trap("blank lines", "\n".repeat(8 * MIB)),
                trap("flow lists", "---\na: " + "[".repeat(MIB / 2) + "\n---\n"),
                trap("flow maps", "---\na: " + "{a: ".repeat(MIB / 8) + "\n---\n"),
                trap("nested block lists", "---\na:\n " + "- ".repeat(MIB / 4) + "x\n---\n"),
                trap("alias bomb", aliasBomb()),
                trap("merge bomb", mergeBomb()),
                trap("many keys", keys(MIB / 16)),
                trap("one long key", "---\n" + "k".repeat(MIB / 2) + ": v\n---\n"),
                trap("one long line", "---\na: " + "b c ".repeat(MIB / 8) + "\n---\n"),
                trap("open quotes", "---\n" + "a: \"x\n".repeat(MIB / 16) + "---\n"),
                trap("faulty entries", "---\n" + "a: b: c\n".repeat(MIB / 16) + "---\n"),
                trap("faulty lines", "---\na:\n" + " - @x\n".repeat(MIB / 16) + "---\n"),
                trap("faulty tabs", "---\na:\n" + " \t- x\n".repeat(MIB / 16) + "---\n"),
                trap("quoted items", "---\na: [" + "\"x\",".repeat(MIB / 8) + "]\n---\n"),
                trap("open raw tags", "{% raw %}\n".repeat(MIB / 10)),
                trap("open raw tags in a line", "x " + "{% raw %}".repeat(MIB / 9)),
                trap("tags in html", "<p>" + "{% img a.png %}".repeat(MIB / 32)),
                trap("open tags in html", "<p>" + "{% img a ".repeat(MIB / 8)),
                trap("anchors", "---\na: " + "&a ".repeat(MIB / 32) + "\n---\n"),
                trap("json arrays", ";;;\n\"a\": " + "[".repeat(MIB / 2) + "\n;;;\n"),
                trap("json members", ";;;\n" + "\"a\": 1,".repeat(MIB / 8) + "\"b\": 2\n;;;\n"),
                trap("open tags", "<div>".repeat(MIB / 5)),
                trap("open formatting", "<b><i><font>".repeat(MIB / 12)),
                trap("misnested formatting", "<b><p></b>".repeat(MIB / 40)),
                trap("misnested links", "<a><table>".repeat(MIB / 80)),
                trap("attributes", "<p " + "a%d=1 ".repeat(MIB).replace("%d", "") + ">"),
                trap("distinct attributes", attributes(MIB)),
                trap("background addresses", "<p style=\"background:url(" + "(".repeat(MIB) + "\">x"),
                trap("srcset", "<img srcset=\"" + "a 1x,".repeat(MIB / 5) + "\">"),
                trap("srcset of commas", "<img srcset=\"a" + ",".repeat(MIB) + "\">"),
                trap("pictures", pictures(MIB / 16)),
                trap("open comments", "<p>" + "<!--".repeat(MIB / 4)),
                trap("more marks", "<p>" + "<!-- more ".repeat(MIB / 10)),
                trap("nested quotes", ">".repeat(MIB)),
                trap("nested lists", "- ".repeat(MIB / 2)),
                trap("open brackets", "x " + "[".repeat(MIB / 2)),
                trap("open pictures", "x " + "![".repeat(MIB / 4)),
                trap("open links", "x " + "[a](".repeat(MIB / 8)),
                trap("nested links", "x " + "[".repeat(MIB / 32) + "a" + "](b)".repeat(MIB / 32)),
                trap("emphasis", "x " + "*a ".repeat(MIB / 8)),
                trap("mixed emphasis", "x " + "*a _b ".repeat(MIB / 16)),
                trap("nested emphasis", "x " + "*a **a ".repeat(MIB / 32) + "b" + "** a*".repeat(MIB / 32)),
                trap("strikes", "x " + "~a~~".repeat(MIB / 8)),
                trap("backticks", backticks()),
                trap("table cells", "a|b\n-|-\n" + "|".repeat(MIB / 2)),
                trap("table rows", "a|b\n-|-\n" + "|x|y|\n".repeat(MIB / 16)),
                trap("footnotes", "[^a]: x\n\n" + "[^a] ".repeat(MIB / 16)),
                trap("reference definitions", references()),
                trap("hexo tags", "x " + "{% ".repeat(MIB / 4)),
                trap("autolinks", "x " + "http://a.b ".repeat(MIB / 16)),
                trap("at signs", "x " + "a@".repeat(MIB / 4)),
                trap("inputs", "<p>" + "<input type=checkbox><input>".repeat(MIB / 32)),
                trap("frames", "<p>" + "<iframe src=//a.b></iframe><embed>".repeat(MIB / 32)),
                trap("open html", "x " + "<!A <? <![CDATA[ <a x=\"".repeat(MIB / 20)),
                trap("open angles", "x " + "[a](<b".repeat(MIB / 6)),
                trap("entities", "x " + "&#x110000;&amp".repeat(MIB / 16)),
                trap("surrogates", "---\ntitle: \uD800\n---\n" + "\uDC00".repeat(MIB)),
                trap("nul", "\0".repeat(MIB)),
                trap("carriage returns", "\r".repeat(MIB)),
                trap("controls", "---\n" + "\u0001".repeat(MIB / 2) + "\n---\n"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("documents")
    void trap_isAnswered(String name, String document) {
        for (Body.Kind kind : new Body.Kind[] {null, Body.Kind.MARKDOWN, Body.Kind.HTML}) {
            // When
            Reading reading = assertTimeoutPreemptively(
                    SOON, () -> reader.read(new Submission(document, kind, null, null, null, false)));

            // Then
            assertThat(reading).isNotNull();
        }
    }

    private static Arguments trap(String name, String document) {
        return Arguments.of(name, document);
    }

    private static String aliasBomb() {
        StringBuilder bomb = new StringBuilder("---\na0: &a0 [x,x,x,x,x,x,x,x,x,x]\n");
        for (int i = 1; i < 12; i++) {
            bomb.append("a%d: &a%d [".formatted(i, i))
                    .append("*a%d,".formatted(i - 1).repeat(10))
                    .append("x]\n");
        }
        return bomb.append("---\n").toString();
    }

    private static String mergeBomb() {
        StringBuilder bomb = new StringBuilder("---\na: &a {" + "k: v, ".repeat(1) + "l: w}\n");
        for (int i = 0; i < 10_000; i++) {
            bomb.append("m").append(i).append(": {<<: [*a,*a,*a,*a,*a]}\n");
        }
        return bomb.append("---\n").toString();
    }

    private static String keys(int count) {
        StringBuilder keys = new StringBuilder("---\n");
        for (int i = 0; i < count; i++) {
            keys.append('k').append(i).append(": v\n");
        }
        return keys.append("---\n").toString();
    }

    private static String attributes(int count) {
        StringBuilder tag = new StringBuilder("<p ");
        for (int i = 0; i < count; i++) {
            tag.append('a').append(i).append("=1 ");
        }
        return tag.append('>').toString();
    }

    private static String pictures(int count) {
        StringBuilder pictures = new StringBuilder("<p>");
        for (int i = 0; i < count; i++) {
            pictures.append("<img src=").append(i).append(".png>");
        }
        return pictures.toString();
    }

    private static String backticks() {
        StringBuilder text = new StringBuilder("x ");
        for (int i = 1; i < 500; i++) {
            text.append("`".repeat(i)).append(' ');
        }
        return text.toString();
    }

    private static String references() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < MIB / 16; i++) {
            text.append("[r").append(i).append("]: /x\n");
        }
        return text.append("\n").append("[r1] ".repeat(MIB / 16)).toString();
    }
}
