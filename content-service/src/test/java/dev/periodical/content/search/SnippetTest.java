package dev.periodical.content.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SnippetTest {

    private static final String BEFORE = "这是前面很长的一句话，说的是别的事情。".repeat(20);
    private static final String AFTER = "后面又有许多话，也与此无关。".repeat(40);

    @Test
    void find_isMarked_inItsSentences() {
        String snippet = Snippet.of(BEFORE + "老燈塔今晚重新點亮了。" + AFTER, SearchQuery.parse("灯塔 点亮"));

        assertThat(snippet).startsWith("老<mark>燈塔</mark>今晚重新<mark>點亮</mark>了。").endsWith("。");
        assertThat(snippet.length()).isLessThan(300);
    }

    @Test
    void textWithoutSentences_isCutWithEllipses() {
        String snippet = Snippet.of("长".repeat(300) + "灯塔" + "文".repeat(900), SearchQuery.parse("灯塔"));

        assertThat(snippet).startsWith("…").endsWith("…").contains("<mark>灯塔</mark>");
    }

    @Test
    void everythingElse_isEscaped() {
        assertThat(Snippet.of("<script>&'\" 灯塔", SearchQuery.parse("灯塔")))
                .isEqualTo("&lt;script&gt;&amp;&#39;&quot; <mark>灯塔</mark>");
        assertThat(Snippet.whole("<b>x</b>", SearchQuery.parse("x"))).isEqualTo("&lt;b&gt;<mark>x</mark>&lt;/b&gt;");
    }

    @Test
    void phrase_isMarkedWhole_andItsWordsAloneAreNot() {
        assertThat(Snippet.whole("long way, way long, long way", SearchQuery.parse("\"long way\"")))
                .isEqualTo("<mark>long way</mark>, way long, <mark>long way</mark>");
    }

    @Test
    void oneCharacter_isMarkedAlone() {
        assertThat(Snippet.whole("一座灯塔", SearchQuery.parse("灯"))).isEqualTo("一座<mark>灯</mark>塔");
    }

    @Test
    void characterOutsideTheBasicPlane_isNeverHalved() {
        assertThat(Snippet.of("😀".repeat(500), SearchQuery.parse("无"))
                        .codePoints()
                        .toArray())
                .doesNotContain(0xD83D, 0xDE00);
    }
}
