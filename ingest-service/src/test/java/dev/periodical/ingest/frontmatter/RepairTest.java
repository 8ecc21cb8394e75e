package dev.periodical.ingest.frontmatter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The usual faults: read as they were meant, with a notice where; refused when asked to be strict. */
class RepairTest {

    @ParameterizedTest
    @CsvSource(quoteCharacter = '^', delimiterString = "=>", textBlock = """
            title: Harbour: Day 2 => Harbour: Day 2 => unquoted-text
            title: [Draft] Harbour => [Draft] Harbour => unquoted-text
            title: {Draft} Harbour => {Draft} Harbour => unquoted-text
            title: @harbour => @harbour => unquoted-text
            title: %harbour => %harbour => unquoted-text
            title: `harbour` => `harbour` => unquoted-text
            title: *harbour => *harbour => unquoted-text
            title: > harbour => > harbour => unquoted-text
            title: | harbour => | harbour => unquoted-text
            title: 'the pilot's boat' => the pilot's boat => quotes
            title: "the "old" pier" => the "old" pier => quotes
            title: "C:\\harbour" => C:\\harbour => quotes
            title: \"\"\"\"\"'pier'\"\"\"\"\" => pier => quotes
            title: "never closed => never closed => quotes
            title:harbour => harbour => missing-space
            title：harbour => harbour => missing-space
            title:　harbour => harbour => missing-space
            """)
    void faultyTitle_isReadAsMeant(String line, String title, String code) {
        // When
        Head.Read head = (Head.Read) HeadReader.read("---\nid: 1\n" + line + "\ntags: x\n---\nrest", false);

        // Then
        assertThat(head.frontMatter().values()).containsEntry("title", title).containsEntry("tags", "x");
        assertThat(head.notices()).extracting(Notice::code).containsExactly(code);
        assertThat(head.notices()).extracting(Notice::line).containsExactly(3);
    }

    @Test
    void tabs_areBlanks() {
        assertRepaired("tags:\n\t- a\n\t- b", "tags", List.of("a", "b"), "tab-indentation", 3);
        assertRepaired("tags:\n \t- a\n  - b", "tags", List.of("a", "b"), "tab", 3);
        assertRepaired("tags:\ta\nb: c: d", "tags", "a", "unquoted-text", 3);
    }

    @Test
    void faultyItem_isQuotedAlone() {
        assertRepaired("tags:\n  - @a\n  - b", "tags", List.of("@a", "b"), "unquoted-text", 3);
    }

    @Test
    void textOverUnindentedLines_isFolded() {
        assertRepaired("title: the pier\n      \n\n  \nis open", "title", "the pier is open", "unquoted-text", 2);
    }

    @Test
    void duplicateKey_keepsTheLast() {
        assertRepaired("a: 1\na: 2", "a", "2", "duplicate-key", 3);
    }

    @Test
    void controlCharacter_isDropped() {
        assertRepaired("a: pi\u0008er", "a", "pier", "control-character", 2);
    }

    @Test
    void faultInOneEntry_leavesTheOthersAsTheyAre() {
        // When
        Head.Read head = (Head.Read) HeadReader.read(
                "---\nexcerpt: \"one\ntwo: three\n\nfour\"\ntitle: a: b\nlist:\n- 'x'\n- [y, z]\n---\nrest", false);

        // Then
        assertThat(head.frontMatter().values())
                .containsEntry("excerpt", "one two: three\nfour")
                .containsEntry("title", "a: b")
                .containsEntry("list", Arrays.asList("x", List.of("y", "z")));
        assertThat(head.notices()).extracting(Notice::line).containsExactly(2, 6);
    }

    @Test
    void everyFaultyLine_isSaidWithItsOwnPlace() {
        // When
        Head.Read head = (Head.Read) HeadReader.read(
                "\n---\ntitle: 'the\npilot's\nboat'\ntags:\n  - @a\n  - b\n  - `c`\nid: 1\nid: 2\n---\nrest", false);

        // Then
        assertThat(head.frontMatter().values())
                .containsEntry("title", "the pilot's boat")
                .containsEntry("tags", List.of("@a", "b", "`c`"))
                .containsEntry("id", "2");
        assertThat(head.notices())
                .extracting(Notice::code, Notice::line, Notice::column)
                .containsExactly(
                        tuple("quotes", 3, 7),
                        tuple("unquoted-text", 7, 5),
                        tuple("unquoted-text", 9, 5),
                        tuple("duplicate-key", 11, 1));
        assertThat(head.notices().get(2).message()).isEqualTo("was read as - '`c`'");
    }

