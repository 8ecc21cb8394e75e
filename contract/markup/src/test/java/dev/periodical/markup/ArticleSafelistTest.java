package dev.periodical.markup;

import static org.assertj.core.api.Assertions.assertThat;

import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArticleSafelistTest {

    private static String clean(String html) {
        return Jsoup.clean(html, "https://article.invalid/", ArticleSafelist.create());
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
    void handlersAndStyles_go_wordsAndStructureStay() {
        assertThat(clean("<figure onclick=\"x()\"><ruby style=\"color:red\">字<rt>zì</rt></ruby></figure>"))
                .doesNotContain("onclick", "style")
                .contains("<figure>", "<ruby>", "<rt>");
    }

    @Test
    void linksLeadToTheWeb_picturesAreLeftAsWritten() {
        assertThat(clean("<a href=\"javascript:x()\">x</a>")).doesNotContain("javascript");
        assertThat(clean("<a href=\"/x\">x</a>")).contains("href=\"/x\"");
        assertThat(clean("<img src=\"data:image/png;base64,AA\">")).contains("data:image/png");
    }

    @Test
    void whatOneCallerAdds_isNotTheOthers() {
        ArticleSafelist.create().addTags("blink");

        assertThat(clean("<blink>x</blink>")).isEqualTo("x");
    }
}
