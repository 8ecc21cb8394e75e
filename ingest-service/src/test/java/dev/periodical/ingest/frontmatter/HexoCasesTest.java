package dev.periodical.ingest.frontmatter;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.periodical.events.FrontMatter.Format;
import dev.periodical.events.StatedDate;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Documents with what hexo-front-matter 5 makes of them, and 4 where it differs; one of the two readings is ours, but for the
 * differences that the room's README states. {@code -Dperiodical.frontmatter-cases=FILE} names them.
 */
@EnabledIfSystemProperty(named = "periodical.frontmatter-cases", matches = ".+")
class HexoCasesTest {

    /** Read as front matter here, or refused, where Hexo sees text alone: more of the document is kept. */
    private static final Set<String> KEEPING_MORE = Set.of(
            "probe: two blank lines before the opening separator",
            "probe: lone CR only",
            "probe: non-breaking space before a value",
            "probe: no space after the colon",
            "probe: full-width colon as the separator");

    /** A list is no front matter here: every value has a key. Keys that are no text keep the text that was written. */
    private static final Set<String> OTHERWISE = Set.of(
            "probe: front matter that is a list",
            "probe: title of braces",
            "probe: list as a key",
            "probe: non-string keys",
            "probe: _content as a key");

    static List<JsonNode> cases() throws IOException {
        List<JsonNode> cases = new ArrayList<>();
        new ObjectMapper()
                .readTree(Path.of(System.getProperty("periodical.frontmatter-cases"))
                        .toFile())
                .get("cases")
                .forEach(cases::add);
        cases.removeIf(each -> !each.get("input").isTextual()
                || each.get("kind").asText().equals("stringify")
                || each.get("kind").asText().equals("escape")
                || OTHERWISE.contains(each.get("name").asText()));
        return cases;
    }

    @ParameterizedTest
    @MethodSource("cases")
    void document_isReadAsHexoReadsIt(JsonNode each) {
        // Given
        String text = DocumentText.clean(each.get("input").asText()).text();
        JsonNode expected = each.get("expected");

        // When
        if (each.get("kind").asText().equals("split")) {
            Fences fences = Fences.of(text);
            assertThat(fences.found()).isEqualTo(expected.has("data"));
            assertThat(fences.head()).isEqualTo(expected.path("data").asText(""));
            assertThat(fences.body()).isEqualTo(expected.get("content").asText());
            return;
        }
        Head head = HeadReader.read(text, false);

        // Then
        if (KEEPING_MORE.contains(each.get("name").asText())) {
            assertThat(((Head.Read) head).frontMatter().values()).isNotEmpty();
        } else if (expected.has("throws")) {
            boolean read = head instanceof Head.Read repaired
                    && (!repaired.notices().isEmpty()
                            || each.has("hexo_front_matter_4")
                                    && same(each.get("hexo_front_matter_4"), repaired, each));
            assertThat(head instanceof Head.Unreadable || read)
                    .as(head.toString())
                    .isTrue();
        } else {
            boolean same = same(expected, (Head.Read) head, each)
                    || each.has("hexo_front_matter_4") && same(each.get("hexo_front_matter_4"), (Head.Read) head, each);
            assertThat(same).as(head.toString()).isTrue();
        }
    }

    private static boolean same(JsonNode expected, Head.Read head, JsonNode each) {
        String body = expected.path("_content").asText().replace("\r\n", "\n");
        ZoneId zone = ZoneId.of(each.path("options").path("defaultTimeZone").asText("UTC"));
        Map<String, Object> values = head.frontMatter().values();
        boolean none = expected.size() == 1 && head.frontMatter().format() == Format.NONE;
        return head.body().equals(body.replace("\0", ""))
                && (none || values.size() == expected.size() - 1)
                && expected.properties().stream()
                        .filter(entry -> !entry.getKey().equals("_content"))
                        .allMatch(entry -> same(entry.getValue(), values.get(entry.getKey()), zone));
    }

    private static boolean same(JsonNode expected, Object value, ZoneId zone) {
        if (expected.has("$instant")) {
            StatedDate date = Dates.read((String) value, zone);
            String instant = expected.get("$instant").asText();
            return instant.equals("invalid")
                    ? date.instant() == null
                    : Instant.parse(instant).equals(date.instant());
        }
        if (expected.isArray()) {
            return value instanceof List<?> list
                    && list.size() == expected.size()
                    && IntStream.range(0, list.size()).allMatch(i -> same(expected.get(i), list.get(i), zone));
        }
        if (expected.isObject() && !expected.has("$number")) {
            return value instanceof Map<?, ?> map
                    && StreamSupport.stream(expected.properties().spliterator(), false)
                            .allMatch(entry -> same(entry.getValue(), map.get(entry.getKey()), zone));
        }
        return expected.isNull()
                ? value == null
                : expected.isNumber() || expected.has("$number")
                        ? value instanceof String
                        : expected.asText().equals(value == null ? null : value.toString());
    }
}
