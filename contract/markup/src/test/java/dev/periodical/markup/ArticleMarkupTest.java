package dev.periodical.markup;

import static org.assertj.core.api.Assertions.assertThat;

import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArticleMarkupTest {

    private static String clean(String html) {
        return ArticleMarkup.safe(Jsoup.parseBodyFragment(html, "https://article.invalid/"))
                .body()
                .html();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "<style>p{}</style>",
                "<iframe src=\"https://a.example/\"></iframe>",
                "<form><input></form>",
                "<svg><path d=\"M0 0\"/></svg>",
                "<object data=\"https://a.example/\"></object>"
            })
    void whatRunsOrFrames_goes(String html) {
        assertThat(clean(html)).isEmpty();
    }

    @Test
    void handlers_go_wordsAndStructureStay() {
        assertThat(clean("<figure onclick=\"x()\"><ruby>字<rt>zì</rt></ruby></figure>"))
                .isEqualTo("<figure><ruby>字<rt>zì</rt></ruby></figure>");
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", textBlock = """
            color: #c00; text-align: center                      => color: #c00; text-align: center
            COLOR:RED; font-size: 90px; text-align:justify;;     => color: red; text-align: justify
            background-color: rgb(1, 2, 3)                       => background-color: rgb(1, 2, 3)
            background:#eee;color:#333 !important                => background-color: #eee; color: #333
            vertical-align: super; color: var(--x)               => vertical-align: super
            color: #fff; background: url(https://x.example/) #000; text-align: end => text-align: end
            color: #abb; background-color: #282c34; background-image: none => color: #abb; background-color: #282c34
            background-color: #222; background-image: url(x.png); text-align: left => text-align: left
            background: none; color: inherit; vertical-align: top => vertical-align: top
            """)
    void ofAStyle_coloursAndAlignmentStay(String written, String kept) {
        assertThat(clean("<p style=\"" + written + "\">x</p>")).isEqualTo("<p style=\"" + kept + "\">x</p>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "background: url(https://x.example/)",
                "position: fixed; width: expression(alert(1))",
                "color: url(//x.example/)",
                "color",
                ":red",
                "color: red} p {color: blue"
            })
    void styleThatFetchesOrMoves_goes(String written) {
        assertThat(clean("<p style=\"" + written + "\">x</p>")).isEqualTo("<p>x</p>");
    }

    @Test
    void linksLeadToTheWeb_picturesAreLeftAsWritten() {
        assertThat(clean("<a href=\"javascript:x()\">x</a>")).doesNotContain("javascript");
        assertThat(clean("<a href=\"/x\">x</a>")).contains("href=\"/x\"");
        assertThat(clean("<img src=\"data:image/png;base64,AA\">")).contains("data:image/png");
    }
}
