package dev.periodical.ingest.frontmatter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.periodical.events.FrontMatter.Format;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a head ends and what it says, by hexo-front-matter's published behaviours. */
class HeadReaderTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "---\nname: pier\n---\nrest",
                "-----\nname: pier\n-----\nrest",
                "name: pier\n---\nrest",
                "name: pier\n-------\nrest",
                "\n---\nname: pier\n---\nrest",
                "\n \n\n---\nname: pier\n---\nrest",
                ";;;\n\"name\": \"pier\"\n;;;\nrest",
                "\"name\": \"pier\"\n;;;\nrest",
                ";;;;\n\"name\": \"pier\"\n;;;;\nrest"
            })
    void fences_partHeadFromBody(String document) {
        // When
        Head.Read head = read(document);

        // Then
        assertThat(head.frontMatter().values()).containsExactly(entry("name", "pier"));
        assertThat(head.body()).isEqualTo("rest");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "just text\nof two lines",
                "------\nname: pier\n---\nrest",
                "---name\n---\nrest",
                "---rest",
                "--- \nname: pier\n---\nrest",
                "---\n---\nrest",
                "---\n\n---\nrest",
                "---\n# nothing but a remark\n---\nrest",
                "---\nname:pier\n---\nrest",
                "title:pier\n---\nrest",
                "name\n---\nrest",
                "name\n;;;\nrest",
                ";;;\n\"name\": \"pier\",\n;;;\nrest",
                ";;;\n\"name\": \"pier\"\n---\nrest",
                "---\n- a\n- b\n---\nrest",
                "A heading\n---\nrest",
                "Some prose: with: colons\n\n---\nrest",
                ""
            })
    void whatIsNoHead_isAllBody_andSaidSo(String document) {
        // When
        Head.Read head = read(document);

        // Then
        assertThat(head.frontMatter().format()).isEqualTo(Format.NONE);
        assertThat(head.frontMatter().values()).isEmpty();
        assertThat(head.body()).isEqualTo(document);
        assertThat(head.notices()).extracting(Notice::code).containsExactly("no-front-matter");
    }

    @Test
    void longerClosingFence_leavesItsRestInTheBody() {
        assertThat(read("---\nname: pier\n-----\nrest").body()).isEqualTo("--\nrest");
    }

    @Test
    void laterFences_stayInTheBody() {
        assertThat(read("---\nname: pier\n---\nrest\n---\nmore").body()).isEqualTo("rest\n---\nmore");
        assertThat(read("---\nname: |\n  a\n  ---\n  b\n---\nrest").body()).isEqualTo("rest");
    }

    @Test
    void missingBody_isEmpty() {
        assertThat(read("---\nname: pier\n---").body()).isEmpty();
        assertThat(read("name: pier\n---").body()).isEmpty();
        assertThat(read("---\nname: pier\n---\n\nrest\n").body()).isEqualTo("\nrest\n");
    }

    @Test
    void scalars_stayAsWritten() {
        // When
        Map<String, Object> values = values("a: 2021\nb: yes\nc: 1e3\nd: 2021-01-07\ne: 0322\nf: 12:30:45\ng: 1_000\n"
                + "h: 12345678901234567890\ni: '~'\nj: \"true\"\nk: C#\nl: a：b\nm: it''s");

        // Then
        assertThat(values.values())
                .containsExactly(
                        "2021",
                        "yes",
                        "1e3",
                        "2021-01-07",
                        "0322",
                        "12:30:45",
                        "1_000",
                        "12345678901234567890",
                        "~",
                        "true",
                        "C#",
                        "a：b",
                        "it''s");
    }

    @Test
    void booleansAndNulls_areRead_butNotWhereTextIsMeant() {
        // When
        Map<String, Object> values =
                values("comments: false\ntoc: True\na:\nb: ~\nc: null\ntitle: true\ntags: [true, null, 007]");

        // Then
        assertThat(values)
                .containsEntry("comments", false)
                .containsEntry("toc", true)
                .containsEntry("title", "true");
        assertThat(values).containsEntry("a", null).containsEntry("b", null).containsEntry("c", null);
        assertThat(values).containsEntry("tags", Arrays.asList("true", null, "007"));
    }

    @Test
    void aliasesAndMerges_areExpanded() {
        // When
        Map<String, Object> values = values("a: &x {p: 1, q: 2}\nb: *x\nc:\n  <<: *x\n  q: 3\nd:\n  <<: [*x]");

        // Then
        assertThat(values.get("b")).isEqualTo(Map.of("p", "1", "q", "2"));
        assertThat(values.get("c")).isEqualTo(Map.of("p", "1", "q", "3"));
        assertThat(values.get("d")).isEqualTo(Map.of("p", "1", "q", "2"));
    }

    @Test
    void keys_keepOrderAndSpelling() {
        assertThat(values("tltle: a\nLast updated: b\n1: c\nnull: d\n\u200Bzero: e")
                        .keySet())
                .containsExactly("tltle", "Last updated", "1", "null", "\u200Bzero");
    }

    @Test
    void jsonNumbers_areText() {
        // When
        Head.Read head =
                read(";;;\n\"n\": 1.50, \"t\": true, \"z\": null,\n\"l\": [\"a\", 2], \"title\": 7\n;;;\nrest");

        // Then
        assertThat(head.frontMatter().format()).isEqualTo(Format.JSON);
        assertThat(head.frontMatter().values())
                .containsEntry("n", "1.50")
                .containsEntry("t", true)
                .containsEntry("z", null)
                .containsEntry("l", List.of("a", "2"))
                .containsEntry("title", "7");
    }

    @Test
    void quotedTextOverUnindentedLines_isOneValue() {
        assertThat(values("excerpt: \"first\nsecond: half\n\nlast\"\ntitle: t"))
                .containsExactly(entry("excerpt", "first second: half\nlast"), entry("title", "t"));
    }

    @Test
    void rawHead_isKept() {
        assertThat(read("\n---\na:   1 # why\n---\nrest").frontMatter().raw()).isEqualTo("a:   1 # why");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a: [1, 2", "a: b\n  c: d", "a:\n  - b\n c: d\nstray"})
    void whatNobodyCanRead_isRefusedWithItsPlace(String faulty) {
        // When
        Head head = HeadReader.read("---\ntitle: t\n" + faulty + "\n---\nrest", false);

        // Then
        if (head instanceof Head.Unreadable unreadable) {
            assertThat(unreadable.line()).isBetween(3, 6);
            assertThat(unreadable.reason()).isNotBlank();
        } else {
            assertThat(((Head.Read) head).notices()).isNotEmpty();
        }
    }

    @Test
    void tooDeep_isRefused() {
        // When
        Head head = HeadReader.read("---\na: " + "[".repeat(60) + "]".repeat(60) + "\n---\nrest", false);

        // Then
        assertThat(head).isInstanceOf(Head.Unreadable.class);
        assertThat(((Head.Unreadable) head).reason()).contains("50");
    }

    @Test
    void tabsAtTheStartOfLines_areTwoBlanksEach() {
        assertThat(values("a:\n\tb:\n\t\tc: x\ty")).isEqualTo(Map.of("a", Map.of("b", Map.of("c", "x\ty"))));
    }

    @Test
    void bounds_areWhereTheyAreSaidToBe() {
        assertThat(HeadReader.read("---\na: " + "[".repeat(49) + "]".repeat(49) + "\n---\nrest", false))
                .isInstanceOf(Head.Read.class);
        assertThat(HeadReader.read("---\na: [" + "x,".repeat(99_990) + "]\n---\nrest", false))
                .isInstanceOf(Head.Read.class);
        Head tooMany = HeadReader.read("---\na: [" + "x,".repeat(100_000) + "]\n---\nrest", false);
        assertThat(((Head.Unreadable) tooMany).reason()).contains("100000");
        Head expanded = HeadReader.read(
                "---\na: &a [" + "x,".repeat(1_000) + "]\nb: [" + "*a,".repeat(100) + "]\n---\nrest", false);
        assertThat(((Head.Unreadable) expanded).reason()).contains("aliases");
    }

    private static Head.Read read(String document) {
        Head head = HeadReader.read(document, false);
        assertThat(head).isInstanceOf(Head.Read.class);
        return (Head.Read) head;
    }

    private static Map<String, Object> values(String yaml) {
        return read("---\n" + yaml + "\n---\nrest").frontMatter().values();
    }
}
