package dev.periodical.bench.process;

/** Time and processor time from one moment on, of the measured process, of this one and of what the measured one stands on. */
public final class Stopwatch {

    private final long server;
    private final long behind;
    private final long client = ProcessHandle.current().pid();
    private final double serverBefore;
    private final double behindBefore;
    private final double clientBefore;
    private final long since;

    public Stopwatch(long server, long behind) {
        this.server = server;
        this.behind = behind;
        this.serverBefore = Usage.cpu(server);
        this.behindBefore = Usage.cpuOfAll(behind);
        this.clientBefore = Usage.cpu(client);
        this.since = System.nanoTime();
    }

    /** The row for what happened since. */
    public Figure stop(String name, long count, long refused, long[] latencies) {
        double seconds = (System.nanoTime() - since) / 1e9;
        return new Figure(
                name,
                count,
                refused,
                seconds,
                latencies,
                Usage.cpu(server) - serverBefore,
                Usage.cpu(client) - clientBefore,
                Usage.cpuOfAll(behind) - behindBefore);
    }
}
