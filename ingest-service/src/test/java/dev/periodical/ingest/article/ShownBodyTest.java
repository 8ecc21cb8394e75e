package dev.periodical.ingest.article;

import static org.assertj.core.api.Assertions.assertThat;

import dev.periodical.events.Article;
import dev.periodical.events.Body;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a reader is shown: safe, whole, in place. */
class ShownBodyTest {

    private final ArticleReader reader = new ArticleReader(ReadingPolicy.of(ZoneId.of("Asia/Shanghai")));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "<p onclick=alert(1)>x",
                "<a href='javascript:alert(1)'>x</a>",
                "<a href=' java\nscript:alert(1)'>x</a>",
                "<img src=x onerror=alert(1)>",
                "<svg onload=alert(1)><script>alert(1)</script></svg>",
                "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
                "<form action=//alert(1)><input onfocus=alert(1) autofocus><button>x</button></form>",
                "<style>@import '//alert(1)'</style>",
                "<math><mtext><style><img src=x onerror=alert(1)></style></mtext></math>",
                "<noscript><p title='</noscript><img src=x onerror=alert(1)>'></noscript>",
                "<base href=//alert(1)>",
                "<meta http-equiv=refresh content='0;url=//alert(1)'>",
                "<link rel=stylesheet href=//alert(1)>",
                "<video src='javascript:alert(1)'></video>",
                "<p style='x:expression(alert(1))'>x",
                "<template><script>alert(1)</script></template>"
            })
    void whatRuns_isGone(String html) {
        assertThat(org.jsoup.Jsoup.parseBodyFragment(read(html, Body.Kind.HTML).html())
                        .select("script, style, iframe, form, input, button, svg, math, template, base, meta, link,"
                                + " [onclick], [onerror], [onload], [style], [srcdoc], [href*=script], [src*=script]"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '^', textBlock = """
            <figure><figcaption>x</figcaption></figure>     => <figure><figcaption>x</figcaption></figure>
            <p style="color:#c00;font-size:90px">x</p>       => <p style="color: #c00">x</p>
            <ruby>港<rt>gǎng</rt></ruby>                     => <ruby>港<rt>gǎng</rt></ruby>
            <a href="/x" id="n">x</a>                       => <a href="/x" id="n">x</a>
            <iframe src="https://v.example/1"></iframe>     => <a href="https://v.example/1">https://v.example/1</a>
            <input type=checkbox checked> x                 => ☑ x
            <video controls src="https://v.example/1.mp4"></video> => <video controls="" src="https://v.example/1.mp4"></video>
            """)
    void whatTells_stays(String html, String shown) {
        assertThat(read(html, Body.Kind.HTML).html()).isEqualTo(shown);
    }

    @Test
    void markdown_isGitHubs() {
        // When
        String html = read(
                        "a | b\n-|-\n1 | ~~2~~\n\n- [x] done\n\nhttps://a.example/b [^n]\n\n[^n]: noted\n",
                        Body.Kind.MARKDOWN)
                .html();

        // Then
        assertThat(html)
                .contains("<td><del>2</del></td>")
                .contains("☑ done")
                .contains("<a href=\"https://a.example/b\">")
                .contains("noted");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<!-- more -->", "<!--more-->", "<!--- MORE --->", "<!-- \nmore\n -->"})
    void moreMark_endsTheExcerpt(String mark) {
        // When
        Article article = read("one *two*\n\n" + mark + "\n\nthree", Body.Kind.MARKDOWN);

        // Then
        assertThat(article.excerpt().strip()).isEqualTo("<p>one <em>two</em></p>");
        assertThat(article.html()).contains("three");
    }

    @Test
    void noMark_isNoExcerpt() {
        assertThat(read("one `<!-- more -->` <!-- more or less --> two", Body.Kind.MARKDOWN)
                        .excerpt())
                .isNull();
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '^', textBlock = """
            <p>x</p>                      => HTML
            <!-- x --><div>               => HTML
            x <p>                         => MARKDOWN
            <https://a.example>           => MARKDOWN
            <div>x</div> ![y](z)          => MARKDOWN
            # x                           => MARKDOWN
            """)
    void kind_isTakenFromTheBody(String body, Body.Kind kind) {
        assertThat(read(body, null).body().kind()).isEqualTo(kind);
    }

    private Article read(String body, Body.Kind kind) {
        return ((Reading.Read) reader.read(new Submission(body, kind, null, null, null, false))).article();
    }
}
