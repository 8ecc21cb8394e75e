package dev.periodical.ingest.article;

import static org.assertj.core.api.Assertions.assertThat;

import dev.periodical.events.Article;
import dev.periodical.ingest.frontmatter.DocumentText;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Documents put together by chance from the pieces that matter: each is read or refused, and what is read keeps its
 * promises. {@code -Dperiodical.fuzz.seconds=600} goes on for longer, {@code -Dperiodical.fuzz.seed=N} elsewhere.
 */
class FuzzTest {

    private static final String[] PIECES = {
        "---\n",
        "\n---\n",
        ";;;\n",
        "----",
        "\n",
        "\r\n",
        "\r",
        "\t",
        " ",
        "  ",
        "title",
        ": ",
        ":",
        "：",
        "'",
        "\"",
        "\\",
        "#",
        "- ",
        "-",
        "[",
        "]",
        "{",
        "}",
        ",",
        "|",
        ">",
        "&a ",
        "*a",
        "!t ",
        "%",
        "@",
        "`",
        "? ",
        "<<: ",
        "~",
        "null",
        "true",
        "categories:\n - x\n",
        "tags: [a, b]\n",
        "date: 2021-10-09 07:05:03\n",
        "date: ",
        "2021",
        "0",
        "Oct ",
        "headimg: 'http://a/b.png'\n",
        "<div>",
        "</div>",
        "<p>",
        "<img src=\"",
        "a.png",
        "\">",
        "<img ",
        "srcset=",
        "data-src=",
        "<a href=",
        "<table>",
        "<td>",
        "<svg>",
        "<math>",
        "<noscript>",
        "<template>",
        "<script>",
        "<style>",
        "<!--",
        "-->",
        "<!-- more -->",
        "<![CDATA[",
        "&#0;",
        "&amp",
        "![",
        "](",
        ")",
        "[^1]",
        "]: ",
        "**",
        "_",
        "~~",
        "```\n",
        "> ",
        "1. ",
        "- [x] ",
        "{% img ",
        "{% asset_img ",
        "{% raw %}",
        " %}",
        "http://a.b/c",
        "\0",
        "\u0001",
        "\uFEFF",
        "\uD83D",
        "\uDE00",
        "\u00A0",
        "\u2028",
        "港",
        "style=\"background:url(",
        "<input type=checkbox>",
        "<iframe src=//a>",
        "\uFFFE",
        "\u0085"
    };

    private final ArticleReader reader = new ArticleReader(ReadingPolicy.of(ZoneId.of("Asia/Shanghai")));

    static LongStream seeds() {
        Long own = Long.getLong("periodical.fuzz.seed");
        return own == null ? LongStream.of(1, 20, 300, 4_000) : LongStream.of(own);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void anyDocument_isReadOrRefused(long seed) {
        // Given
        Random random = new Random(seed);
        long end = System.nanoTime()
                + Duration.ofSeconds(Long.getLong("periodical.fuzz.seconds", 0)).toNanos();

        // When, Then
        for (int i = 0; i < 2_000 || System.nanoTime() < end; i++) {
            String document = document(random);
            Reading reading = read(document, random.nextInt(8) == 0);
            if (reading instanceof Reading.Read read) {
                keepsItsPromises(read.article(), document.replace("\r", "\\r").replace("\0", "\\0"));
            } else {
                assertThat(((Reading.Refused) reading).reason()).as(document).isNotBlank();
            }
        }
    }

    private void keepsItsPromises(Article article, String document) {
        String all = article.toString();
        assertThat(all.indexOf('\0')).as(document).isNegative();
        assertThat(DocumentText.clean(all).text().contains("\uFFFD") && !all.contains("\uFFFD"))
                .as(document)
                .isFalse();
        assertThat(article.html()).as(document).doesNotContain("<script", "<style", "<iframe", "onerror=");
        article.images().forEach(image -> assertThat(image.url()).as(document).isNotBlank());
        assertThat(again(article)).as(document).isEqualTo(article);
        assertThat(rewritten(article)).as(document).isEqualTo(article.revision());
    }

    private Reading read(String document, boolean strict) {
        try {
            return reader.read(new Submission(document, null, null, null, null, strict));
        } catch (RuntimeException | StackOverflowError e) {
            throw new AssertionError(document, e);
        }
    }

    /** The revision of the same values and body, written as a Hexo document by somebody else. */
    private String rewritten(Article article) {
        boolean needsNoRepair = !article.frontMatter().values().isEmpty();
        Reading reading = reader.read(
                new Submission(HexoDocument.of(article), article.body().kind(), null, null, null, needsNoRepair));
        return reading instanceof Reading.Read read ? read.article().revision() : reading.toString();
    }

    /** The same document, whichever way it travelled. */
    private Article again(Article article) {
        String fence = switch (article.frontMatter().format()) {
            case YAML -> "---";
            case JSON -> ";;;";
            case NONE -> null;
        };
        if (fence == null || article.frontMatter().raw().contains("\n" + fence)) {
            return article;
        }
        String document = fence + "\n" + article.frontMatter().raw() + "\n" + fence + "\n"
                + article.body().raw();
        return ((Reading.Read)
                        reader.read(new Submission(document, article.body().kind(), null, null, null, false)))
                .article();
    }

    private static String document(Random random) {
        StringBuilder document = new StringBuilder(random.nextInt(3) > 0 ? "---\ntitle: " : "");
        for (int i = random.nextInt(60); i >= 0; i--) {
            document.append(PIECES[random.nextInt(PIECES.length)]);
        }
        return document.toString();
    }
}
