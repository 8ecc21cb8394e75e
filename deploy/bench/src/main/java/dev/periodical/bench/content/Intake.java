package dev.periodical.bench.content;

import dev.periodical.backing.Coordinates;
import dev.periodical.bench.process.Profile;
import dev.periodical.bench.process.Started;
import dev.periodical.bench.process.Usage;
import java.io.PrintStream;
import java.util.Locale;
import java.util.Map;

/**
 * How many articles a second content takes in: they lie in Kafka before it starts, and of those the last third is measured, when
 * its JVM is warm. Then what PostgreSQL takes of the same rows from a client that does nothing else.
 */
final class Intake {

    private static final int RAW_ROWS = 6_000;
    private static final double SINK_TWICE = 4_000;
    private static final double RAW_SHARE = 0.5;

    private final long kafka;
    private final Coordinates where;
    private final ArticlesTopic topic;
    private final long articles;
    private final boolean profile;
    private final PrintStream out = System.out;
    private final Letters letters = new Letters(ContentCommand.SEED, Letters.USUAL);

    /** @param kafka the broker's process */
    Intake(long kafka, Coordinates where, ArticlesTopic topic, long articles, boolean profile) {
        this.kafka = kafka;
        this.where = where;
        this.topic = topic;
        this.articles = articles;
        this.profile = profile;
    }

    /** Puts the articles into Kafka; before content is there. */
    void publish() throws InterruptedException {
        topic.publish(letters, 0, articles);
    }

    /** @return how many a second content takes in */
    double measure(Started content) throws Exception {
        try (ContentTables tables = new ContentTables(where.jdbcUrl("intake"))) {
            double rate = measured(content, tables);
            out.printf("%ncontent at its most: %d MiB resident, 256 MiB of them heap%n", Usage.peakMiB(content.pid()));
            tables.sizes().forEach(line -> out.println("  " + line));
            return rate;
        }
    }

    /**
     * Measures what PostgreSQL takes, when content is gone.
     *
     * @return whether the goals are held
     */
    boolean besideRaw(double rate) throws Exception {
        double upsert = raw();
        double indexed = rewritten();
        out.printf(
                Locale.ROOT,
                "%nintake: %.2f of the best upsert (goal %.2f), %.2f of twice the JDBC sink's 2000/s (goal 1);%n"
                        + "%.2f of what PostgreSQL takes by itself with the words' index%n",
                rate / upsert,
                RAW_SHARE,
                rate / SINK_TWICE,
                rate / indexed);
        return rate >= SINK_TWICE && rate >= RAW_SHARE * upsert;
    }

    private double measured(Started content, ContentTables tables) throws Exception {
        long begin = System.nanoTime();
        long from = articles - articles / 3;
        StringBuilder steps = new StringBuilder();
        long before = 0;
        long next = begin;
        while (topic.taken() < from) {
            next += 5_000_000_000L;
            while (System.nanoTime() < next && topic.taken() < from) {
                Thread.sleep(20);
            }
            long now = topic.taken();
            steps.append(String.format(Locale.ROOT, "%.0f ", (now - before) / ((System.nanoTime() - next) / 1e9 + 5)));
            before = now;
        }
        double age = (System.nanoTime() - begin) / 1e9;
        out.printf(Locale.ROOT, "%ntaken in, articles/s in steps of 5 s from the start: %s%n", steps);
        long postgres = tables.postmaster();
        Map<String, Double> threads = Usage.cpuByThread(content.pid());
        Profile recording = profile ? Profile.begin(content.pid()) : null;
        long logged = tables.logged();
        double[] cpu = {Usage.cpu(content.pid()), Usage.cpuOfAll(postgres), Usage.cpu(kafka)};
        long since = System.nanoTime();
        long first = topic.taken();
        while (topic.taken() < articles) {
            Thread.sleep(20);
        }
        double took = (System.nanoTime() - since) / 1e9;
        long count = articles - first;
        double rate = count / took;
        out.printf(
                Locale.ROOT,
                "%n%-44s %8.0f/s   %d of them, from the age of %.0f s%n",
                "content takes in",
                rate,
                count,
                age);
        out.printf(
                Locale.ROOT,
                "    CPU us each: content %.0f, PostgreSQL %.0f, Kafka %.0f; log %.0f KB each%n",
                (Usage.cpu(content.pid()) - cpu[0]) / count * 1e6,
                (Usage.cpuOfAll(postgres) - cpu[1]) / count * 1e6,
                (Usage.cpu(kafka) - cpu[2]) / count * 1e6,
                (tables.logged() - logged) / 1e3 / count);
        out.println("where content's processor time went:");
        Profile.threads(threads, Usage.cpuByThread(content.pid())).forEach(out::println);
        if (recording != null) {
            recording.end().forEach(out::println);
        }
        return rate;
    }

    /** After content, for the table is made like content's own. */
    private double raw() throws Exception {
        RawTable raw = new RawTable(where.jdbcUrl("intake"), letters, articles, RAW_ROWS);
        raw.upserted(1);
        double[] upsert = {raw.upserted(1), raw.upserted(2)};
        double[] copy = {raw.copied(1), raw.copied(2)};
        out.printf(
                Locale.ROOT,
                "%n%-44s %8.0f/s %8.0f/s on two connections%n%-44s %8.0f/s %8.0f/s%n",
                "plain JDBC: insert on conflict",
                upsert[0],
                upsert[1],
                "plain JDBC: copy",
                copy[0],
                copy[1]);
        return Math.max(upsert[0], upsert[1]);
    }

    private double rewritten() throws Exception {
        try (ContentTables tables = new ContentTables(where.jdbcUrl("intake"))) {
            double indexed = tables.rewritten(RAW_ROWS);
            out.printf(Locale.ROOT, "%-44s %8.0f/s%n", "SQL alone: insert select, with all indexes", indexed);
            return indexed;
        }
    }
}
