package dev.periodical.bench.ingest;

import dev.periodical.bench.process.Usage;

/** Time and processor time from one moment on, of the measured process, of this one and of the broker. */
final class Stopwatch {

    private final long server;
    private final long broker;
    private final long client = ProcessHandle.current().pid();
    private final double serverBefore;
    private final double brokerBefore;
    private final double clientBefore;
    private final long since;

    Stopwatch(long server, long broker) {
        this.server = server;
        this.broker = broker;
        this.serverBefore = Usage.cpu(server);
        this.brokerBefore = Usage.cpu(broker);
        this.clientBefore = Usage.cpu(client);
        this.since = System.nanoTime();
    }

    /** The row for what happened since. */
    Figure stop(String name, long count, long refused, long[] latencies) {
        double seconds = (System.nanoTime() - since) / 1e9;
        return new Figure(
                name,
                count,
                refused,
                seconds,
                latencies,
                Usage.cpu(server) - serverBefore,
                Usage.cpu(client) - clientBefore,
                Usage.cpu(broker) - brokerBefore);
    }
}
