package dev.periodical.ingest.article;

import static org.assertj.core.api.Assertions.assertThat;

import dev.periodical.events.Article;
import dev.periodical.events.ArticleId;
import dev.periodical.events.Body;
import dev.periodical.events.Sha256;
import dev.periodical.events.StatedDate.Confidence;
import dev.periodical.events.Visibility;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArticleReaderTest {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    private final ArticleReader reader = new ArticleReader(ReadingPolicy.of(SHANGHAI));

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '^', textBlock = """
            categories: a                     => [[a]]
            categories: [a, b]                => [[a, b]]
            categories: [[a, b], [c], d]      => [[a, b], [c], [d]]
            categories: [a, null, 7]          => [[a, 7]]
            categories: []                    => []
            categories:                       => []
            category: a                       => [[a]]
            categories: {a: b, c: }           => [[b, c]]
            categories: [[a, [b]], null]      => [[a, b]]
            """)
    void categories_areHierarchies(String line, String categories) {
        assertThat(document(line).categories()).hasToString(categories);
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '^', textBlock = """
            tags: a                => [a]
            tags: a, b             => [a, b]
            tags: [a, 2015, true]  => [a, 2015, true]
            tags: [a, null, '']    => [a]
            tag: a                 => [a]
            tags:                  => []
            """)
    void tags_areTexts(String line, String tags) {
        assertThat(document(line).tags()).hasToString(tags);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "published: false",
                "published: no",
                "published: 'false'",
                "draft: true",
                "hidden: true",
                "Draft: true",
                "Published: false",
                "Password: x",
                "password: 0",
                "password: no",
                "hide: yes",
                "password: secret",
                "password: 0007",
                "private: 1",
                "encrypted: true",
                "enc_pwd: x",
                "Pass-Word: x",
                "publish: false",
                "visible: off"
            })
    void marked_isRestricted(String line) {
        assertThat(document(line).visibility()).isEqualTo(Visibility.RESTRICTED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"published: true", "published:", "draft: false", "hidden: no", "password: ''", "comments: false"
            })
    void unmarked_isPublic(String line) {
        assertThat(document(line).visibility()).isEqualTo(Visibility.PUBLIC);
    }

    @Test
    void key_isTheIdentity_thenSource_thenContent() {
        // Given
        String head = "---\ntitle: t\nauthor: a\ndate: 2021-10-09\n";
        String linked = head + "original: https://blog.example/t\n---\nx";
        String slug = head + "source: /t\noriginal: https://blog.example/\nlink: https://other.example/t\n---\nx";

        // When, Then
        assertThat(read(linked, "k", null).id()).isEqualTo(ArticleId.ofKey("k"));
        assertThat(read(linked, null, null).id()).isEqualTo(ArticleId.ofSource("https://blog.example/t"));
        assertThat(read(linked, null, null).source()).isEqualTo("https://blog.example/t");
        assertThat(read(slug, null, null).id()).isEqualTo(ArticleId.ofContent("a", "t", "2021-10-09"));
        assertThat(read(slug, null, null).source()).isNull();
    }

    @Test
    void namelessArticles_areKeptApart() {
        assertThat(read("one", null, null).id())
                .isNotEqualTo(read("two", null, null).id());
        assertThat(read("one", null, "a.md").id())
                .isEqualTo(read("two", null, "a.md").id());
    }

    @Test
    void revision_isTheDigestOfWhatWasWritten() {
        // When
        Article article = read("---\nb: \"q\\\"\"\na: [1, true, ~]\n---\nx\ty\n", null, null);

        // Then
        assertThat(article.revision())
                .isEqualTo(
                        Sha256.hex(
                                "{\"values\":{\"b\":\"q\\\"\",\"a\":[\"1\",true,null]},\"kind\":\"markdown\",\"body\":\"x\\ty\\n\"}"));
    }

    @Test
    void renderedAsHexoAgain_isTheSameRevision() {
        // Given
        Article first = read("\n---\ntitle: 'a: b'\ntags: \n - x\n---\n\n<div>y</div>  \n", null, null);

        // When
        Article second = read(
                "---\n" + first.frontMatter().raw() + "\n---\n" + first.body().raw(), null, null);

        // Then
        assertThat(second).isEqualTo(first);
    }

    @Test
    void fileName_datesWhatStatesNoDate() {
        // When
        Article article = read("---\ntitle: t\n---\nx", null, "_posts/2021-10-09-t.md");

        // Then
        assertThat(article.published().confidence()).isEqualTo(Confidence.FROM_NAME);
        assertThat(read("---\ndate: 2020-01-01\n---\nx", null, "2021-10-09-t.md")
                        .published()
                        .raw())
                .isEqualTo("2020-01-01");
    }

    @Test
    void zone_isTheAuthorsOrTheSources() {
        // Given
        ReadingPolicy policy = new ReadingPolicy(
                SHANGHAI, Map.of("Ana", ZoneId.of("UTC"), "blog.example", ZoneId.of("Europe/Paris")), 1 << 20);
        ArticleReader zoned = new ArticleReader(policy);

        // When, Then
        assertThat(published(zoned, "author: Ana")).isEqualTo("2021-10-09T07:00:00Z");
        assertThat(published(zoned, "source: https://blog.example/x")).isEqualTo("2021-10-09T05:00:00Z");
        assertThat(published(zoned, "author: Bo")).isEqualTo("2021-10-08T23:00:00Z");
    }

    @Test
    void unreadableDate_isKept_andSaid() {
        // When
        Reading.Read reading = (Reading.Read)
                reader.read(new Submission("---\ndate: Invalid Date\n---\nx", null, null, null, null, false));

        // Then
        assertThat(reading.article().published().raw()).isEqualTo("Invalid Date");
        assertThat(reading.article().published().instant()).isNull();
        assertThat(reading.warnings()).extracting(Warning::code).containsExactly("unreadable-date");
    }

    @Test
    void titleOfBrackets_isTheTextThatWasWritten() {
        assertThat(document("title: [Draft]").title()).isEqualTo("[Draft]");
        assertThat(document("title: 2021-01-07").title()).isEqualTo("2021-01-07");
        assertThat(document("title: null").title()).isEmpty();
    }

    @Test
    void nulAndHalfSurrogates_neverReachTheEvent() {
        // When
        Article article = read("---\ntitle: \"a\\0b\\uD800\"\n\"k\\0\": [\"\\0\"]\n---\nx\0y\uDC00", null, null);

        // Then
        assertThat(article.toString())
                .doesNotContain("\0")
                .doesNotContain("\uD800")
                .doesNotContain("\uDC00");
    }

    @Test
    void form_readsLikeTheDocument() {
        // Given
        ArticleForm form = new ArticleForm(
                null,
                null,
                "t",
                "a",
                "2021-10-09",
                List.of(List.of("c", "d")),
                List.of("x"),
                "<p>y</p>",
                null,
                Map.of("draft", true));

        // When
        Article article = ((Reading.Read) reader.read(form)).article();

        // Then
        assertThat(article.title()).isEqualTo("t");
        assertThat(article.categories()).containsExactly(List.of("c", "d"));
        assertThat(article.tags()).containsExactly("x");
        assertThat(article.visibility()).isEqualTo(Visibility.RESTRICTED);
        assertThat(article.published().instant()).isEqualTo(Instant.parse("2021-10-08T16:00:00Z"));
        assertThat(article.body()).isEqualTo(new Body(Body.Kind.HTML, "<p>y</p>"));
        assertThat(article.id()).isEqualTo(ArticleId.ofContent("a", "t", "2021-10-09"));
    }

    @Test
    void formWithoutOneBody_isRefused() {
        assertThat(reader.read(new ArticleForm(null, null, "t", null, null, null, null, null, null, null)))
                .isInstanceOf(Reading.Refused.class);
        assertThat(reader.read(new ArticleForm(null, null, "t", null, null, null, null, "x", "y", null)))
                .isInstanceOf(Reading.Refused.class);
    }

    private static String published(ArticleReader reader, String line) {
        Reading reading = reader.read(
                new Submission("---\ndate: 2021-10-09 07:00\n" + line + "\n---\nx", null, null, null, null, false));
        return ((Reading.Read) reading).article().published().instant().toString();
    }

    private Article document(String line) {
        return read("---\n" + line + "\nlast: x\n---\nbody", null, null);
    }

    private Article read(String text, String key, String name) {
        return ((Reading.Read) reader.read(new Submission(text, null, key, name, null, false))).article();
    }
}
