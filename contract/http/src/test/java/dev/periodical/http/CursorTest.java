package dev.periodical.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.quarkiverse.resteasy.problem.HttpProblem;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTest {

    @ParameterizedTest
    @ValueSource(strings = {"2022-04-05T11:20:00Z", "2022-04-05T11:20:00.000001Z", "-000044-03-15T12:00:00Z"})
    void cursor_comesBackAsItWas(String time) {
        for (String name : new String[] {"4ea8299f-de9a-5d2a-99bc-1e9b4977a981", "static.example.com", "两 个", ""}) {
            Cursor cursor = new Cursor(Instant.parse(time), name);
            assertThat(Cursor.parse("after", cursor.text())).isEqualTo(cursor);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"-5000-01-01T00:00:00Z", "+300000-01-01T00:00:00Z"})
    void timeThatNoDatabaseHas_isNoCursorOfOurs(String time) {
        String text = new Cursor(Instant.parse(time), "a").text();

        assertThatThrownBy(() -> Cursor.parse("after", text)).isInstanceOf(HttpProblem.class);
    }

    @Test
    void nameThatIsNoUuid_isNoCursorOfAListByUuid() {
        String text = new Cursor(Instant.EPOCH, "a").text();

        assertThatThrownBy(() -> Cursor.parseWithUuid("after", text)).isInstanceOf(HttpProblem.class);
    }

    @Test
    void text_standsInAnAddressAsItIs() {
        assertThat(new Cursor(Instant.EPOCH, "????>>>>图图图").text()).matches("[A-Za-z0-9_-]+");
    }

    @ParameterizedTest
    @NullAndEmptySource
    void nothing_isTheBeginning(String text) {
        assertThat(Cursor.parse("after", text)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"%", "a", "2022-04-05T11:20:00Z", "MjAyMg", "bm8gdGltZQ", "IA", "图", "AA=A"})
    void whatIsNoCursor_isTheCallersFault(String text) {
        // When
        HttpProblem problem = catchThrowableOfType(HttpProblem.class, () -> Cursor.parse("after", text));

        // Then
        assertThat(problem.getStatusCode()).isEqualTo(400);
        assertThat(problem.getDetail()).isEqualTo("after: not a cursor that a page's 'next' gave");
        assertThat(problem.getParameters()).containsEntry("parameter", "after");
    }

    @Test
    void timeOutsideOfAnyCalendar_isTheCallersFault() {
        String forged = Base64.getUrlEncoder()
                .encodeToString("+99999999999-01-01T00:00:00Z x".getBytes(StandardCharsets.UTF_8));
        assertThat(catchThrowableOfType(HttpProblem.class, () -> Cursor.parse("after", forged)))
                .isNotNull();
    }

    @Test
    void mangledCursors_areCursorsOrTheCallersFault() {
        Random random = new Random(20220405);
        for (int round = 0; round < 2_000; round++) {
            char[] text = new Cursor(Instant.EPOCH, "name").text().toCharArray();
            text[random.nextInt(text.length)] = (char) random.nextInt(128);
            try {
                assertThat(Cursor.parse("after", new String(text))).isNotNull();
            } catch (HttpProblem problem) {
                assertThat(problem.getStatusCode()).isEqualTo(400);
            }
        }
    }
}
