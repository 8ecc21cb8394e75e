package dev.periodical.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageTest {

    private static final int LIMIT = 3;

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void allThatIsLeft_isTheLastPage(int rows) {
        // When
        Page<String> page = page(List.of(1, 2, 3).subList(0, rows));

        // Then
        assertThat(page.items()).hasSize(rows);
        assertThat(page.next()).isNull();
    }

    @Test
    void oneRowMore_makesANextPage_rightBehindTheLastShown() {
        // When
        Page<String> page = page(List.of(1, 2, 3, 4));

        // Then
        assertThat(page.items()).containsExactly("row 1", "row 2", "row 3");
        assertThat(Cursor.parse("after", page.next())).isEqualTo(cursor(3));
    }

    private static Page<String> page(List<Integer> rows) {
        return Page.of(rows, LIMIT, row -> "row " + row, PageTest::cursor);
    }

    private static Cursor cursor(int row) {
        return new Cursor(Instant.ofEpochSecond(row), "name " + row);
    }
}
