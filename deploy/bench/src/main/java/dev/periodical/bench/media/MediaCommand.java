package dev.periodical.bench.media;

import dev.periodical.backing.BackingServices;
import dev.periodical.backing.Coordinates;
import dev.periodical.bench.process.Profile;
import dev.periodical.bench.process.Started;
import dev.periodical.bench.process.Usage;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures everything in one run. */
@Command(
        name = "media",
        mixinStandardHelpOptions = true,
        description = "Pictures a second that media keeps and serves, beside its raw limits.")
public final class MediaCommand implements Callable<Integer> {

    private static final int HOSTS = 200;
    private static final int SLOW = 20;
    private static final int EACH_ARTICLE = 10;
    private static final int GETS_AT_ONCE = 64;

    @Option(names = "--pictures", description = "How many are kept. Default: ${DEFAULT-VALUE}.")
    private int pictures = 10_000;

    @Option(names = "--warm-up", description = "How many are kept before. Default: ${DEFAULT-VALUE}.")
    private int warmUp = 6_000;

    @Option(names = "--seconds", description = "How long each raw limit is measured. Default: ${DEFAULT-VALUE}.")
    private int seconds = 6;

    @Option(names = "--set", description = "A setting of media, as in its environment: NAME=VALUE; any number.")
    private Map<String, String> settings = Map.of();

    @Option(names = "--profile", description = "Also record media (JFR) and say what it did.")
    private boolean profile;

    private final PrintStream out = System.out;
    private final Samples samples = new Samples(20_220_302);
    private final Vertx vertx = Vertx.vertx();
    private final HttpClient http = vertx.createHttpClient(
            new HttpClientOptions().setKeepAlive(true), new PoolOptions().setHttp1MaxSize(GETS_AT_ONCE));

    @Override
    public Integer call() throws Exception {
        Path sources = Path.of(System.getProperty("periodical.sources", "")).toAbsolutePath();
        Path folder = Files.createTempDirectory("periodical-bench");
        Origin origin = new Origin(vertx, samples);
        out.printf(
                Locale.ROOT,
                "%d processors, Java %s, %d pictures of 60 to 200 KB on %d hosts, after %d%n%n",
                Runtime.getRuntime().availableProcessors(),
                Runtime.version(),
                pictures,
                HOSTS,
                warmUp);
        try (BackingServices backing = BackingServices.start(BackingServices.Options.temporary("media"))) {
            Coordinates where = backing.coordinates();
            Store store = new Store(where, Executors.newFixedThreadPool(Store.AT_ONCE, MediaCommand::daemon));
            double bare = limits(origin, store);
            try (Started media = Started.service(sources, folder, "media", environment(where, origin));
                    Frontier frontier = new Frontier(where.jdbcUrl("media"), "postgres", "postgres");
                    Articles articles = new Articles(where.kafkaBootstrapServers())) {
                kept(media, frontier, articles, bare);
                served(media, store, frontier.ids(2_000));
                out.printf("%nmedia at its most: %d MiB resident, 256 MiB of them heap%n", Usage.peakMiB(media.pid()));
            }
        } finally {
            vertx.close().toCompletionStage().toCompletableFuture().join();
        }
        return 0;
    }

    private double limits(Origin origin, Store store) throws InterruptedException {
        Load get = new Load(GETS_AT_ONCE, number -> get(origin.port(), "/" + number + ".jpg"));
        get.run(seconds);
        line("plain GET, " + GETS_AT_ONCE + " at once", get.run(seconds));
        Load put = new Load(Store.AT_ONCE, number -> {
            byte[] bytes = samples.picture(number).getBytes();
            return store.put(vertx, "put-" + number, bytes);
        });
        put.run(seconds);
        line("plain S3 put, " + Store.AT_ONCE + " at once", put.run(seconds));
        Load bare = new Load(
                Store.AT_ONCE,
                number -> http.request(request(origin.port(), "/" + number + ".jpg"))
                        .compose(asked -> asked.send())
                        .compose(answer -> answer.body())
                        .compose(body -> {
                            byte[] bytes = body.getBytes();
                            return store.put(vertx, "loop-" + sha256(bytes), bytes);
                        }));
        bare.run(seconds);
        Load.Outcome loop = bare.run(seconds);
        line("bare loop: GET, SHA-256, put", loop);
        return loop.rate();
    }

    private void kept(Started media, Frontier frontier, Articles articles, double bare) throws Exception {
        keep(frontier, articles, "warm", warmUp, 0, 0);
        Map<String, Double> before = Usage.cpuByThread(media.pid());
        Profile recording = profile ? Profile.begin(media.pid()) : null;
        double cpu = Usage.cpu(media.pid());
        double rate = keep(frontier, articles, "even", pictures, 1_000_000, 0);
        double used = (Usage.cpu(media.pid()) - cpu) / pictures * 1e6;
        out.printf(Locale.ROOT, "%-44s %8.0f/s %17.0f us CPU each%n", "media keeps", rate, used);
        out.printf(Locale.ROOT, "    %.2f of the bare loop%n", rate / bare);
        out.println("where media's processor time went:");
        Profile.threads(before, Usage.cpuByThread(media.pid())).forEach(out::println);
        if (recording != null) {
            recording.end().forEach(out::println);
        }
        double beside = keep(frontier, articles, "quick", pictures, 2_000_000, SLOW);
        out.printf(
                Locale.ROOT,
                "%-44s %8.0f/s   %.0f %% less%n",
                "media keeps, beside " + SLOW + " hosts that take 5 s",
                beside,
                100 * (1 - beside / rate));
    }

