package dev.periodical.bench.process;

import java.util.Arrays;
import java.util.Locale;

/**
 * One row of the result.
 *
 * @param count documents taken, or answers given
 * @param refused how many not
 * @param seconds how long it took
 * @param latencies nanoseconds of each, empty where one by one is not what is measured
 * @param serverCpu seconds of processor that the measured process used
 * @param clientCpu the same of this one
 * @param behindCpu the same of what it stands on: the broker, the database
 */
public record Figure(
        String name,
        long count,
        long refused,
        double seconds,
        long[] latencies,
        double serverCpu,
        double clientCpu,
        double behindCpu) {

    public static final String HEAD = String.format(
            "%-44s %8s %8s %8s %10s %8s %8s", "", "a second", "p50 ms", "p99 ms", "CPU us", "client", "behind");

    public double rate() {
        return count / seconds;
    }

    /** As a line under {@link #HEAD}; client and what it stands on in cores. */
    public String line() {
        return String.format(
                Locale.ROOT,
                "%-44s %8.0f %8s %8s %10.0f %8.2f %8.2f%s",
                name,
                rate(),
                shown(0.5),
                shown(0.99),
                serverCpu / Math.max(1, count) * 1e6,
                clientCpu / seconds,
                behindCpu / seconds,
                refused == 0 ? "" : "   NOT TAKEN: " + refused);
    }

    /** Milliseconds within which this share of the answers came. */
    public double quantile(double share) {
        long[] sorted = latencies.clone();
        Arrays.sort(sorted);
        return sorted[(int) (share * (sorted.length - 1))] / 1e6;
    }

    private String shown(double share) {
        return latencies.length == 0 ? "-" : String.format(Locale.ROOT, "%.1f", quantile(share));
    }
}
