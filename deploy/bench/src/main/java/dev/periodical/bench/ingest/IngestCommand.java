package dev.periodical.bench.ingest;

import dev.periodical.backing.BackingServices;
import dev.periodical.bench.process.Figure;
import dev.periodical.bench.process.Profile;
import dev.periodical.bench.process.Started;
import dev.periodical.bench.process.Stopwatch;
import dev.periodical.bench.process.Usage;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongPredicate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures everything in one run, each kind on a JVM that is warm. */
@Command(
        name = "ingest",
        mixinStandardHelpOptions = true,
        description = "Documents a second that ingest takes, beside its raw limits.")
public final class IngestCommand implements Callable<Integer> {

    private static final String RAW = "bench.raw";
    private static final int LARGE_CONNECTIONS = 16;

    @Option(names = "--seconds", description = "How long each is measured. Default: ${DEFAULT-VALUE}.")
    private int seconds = 10;

    @Option(
            names = "--warm-up",
            description =
                    "How long single posts run before they are measured; the others at most 20 s. Default: ${DEFAULT-VALUE}.")
    private int warmUp = 8;

    @Option(names = "--connections", description = "Keep-alive connections. Default: ${DEFAULT-VALUE}.")
    private int connections = 64;

    @Option(names = "--profile", description = "Also record ingest (JFR) and say what its reading threads did.")
    private boolean profile;

    @Option(names = "--only-ingest", description = "Leave out (a) and (b): for comparing two builds or settings.")
    private boolean onlyIngest;

    @Option(
            names = "--posts",
            description =
                    "Instead: one batch of so many posts, as NDJSON (or as tar, with --tar), to an ingest that has just started.")
    private long posts;

    @Option(names = "--tar", description = "With --posts: as a tar.")
    private boolean tar;

    private final PrintStream out = System.out;
    private final Documents documents = new Documents(20_220_302);
    private final AtomicLong numbers = new AtomicLong();
    private final List<Figure> figures = new ArrayList<>();
    private long broker;

    @Override
    public Integer call() throws Exception {
        Path sources = Path.of(System.getProperty("periodical.sources", "")).toAbsolutePath();
        Path folder = Files.createTempDirectory("periodical-bench");
        out.printf(
                Locale.ROOT,
                "%d processors, Java %s, documents of %d bytes, %d connections, %d s each after %d s%n%n%s%n",
                Runtime.getRuntime().availableProcessors(),
                Runtime.version(),
                documents.document(0).length,
                connections,
                seconds,
                warmUp,
                Figure.HEAD);
        try (BackingServices backing = BackingServices.start(BackingServices.Options.temporary())) {
            String kafka = backing.coordinates().kafkaBootstrapServers();
            broker = backing.process().pid();
            if (posts > 0) {
                return oneCall(sources, folder, kafka);
            }
            if (!onlyIngest) {
                try (Started bridge = Started.bridge(sources, folder, kafka, RAW)) {
                    producer("(a) a producer alone, documents", kafka);
                    single("(b) HTTP to Kafka unread, one a request", bridge, "", shortWarmUp());
                }
            }
            String token = UUID.randomUUID().toString();
            try (Started ingest = Started.ingest(sources, folder, kafka, sha256(token))) {
                ingest(ingest, token);
            }
        }
        return 0;
    }

    private void ingest(Started ingest, String token) throws IOException, InterruptedException {
        Map<String, Double> before = Usage.cpuByThread(ingest.pid());
        Profile recording = profile ? Profile.begin(ingest.pid()) : null;
        Figure single = single("ingest, one a request", ingest, token, warmUp);
        Map<String, Double> after = Usage.cpuByThread(ingest.pid());
        out.printf("%nwhere the processor time of one a request went, warming up included:%n");
        Profile.threads(before, after).forEach(out::println);
        if (recording != null) {
            recording.end().forEach(out::println);
        }
        out.printf("%n%s%n", Figure.HEAD);
        batch("ingest, a batch as NDJSON", ingest, token, "application/x-ndjson");
        batch("ingest, a batch as tar", ingest, token, "application/x-tar");
        large(ingest, token);
        out.printf("%ningest at its most: %d MiB resident, 256 MiB of them heap%n", Usage.peakMiB(ingest.pid()));
        if (onlyIngest) {
            return;
        }
        Figure bridge = figures.get(1);
        out.printf(Locale.ROOT, "%none a request: %.2f of (b)%n", single.rate() / bridge.rate());
        figures.stream()
                .skip(3)
                .forEach(batch -> out.printf(
                        Locale.ROOT,
                        "%s: %.2f of (a)%n",
                        batch.name(),
                        batch.rate() / figures.get(0).rate()));
    }