    /** Plans that many pictures and waits until all but the slow hosts' are stored; gives how many a second. */
    private double keep(Frontier frontier, Articles articles, String hosts, int count, long from, int slow)
            throws Exception {
        long begin = System.nanoTime();
        long last = begin;
        long stored = 0;
        for (int i = 0; i < count; i += EACH_ARTICLE) {
            long first = from + i;
            articles.publish(IntStream.range(0, EACH_ARTICLE)
                    .mapToObj(n ->
                            "http://" + hosts + (first + n) % (HOSTS - slow) + ".bench.example/" + (first + n) + ".jpg")
                    .toList());
            if (i / EACH_ARTICLE < slow * 5) {
                articles.publish(IntStream.range(0, EACH_ARTICLE)
                        .mapToObj(n -> "http://slow" + n * 2 % slow + ".bench.example/" + (from + 500_000 + first + n)
                                + ".jpg")
                        .toList());
            }
        }
        while (stored < count) {
            long now = frontier.stored(hosts);
            last = now > stored ? System.nanoTime() : last;
            stored = now;
            if (System.nanoTime() - last > 30_000_000_000L) {
                throw new IllegalStateException("no picture was stored for 30 s; " + stored + " of " + count + " are");
            }
            Thread.sleep(50);
        }
        return count / ((last - begin) / 1e9);
    }

    private void served(Started media, Store store, List<String> ids) throws InterruptedException {
        List<String> direct = ids.stream().map(store::address).toList();
        Load raw = new Load(
                Store.AT_ONCE,
                number -> http.request(new RequestOptions().setAbsoluteURI(direct.get((int) (number % direct.size()))))
                        .compose(asked -> asked.send())
                        .compose(answer -> answer.body().map(body -> body.length())));
        raw.run(seconds);
        Load.Outcome s3 = raw.run(seconds);
        line("S3 server's own GET, " + Store.AT_ONCE + " at once", s3);
        Load serve =
                new Load(Store.AT_ONCE, number -> get(media.port(), "/media/" + ids.get((int) (number % ids.size()))));
        serve.run(seconds);
        Load.Outcome ours = serve.run(seconds);
        line("media serves", ours);
        out.printf(Locale.ROOT, "    %.2f of it%n", ours.rate() / s3.rate());
        thumbnails(media, ids);
    }

    private void thumbnails(Started media, List<String> ids) throws InterruptedException {
        String one = "/media/" + ids.get(0);
        int whole =
                get(media.port(), one).toCompletionStage().toCompletableFuture().join();
        int asked = get(media.port(), one + "?width=640")
                .toCompletionStage()
                .toCompletableFuture()
                .join();
        if (asked == whole) {
            out.println("!!! SKIPPED: thumbnails: GET /media/{id}?width=640 answers the whole picture");
            return;
        }
        Load made = new Load(
                4,
                number -> get(media.port(), "/media/" + ids.get((int) (1 + number % (ids.size() - 1))) + "?width=640"));
        line("media makes thumbnails of 640", made.run(seconds));
    }

    private io.vertx.core.Future<Integer> get(int port, String path) {
        return http.request(request(port, path))
                .compose(asked -> asked.send())
                .compose(answer -> answer.statusCode() == 200
                        ? answer.body().map(body -> body.length())
                        : io.vertx.core.Future.failedFuture("HTTP " + answer.statusCode()));
    }

    private static RequestOptions request(int port, String path) {
        return new RequestOptions().setHost("127.0.0.1").setPort(port).setURI(path);
    }

    private Map<String, String> environment(Coordinates where, Origin origin) {
        Map<String, String> all = new TreeMap<>(Map.of(
                "KAFKA_BOOTSTRAP_SERVERS", where.kafkaBootstrapServers(),
                "PERIODICAL_DATABASE_URL", where.reactiveUrl("media"),
                "PERIODICAL_DATABASE_USERNAME", where.postgresUser(),
                "PERIODICAL_DATABASE_PASSWORD", where.postgresPassword(),
                "PERIODICAL_STORE_ENDPOINT", where.s3Endpoint(),
                "PERIODICAL_STORE_ACCESS_KEY", where.s3AccessKey(),
                "PERIODICAL_STORE_SECRET_KEY", where.s3SecretKey(),
                "PERIODICAL_STORE_BUCKET", where.s3Bucket(),
                "PERIODICAL_FETCH_CONNECT_TO", ":80:127.0.0.1:" + origin.port(),
                // Native speed: manners are measured elsewhere.
                "PERIODICAL_FETCH_HOST_SPACING", "0S"));
        all.putAll(settings);
        return all;
    }

    private void line(String name, Load.Outcome outcome) {
        out.printf(
                Locale.ROOT,
                "%-44s %8.0f/s %8.0f MB/s%s%n",
                name,
                outcome.rate(),
                outcome.megabytes(),
                outcome.failed() == 0 ? "" : "   FAILED: " + outcome.failed());
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "put");
        thread.setDaemon(true);
        return thread;
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
