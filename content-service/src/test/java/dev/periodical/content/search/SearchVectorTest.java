package dev.periodical.content.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.periodical.content.search.SearchVector.Weight;
import org.junit.jupiter.api.Test;

class SearchVectorTest {

    @Test
    void texts_areFolded_paired_andApart() {
        String vector = new SearchVector()
                .add(Weight.TITLE, "iPhone15發佈")
                .add(Weight.BODY, "ＡＢＣ，晚")
                .text();

        assertThat(vector).isEqualTo("'iphone':1A '15':2A '发布':3A '布':4A 'abc':15 '晚':16 ");
    }

    @Test
    void hugeText_staysBelowWhatPostgresTakes() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 200_000; i++) {
            for (int rest = i; rest > 0; rest /= 20) {
                text.append((char) ('a' + rest % 20));
            }
            text.append(' ');
        }

        String vector = new SearchVector().add(Weight.BODY, text.toString()).text();

        assertThat(vector.split(" ")).hasSizeBetween(50_000, 150_000);
        assertThat(vector).contains(":16383 ").doesNotContain(":16384");
    }
}