    @Test
    void quotedTextOverUnindentedLines_isSaid() {
        assertRepaired("a: \"one\n\ntwo: three\"\nb: 'x\n  y'", "a", "one\ntwo: three", "unindented-text", 2);
    }

    @Test
    void textAfterQuotedText_isSaid() {
        assertRepaired("a: \"🎉\"# lost\nb: 'x' # a remark", "a", "🎉", "text-after-quote", 2);
        assertRepaired("a: 'x' lost\nb: 1", "a", "'x' lost", "unquoted-text", 2);
    }

    @Test
    void aliasBesideAFault_isNoFault() {
        // When
        Head.Read head = (Head.Read) HeadReader.read("---\na: &x [p, q]\nb: *x\ntitle: c: d\n---\nrest", false);

        // Then
        assertThat(head.frontMatter().values()).containsEntry("b", List.of("p", "q"));
        assertThat(head.notices()).extracting(Notice::line).containsExactly(4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"title:harbour", "title：harbour", "title:harbour\ndate:2021-10-09\ntags:x"})
    void headWithoutAnyBlank_isReadAsMeant(String yaml) {
        // When
        Head.Read head = (Head.Read) HeadReader.read("---\n" + yaml + "\n---\nrest", false);

        // Then
        assertThat(head.frontMatter().values()).containsEntry("title", "harbour");
        assertThat(head.body()).isEqualTo("rest");
        assertThat(head.notices()).extracting(Notice::code).containsOnly("missing-space");
        assertThat(HeadReader.read("---\n" + yaml + "\n---\nrest", true)).isInstanceOf(Head.Unreadable.class);
    }

    @Test
    void duplicateMember_isSaid() {
        // When
        Head.Read head = (Head.Read) HeadReader.read(";;;\n\"a\": 1,\n\"b\": 0, \"a\": 2\n;;;\nrest", false);

        // Then
        assertThat(head.frontMatter().values()).containsEntry("a", "2");
        assertThat(head.notices()).extracting(Notice::line).containsExactly(3);
    }

    @Test
    void faultyJson_isRefusedWithItsPlace_whenStrict() {
        // When
        Head.Unreadable head = (Head.Unreadable) HeadReader.read(";;;\n\"a\": 1,\n\"b\": x\n;;;\nrest", true);

        // Then
        assertThat(head.line()).isEqualTo(3);
        assertThat(head.lineText()).isEqualTo("\"b\": x");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a: [1, 2", "a: b\n   c: d", "title: t\n- x", "a:\n - b\n  - c: d\n e"})
    void whatIsRefused_comesWithLineAndSuggestion(String yaml) {
        // When
        Head head = HeadReader.read("---\n" + yaml + "\n---\nrest", true);

        // Then
        Head.Unreadable unreadable = (Head.Unreadable) head;
        assertThat(yaml.lines().toList().get(unreadable.line() - 2)).isEqualTo(unreadable.lineText());
        assertThat(unreadable.suggestion()).isNotBlank();
    }

    @Test
    void strict_refusesWithPlaceAndSuggestion() {
        // When
        Head head = HeadReader.read("\n---\nid: 1\ntitle: Harbour: Day 2\n---\nrest", true);

        // Then
        Head.Unreadable unreadable = (Head.Unreadable) head;
        assertThat(unreadable.line()).isEqualTo(4);
        assertThat(unreadable.column()).isEqualTo(15);
        assertThat(unreadable.lineText()).isEqualTo("title: Harbour: Day 2");
        assertThat(unreadable.suggestion()).contains("title: 'Harbour: Day 2'");
    }

    @Test
    void strict_refusesEveryRepair() {
        assertThat(HeadReader.read("---\na: 1\na: 2\n---\nrest", true)).isInstanceOf(Head.Unreadable.class);
        assertThat(HeadReader.read("---\na:\n\t- b\n---\nrest", true)).isInstanceOf(Head.Unreadable.class);
        assertThat(HeadReader.read("---\na: 1\n---\nrest", true)).isInstanceOf(Head.Read.class);
    }

    private static void assertRepaired(String yaml, String key, Object value, String code, int line) {
        Head.Read head = (Head.Read) HeadReader.read("---\n" + yaml + "\n---\nrest", false);
        assertThat(head.frontMatter().values()).containsEntry(key, value);
        assertThat(head.notices()).extracting(Notice::code).containsExactly(code);
        assertThat(head.notices()).extracting(Notice::line).containsExactly(line);
    }
}
