package dev.periodical.bench.posts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.periodical.events.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A judge that finds nothing would be of no use: each field can fail. */
class VerdictTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String DOCUMENT = "---\ntitle: Pier: Day 2\nid: 7\n---\nx";

    @Test
    void rightAnswer_hasNoFault() throws IOException {
        assertThat(Verdict.on(seen(), answer(), bytes()).faults()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "title, \"pier\", TITLE",
        "published, '{\"instant\":\"2021-10-09T15:05:03Z\"}', DATE",
        "categories, '[[\"a\"],[\"b\"]]', CATEGORIES",
        "tags, '[]', TAGS",
        "frontMatter, '{\"raw\":\"\",\"values\":{\"title\":\"Pier\",\"id\":\"8\"}}', KEYS",
        "body, '{\"raw\":\"y\"}', BODY",
        "html, '\"<img src=b.png><img src=a.png>\"', IMAGES",
        "images, '[{\"url\":\"a.png\"},{\"url\":\"b.png\"}]', ORIGINALS"
    })
    void wrongField_isFound(String name, String value, Field field) throws IOException {
        // Given
        Door.Answer answer = answer();
        ((ObjectNode) answer.body().get("article")).set(name, JSON.readTree(value));

        // When, Then
        assertThat(Verdict.on(seen(), answer, bytes()).faults()).containsOnlyKeys(field);
    }

    @Test
    void refusalOfWhatHexoReads_isAFault() throws IOException {
        Door.Answer refused = new Door.Answer(422, JSON.readTree("{\"line\":2,\"text\":\"x\",\"suggestion\":\"y\"}"));
        assertThat(Verdict.on(seen(), refused, bytes()).faults()).containsOnlyKeys(Field.ACCEPTED);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            422 | {"line":2,"text":"x","suggestion":"y"}                                |
            422 | {"line":2,"text":"x"}                                                 | ACCEPTED
            500 | {}                                                                    | ACCEPTED
            200 | {"article":{"title":"Pier: Day 2"},"warnings":[{"code":"x"}]}         |
            200 | {"article":{"title":"Pier: Day 2"},"warnings":[]}                     | ACCEPTED
            200 | {"article":{"title":"Pier"},"warnings":[{"code":"x"}]}                | TITLE
            """)
    void malformed_isRefusedWithHelp_orRepairedAndSaid(int status, String body, Field fault) throws IOException {
        // When
        Verdict verdict = Verdict.on(
                JSON.readTree("{\"expect\":\"malformed\"}"), new Door.Answer(status, JSON.readTree(body)), bytes());

        // Then
        assertThat(verdict.faults().keySet().stream().findFirst().orElse(null)).isEqualTo(fault);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            title: \"\"\"'pier'                  | pier
            title: [Draft] pier                  | [Draft] pier
            title: pier: open                    | pier: open
            """)
    void meantTitle_isTheTextWithoutItsQuotes(String line, String title) {
        assertThat(Repaired.title("---\n" + line + "\n  \n\n'\nid: 1\n---\ntitle: no"))
                .isEqualTo(title);
    }

    @Test
    void windows_keepsEveryByte() {
        assertThat(Windows.of("a\nb\r\n".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("\uFEFFa\r\nb\r\n".getBytes(StandardCharsets.UTF_8));
    }

    private static JsonNode seen() throws IOException {
        return JSON.readTree("""
                {"expect":"read","title":"Pier","title_type":"string","date":"2021-10-09T07:05:03.000Z",
                 "category_paths":[["a","b"]],"categories":["a","b"],"tags":["t"],"keys":["title","id"],"values":{"id":7},
                 "body_sha256":"%s","body_kind":"html","images":["a.png","b.png","a.png"],
                 "image_details":[{"src":"b.png","data-original":"c.png"}]}
                """.formatted(Sha256.hex("x")));
    }

    private static Door.Answer answer() throws IOException {
        return new Door.Answer(200, JSON.readTree("""
                {"article":{"title":"Pier","published":{"instant":"2021-10-09T07:05:03Z"},"categories":[["a","b"]],
                 "tags":["t"],"frontMatter":{"raw":"id: 7","values":{"title":"Pier","id":"7"}},"body":{"raw":"x"},
                 "html":"<img src=a.png><img src=b.png>",
                 "images":[{"url":"a.png"},{"url":"b.png","alternatives":["c.png"]}]},"warnings":[]}
                """));
    }

    private static byte[] bytes() {
        return DOCUMENT.getBytes(StandardCharsets.UTF_8);
    }
}
