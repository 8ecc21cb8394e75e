package dev.periodical.bench.content;

import dev.periodical.backing.BackingServices;
import dev.periodical.backing.Coordinates;
import dev.periodical.bench.process.Figure;
import dev.periodical.bench.process.Started;
import dev.periodical.bench.process.Stopwatch;
import dev.periodical.bench.process.Usage;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.LongFunction;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures everything in one run. */
@Command(
        name = "content",
        mixinStandardHelpOptions = true,
        description = "Articles a second that content takes in, beside its raw limits, and how fast it answers.")
public final class ContentCommand implements Callable<Integer> {

    static final long SEED = 20_220_302;
    private static final int SHORT = 3;

    @Option(
            names = "--intake",
            description = "How many are taken in; the last third is measured. Default: ${DEFAULT-VALUE}.")
    private long intake = 90_000;

    @Option(names = "--articles", description = "How many the archive has when it is read. Default: ${DEFAULT-VALUE}.")
    private long articles = 10_000;

    @Option(
            names = "--templates",
            description = "Of them through intake; the rest are copies. Default: ${DEFAULT-VALUE}.")
    private long templates = 10_000;

    @Option(names = "--seconds", description = "How long each read is measured. Default: ${DEFAULT-VALUE}.")
    private int seconds = 5;

    @Option(names = "--warm-up", description = "How long each is read before. Default: ${DEFAULT-VALUE}.")
    private int warmUp = 3;

    @Option(names = "--connections", description = "Keep-alive connections of readers. Default: ${DEFAULT-VALUE}.")
    private int connections = 8;

    @Option(names = "--only", description = "intake or reads. Default: both.")
    private String only = "";

    @Option(names = "--read", description = "Only reads whose name this pattern matches.")
    private String read = ".*";

    @Option(
            names = "--keep",
            description = "A folder that keeps the archive for the next run, which reads it as it is.")
    private Path keep;

    @Option(names = "--set", description = "A setting of content, as in its environment: NAME=VALUE; any number.")
    private Map<String, String> settings = Map.of();

    @Option(
            names = "--postgres",
            description = "A server parameter of PostgreSQL, NAME=VALUE; any number. Without any: what its manual"
                    + " advises for a server with 8 GB.")
    private Map<String, String> postgres = Map.of("shared_buffers", "2GB", "max_wal_size", "4GB");

    @Option(names = "--profile", description = "Also record content (JFR) and say what it did.")
    private boolean profile;

    private final PrintStream out = System.out;
    private Path sources;
    private Path folder;

    @Override
    public Integer call() throws Exception {
        sources = Path.of(System.getProperty("periodical.sources", "")).toAbsolutePath();
        folder = Files.createTempDirectory("periodical-bench");
        out.printf(
                Locale.ROOT,
                "%d processors, Java %s, PostgreSQL with %s, logs in %s%n",
                Runtime.getRuntime().availableProcessors(),
                Runtime.version(),
                postgres,
                folder);
        boolean held = true;
        BackingServices.Options options = keep == null
                ? BackingServices.Options.temporary("intake", "archive")
                : BackingServices.Options.kept(keep, "intake", "archive");
        try (BackingServices backing = BackingServices.start(options.tuned(postgres));
                ArticlesTopic topic = new ArticlesTopic(backing.coordinates().kafkaBootstrapServers())) {
            if (!only.equals("reads")) {
                Intake measure = new Intake(backing.process().pid(), backing.coordinates(), topic, intake, profile);
                measure.publish();
                double rate;
                try (Started content = content(backing.coordinates(), "intake")) {
                    rate = measure.measure(content);
                }
                held = measure.besideRaw(rate);
            }
            if (!only.equals("intake")) {
                read(backing, topic);
            }
        }
        return held ? 0 : 3;
    }

    private Started content(Coordinates where, String database) throws Exception {
        Map<String, String> all = new TreeMap<>(Map.of(
                "KAFKA_BOOTSTRAP_SERVERS", where.kafkaBootstrapServers(),
                "PERIODICAL_DATABASE_URL", where.reactiveUrl(database),
                "PERIODICAL_DATABASE_USERNAME", where.postgresUser(),
                "PERIODICAL_DATABASE_PASSWORD", where.postgresPassword()));
        all.putAll(settings);
        return Started.service(sources, folder, "content", all);
    }

    private void read(BackingServices backing, ArticlesTopic topic) throws Exception {
        Coordinates where = backing.coordinates();
        Letters letters = new Letters(SEED, SHORT);
        try (Started content = content(where, "archive");
                ContentTables tables = new ContentTables(where.jdbcUrl("archive"))) {
            long begin = System.nanoTime();
            if (tables.articles() < articles) {
                topic.publish(letters, intake, intake + templates);
                while (tables.articles() < Math.min(templates, articles)) {
                    Thread.sleep(200);
                }
                tables.multiply(articles);
            }
            out.printf(
                    Locale.ROOT,
                    "%nan archive of %d articles of %d characters, there after %.0f s; %d connections, %d s each%n",
                    tables.articles(),
                    letters.article(0).html().length(),
                    (System.nanoTime() - begin) / 1e9,
                    connections,
                    seconds);
            tables.sizes().forEach(line -> out.println("  " + line));
            out.println("\n" + Figure.HEAD);
            for (Map.Entry<String, LongFunction<String>> each :
                    Reads.of(letters, tables.ids(2_000)).entrySet()) {
                if (each.getKey().matches(read)) {
                    read(each.getKey(), content, tables.postmaster(), each.getValue());
                }
            }
            out.printf("%ncontent at its most: %d MiB resident, 256 MiB of them heap%n", Usage.peakMiB(content.pid()));
        }
    }

    private void read(String name, Started content, long postgres, LongFunction<String> paths)
            throws InterruptedException {
        Gets.Outcome warm = Gets.run(content.port(), connections, warmUp, paths);
        if (warm.answered() == 0) {
            out.println("!!! SKIPPED: " + name + ": " + paths.apply(0) + " has no answer");
            return;
        }
        Stopwatch watch = new Stopwatch(content.pid(), postgres);
        Gets.Outcome outcome = Gets.run(content.port(), connections, seconds, paths);
        out.println(watch.stop(name, outcome.answered(), outcome.others(), outcome.latencies())
                .line());
    }
}
