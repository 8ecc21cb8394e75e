package dev.periodical.ingest.article;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.periodical.ingest.frontmatter.DocumentText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Real posts against what Hexo's own parsers see in them: one point a post for each field. The posts are other people's
 * texts, so they stay outside the project: {@code -Dperiodical.posts=DIR} names a folder with {@code posts/} and {@code
 * oracle.json}.
 */
@EnabledIfSystemProperty(named = "periodical.posts", matches = ".+")
class PostsCorpusTest {

    private static final double GOOD_ENOUGH = 0.98;

    private final ArticleReader reader = new ArticleReader(ReadingPolicy.of(ZoneId.of("Asia/Shanghai")));
    private final Map<Verdict.Field, List<String>> failures = new EnumMap<>(Verdict.Field.class);

    @Test
    void everyField_isReadAsHexoReadsIt() throws IOException {
        // Given
        Path corpus = Path.of(System.getProperty("periodical.posts"));
        JsonNode posts = new ObjectMapper()
                .readTree(corpus.resolve("oracle.json").toFile())
                .get("posts");

        // When
        for (JsonNode oracle : posts) {
            byte[] bytes = Files.readAllBytes(
                    corpus.resolve("posts").resolve(oracle.get("file").asText()));
            score(oracle, Verdict.on(oracle, read(bytes), bytes));
        }

        // Then
        for (Verdict.Field field : Verdict.Field.values()) {
            List<String> failed = failures.getOrDefault(field, List.of());
            System.out.printf("%-10s %d/%d%n", field, posts.size() - failed.size(), posts.size());
            failed.forEach(each -> System.out.println("    " + each));
        }
        assertThat(Verdict.Field.values())
                .allSatisfy(field -> assertThat(failures.getOrDefault(field, List.of()))
                        .hasSizeLessThanOrEqualTo((int) (posts.size() * (1 - GOOD_ENOUGH))));
        assertThat(failures.values().stream().flatMap(List::stream).filter(each -> each.compareTo("0101") < 0))
                .isEmpty();
    }

    private Reading read(byte[] bytes) {
        return DocumentText.decode(bytes, "utf-8") instanceof DocumentText.Text text
                ? reader.read(new Submission(text.text(), null, null, null, null, false))
                : new Reading.Refused("no text", null, null, null, null);
    }

    private void score(JsonNode oracle, Map<Verdict.Field, String> wrong) {
        String file = oracle.get("file").asText().replace(".md", "");
        wrong.forEach((field, why) ->
                failures.computeIfAbsent(field, any -> new ArrayList<>()).add(file + " " + why));
    }
}
