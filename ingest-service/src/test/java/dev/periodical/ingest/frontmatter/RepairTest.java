package dev.periodical.ingest.frontmatter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
        assertRepaired("tags:\n \t- a\n \t- b", "tags", List.of("a", "b"), "tab", 2);
        assertRepaired("tags:\ta\nb: c: d", "tags", "a", "unquoted-text", 3);
    }

    @Test
    void faultyItem_isQuotedAlone() {
        assertRepaired("tags:\n  - @a\n  - b", "tags", List.of("@a", "b"), "unquoted-text", 2);
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
        assertThat(head.notices()).hasSize(1);
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
