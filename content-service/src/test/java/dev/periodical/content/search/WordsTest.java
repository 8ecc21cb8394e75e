package dev.periodical.content.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WordsTest {

    private static final String[] PIECES = {
        "灯塔", "老", "燈", "今晚重新点亮", "，", "。", " ", "\n", "iPhone", "15", "_", "#", "*", "'", ".", "-", "—", "…", "“", "·",
        "（", "《", "々", "〇", "か", "カ", "ｶ", "한", "ー", "\u3099", "\u200d", "\ufe0f", "\ufe00", "😀", "1️⃣", "𠮷", "Ａ",
        "é", "ß", "①", "㊗", "\u0301", "\u00a0", "№", "２", "\u9ff0", "\u4db6"
    };

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void wordsOfAnyText_areThoseThatLuceneSees(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 5_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int length = random.nextInt(12); length > 0; length--) {
                text.append(PIECES[random.nextInt(PIECES.length)]);
            }
            assertThat(Words.of(text.toString())).as(text.toString()).isEqualTo(Words.byLucene(text.toString()));
        }
    }
}
