package dev.periodical.bench.ingest;

import java.util.Arrays;
import java.util.Locale;

/**
 * One row of the result.
 *
 * @param count documents taken
 * @param refused documents not taken
 * @param seconds how long it took
 * @param latencies nanoseconds of each, empty where one by one is not what is measured
 * @param serverCpu seconds of processor that the measured process used
 * @param clientCpu the same of this one
 * @param brokerCpu the same of the broker
 */
record Figure(
        String name,
        long count,
        long refused,
        double seconds,
        long[] latencies,
        double serverCpu,
        double clientCpu,
        double brokerCpu) {

    static final String HEAD = String.format(
            "%-44s %8s %8s %8s %10s %8s %8s", "", "docs/s", "p50 ms", "p99 ms", "CPU us/doc", "client", "broker");

    double rate() {
        return count / seconds;
    }

    /** As a line under {@link #HEAD}; client and broker in cores. */
    String line() {
        return String.format(
                Locale.ROOT,
                "%-44s %8.0f %8s %8s %10.0f %8.2f %8.2f%s",
                name,
                rate(),
                quantile(0.5),
                quantile(0.99),
                serverCpu / Math.max(1, count) * 1e6,
                clientCpu / seconds,
                brokerCpu / seconds,
                refused == 0 ? "" : "   NOT TAKEN: " + refused);
    }

    private String quantile(double share) {
        if (latencies.length == 0) {
            return "-";
        }
        long[] sorted = latencies.clone();
        Arrays.sort(sorted);
        return String.format(Locale.ROOT, "%.1f", sorted[(int) (share * (sorted.length - 1))] / 1e6);
    }
}