    /** Of many posts: whether all are taken in one call, in what time, and in how much memory. */
    private int oneCall(Path sources, Path folder, String kafka) throws Exception {
        String token = UUID.randomUUID().toString();
        try (Started ingest = Started.ingest(sources, folder, kafka, sha256(token))) {
            String type = tar ? "application/x-tar" : "application/x-ndjson";
            BatchBody body = body(type, BatchBody.items(posts));
            Stopwatch watch = new Stopwatch(ingest.pid(), broker);
            BatchLoad.Outcome outcome = BatchLoad.run(ingest.port(), token, type, body);
            add(watch.stop(
                    posts + " posts in one " + (tar ? "tar" : "NDJSON"),
                    outcome.accepted(),
                    body.count() - outcome.accepted(),
                    new long[0]));
            out.printf(
                    "%n%d %s%ningest at its most: %d MiB resident, 256 MiB of them heap%n",
                    outcome.status(), outcome.last(), Usage.peakMiB(ingest.pid()));
            return outcome.accepted() == posts ? 0 : 1;
        }
    }

    private void producer(String name, String kafka) {
        PlainProducer.run(kafka, RAW, documents::document, shortWarmUp());
        Stopwatch watch = new Stopwatch(ProcessHandle.current().pid(), broker);
        long taken = PlainProducer.run(kafka, RAW, documents::document, seconds);
        add(watch.stop(name, taken, 0, new long[0]));
    }

    /** What is small is warm soon; and a batch is read by what single posts have warmed. */
    private int shortWarmUp() {
        return Math.min(warmUp, 20);
    }

    private Figure single(String name, Started server, String token, int before) throws InterruptedException {
        SingleLoad load = new SingleLoad(() -> documents.document(numbers.getAndIncrement()), connections);
        load.run(server.port(), "/articles", token, before);
        Stopwatch watch = new Stopwatch(server.pid(), broker);
        SingleLoad.Outcome outcome = load.run(server.port(), "/articles", token, seconds);
        return add(watch.stop(name, outcome.taken(), outcome.busy() + outcome.failed(), outcome.latencies()));
    }

    /** Not for speed: whether the heap bears as much as the door lets in. */
    private void large(Started ingest, String token) throws InterruptedException {
        byte[] document = documents.large();
        SingleLoad.Outcome outcome =
                new SingleLoad(() -> document, LARGE_CONNECTIONS).run(ingest.port(), "/articles", token, seconds);
        out.printf(
                "%nof %d bytes each on %d connections: %d taken, %d told to come again (503), %d failed%n",
                document.length, LARGE_CONNECTIONS, outcome.taken(), outcome.busy(), outcome.failed());
        if (!ingest.alive()) {
            throw new IllegalStateException("ingest has ended: its heap was too small for that");
        }
    }

    private void batch(String name, Started ingest, String token, String type)
            throws IOException, InterruptedException {
        BatchLoad.Outcome warm =
                BatchLoad.run(ingest.port(), token, type, body(type, BatchBody.seconds(shortWarmUp())));
        if (warm.status() == 404 || warm.status() == 405) {
            out.println("!!! SKIPPED: " + name + ": POST /batches answers " + warm.status());
            return;
        }
        Stopwatch watch = new Stopwatch(ingest.pid(), broker);
        BatchBody body = body(type, BatchBody.seconds(seconds));
        BatchLoad.Outcome outcome = BatchLoad.run(ingest.port(), token, type, body);
        add(watch.stop(name, outcome.accepted(), body.count() - outcome.accepted(), new long[0]));
        if (outcome.accepted() == 0) {
            out.println("    " + outcome.status() + " " + outcome.last());
        }
    }

    private BatchBody body(String type, LongPredicate enough) {
        return type.endsWith("tar")
                ? BatchBody.tar(documents, numbers, enough)
                : BatchBody.ndjson(documents, numbers, enough);
    }

    private Figure add(Figure figure) {
        figures.add(figure);
        out.println(figure.line());
        return figure;
    }

    private static String sha256(String text) throws java.security.NoSuchAlgorithmException {
        return HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    }
}
