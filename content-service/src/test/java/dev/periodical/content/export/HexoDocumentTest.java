package dev.periodical.content.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.periodical.content.Documents;
import dev.periodical.content.article.KeptArticle;
import dev.periodical.events.Article;
import dev.periodical.events.Body;
import dev.periodical.events.FrontMatter;
import dev.periodical.events.Visibility;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HexoDocumentTest {

    private static final String URL = "http://pictures.example/a.png";

    @Test
    void headThatHexoRefuses_isWrittenAnew_withTheSameKeysInTheSameOrder() {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("title", "a: b");
        values.put("zebra", List.of("1", "x\ny"));
        values.put("ape: key", null);
        values.put("top", Boolean.TRUE);
        values.put("cover", URL);

        assertThat(local("title: a: b\nzebra: …", values, "", Map.of(URL, "/images/a.png")))
                .startsWith("""
                        ---
                        title: "a: b"
                        zebra: ["1", "x\\ny"]
                        "ape: key": null
                        top: true
                        cover: "/images/a.png"
                        ---
                        """);
    }

    @Test
    void headThatHexoReads_staysAsItIs_butForItsPictures() {
        String head = "title: t # why\ncover: " + URL + "\nother: " + URL + "?x\nlist: ['" + URL + "']\nmine: 1.10";

        assertThat(local(head, Map.of("title", "t"), "", Map.of(URL, "/images/a.png")))
                .startsWith("---\ntitle: t # why\ncover: /images/a.png\nother: " + URL
                        + "?x\nlist: ['/images/a.png']\nmine: 1.10\n---\n");
    }

    @Test
    void neitherTemplatesNorFences_areLeftForHexo() {
        String body = local(
                "title: t",
                Map.of("title", "t"),
                "<p>{{ x }} {% endraw %} {# c #}</p>\n<pre>\n```js\n~~~\n</pre>",
                Map.of());

        assertThat(body.replaceFirst("\\{% raw %}\n", "").replaceFirst("\n\\{% endraw %}\n$", ""))
                .doesNotContain("{{", "{%", "{#", "```", "~~~");
    }

    @Test
    void articleGivenAsFields_isWrittenAsYaml() {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("title", "t\u0007\u2028\"\\");
        values.put("categories", List.of(List.of("a", "b")));
        values.put("more", Map.of("k", "v"));
        Article article = article(new FrontMatter(FrontMatter.Format.NONE, "", values), "body");

        assertThat(HexoDocument.original(article, true)).isEqualTo("""
                ---
                title: "t\\u0007\\u2028\\"\\\\"
                categories: [["a", "b"]]
                more: {"k": "v"}
                ---
                body""");
    }

    private static String local(String head, Map<String, Object> values, String html, Map<String, String> links) {
        Article article = Documents.of(
                "k",
                new FrontMatter(FrontMatter.Format.YAML, head, values),
                new Body(Body.Kind.HTML, html),
                html,
                Visibility.PUBLIC,
                Instant.EPOCH,
                links.keySet().toArray(String[]::new));
        return HexoDocument.local(
                new KeptArticle(article, Instant.EPOCH, Instant.EPOCH, Instant.EPOCH, List.of()), links);
    }

    private static Article article(FrontMatter head, String body) {
        return Documents.of("k", head, new Body(Body.Kind.MARKDOWN, body), "", Visibility.PUBLIC, Instant.EPOCH);
    }
}
