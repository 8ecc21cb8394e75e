package dev.periodical.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HourChartTest {

    private static final Instant NOW = Instant.parse("2026-01-31T10:25:00Z");
    private static final Instant HOUR = Instant.parse("2026-01-31T10:00:00Z");

    private static HourChart chart(List<Map<Instant, Long>> counted) {
        return HourChart.of(List.of("in", "out"), counted, NOW, ZoneId.of("Asia/Shanghai"));
    }

    @Test
    void hours_areTheLastDays_thePresentOneLast() {
        HourChart chart = chart(List.of(Map.of(), Map.of()));

        assertThat(chart.rows()).hasSize(24);
        assertThat(chart.rows().get(23).machine()).isEqualTo(HOUR.toString());
        assertThat(chart.rows().get(23).hour()).isEqualTo("01-31 18:00");
        assertThat(chart.bars()).isEmpty();
        assertThat(chart.peak()).isZero();
    }

    @Test
    void bars_standOnTheGround_oneOnTheOther_andFit() {
        HourChart chart = chart(List.of(Map.of(HOUR, 1_000_000L), Map.of(HOUR, 1L)));

        assertThat(chart.peak()).isEqualTo(1_000_001);
        HourChart.Bar in = chart.bars().get(0);
        HourChart.Bar out = chart.bars().get(1);
        assertThat(in.y() + in.height()).isEqualTo(chart.ground());
        assertThat(out.y() + out.height()).isEqualTo(in.y());
        assertThat(out.y()).isNotNegative();
        assertThat(out.height()).as("what is not nothing is seen").isPositive();
        assertThat(in.x() + in.width()).isLessThanOrEqualTo(chart.width());
    }

    @Test
    void whatIsOlder_isNotShown() {
        HourChart chart = chart(List.of(Map.of(HOUR.minusSeconds(24 * 3600), 5L), Map.of()));

        assertThat(chart.peak()).isZero();
    }
}
