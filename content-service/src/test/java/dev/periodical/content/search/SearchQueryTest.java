package dev.periodical.content.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SearchQueryTest {

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "灯塔, ('灯塔')",
                "老灯塔, ('老灯' <1> '灯塔')",
                "灯, ('灯':*)",
                "iPhone15发布, ('iphone' <1> '15' <1> '发布')",
                "ＩＰＨＯＮＥ 發佈, ('iphone') & ('发布')",
                "“老灯塔 重新” -台风, ('老灯' <1> '灯塔' <2> '重新') & !('台风')",
                "-\"long way\", !('long' <1> 'way')",
                "灯塔，点亮, ('灯塔') & ('点亮')",
                "C++ example.com, ('c') & ('example' <1> 'com')"
            })
    void question_isUnderstood(String text, String tsquery) {
        assertThat(SearchQuery.parse(text).tsquery()).isEqualTo(tsquery);
    }

    @ParameterizedTest
    @ValueSource(strings = {"。！？", "- \" '", "\"\"", "-", "——", "\"", "-\"", "　"})
    void punctuationAlone_findsNothing(String text) {
        assertThat(SearchQuery.parse(text).findsNothing()).isTrue();
    }

    @Test
    void quoteInAWord_staysInside() {
        assertThat(Lexeme.quoted("a'b\\c")).isEqualTo("'a''b\\\\c'");
    }
}
