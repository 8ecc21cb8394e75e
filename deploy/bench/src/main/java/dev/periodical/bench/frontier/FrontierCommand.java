package dev.periodical.bench.frontier;

import dev.periodical.backing.BackingServices;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures claims and releases, and shows their plans. */
@Command(
        name = "frontier",
        mixinStandardHelpOptions = true,
        description = "How long a claim takes when very many pictures wait.")
public final class FrontierCommand implements Callable<Integer> {

    private static final double GOAL_MS = 10;
    private static final String MIGRATIONS = "media-service/src/main/resources/db/migration";
    private static final String STATEMENTS = "media-service/src/main/java/dev/periodical/media/frontier/";

    @Option(names = "--pictures", description = "How many wait. Default: ${DEFAULT-VALUE}.")
    private int pictures = 1_000_000;

    @Option(names = "--hosts", description = "On how many hosts. Default: ${DEFAULT-VALUE}.")
    private int hosts = 50_000;

    @Option(names = "--claims", description = "How many claims are measured. Default: ${DEFAULT-VALUE}.")
    private int claims = 500;

    private final PrintStream out = System.out;

    @Override
    public Integer call() throws Exception {
        Path sources = Path.of(System.getProperty("periodical.sources", "")).toAbsolutePath();
        String lease = statement(sources, "Frontier", "LEASE_HOSTS");
        String due = statement(sources, "Frontier", "DUE_PICTURES");
        String older = statement(sources, "Twins", "OLDER");
        String release = statement(sources, "Frontier", "RELEASE");
        try (BackingServices backing = BackingServices.start(BackingServices.Options.temporary("media"));
                Connection connection =
                        DriverManager.getConnection(backing.coordinates().jdbcUrl("media"), "postgres", "postgres");
                Statement sql = connection.createStatement()) {
            fill(sources, sql);
            connection.setAutoCommit(false);
            double[] claimed = new double[claims];
            double[] released = new double[claims];
            for (int i = 0; i < claims; i++) {
                long begin = System.nanoTime();
                List<String> names = strings(sql, lease);
                List<Due> claim = due(sql, due.replace(":names", array(names)));
                sql.execute(asking(older, claim));
                connection.commit();
                claimed[i] = (System.nanoTime() - begin) / 1e6;
                begin = System.nanoTime();
                sql.execute("update picture set state = 'stored', settled_at = now() where ref = any(cast("
                        + array(claim, Due::ref) + " as bpchar[]))");
                connection.commit();
                begin = System.nanoTime();
                for (String name : names) {
                    sql.execute(release.replace(":name", "'" + name + "'"));
                }
                connection.commit();
                released[i] = (System.nanoTime() - begin) / 1e6 / Math.max(1, names.size());
            }
            double[] worst = report(claimed, released);
            plan(sql, "the hosts of a claim", lease);
            List<String> names = strings(sql, lease);
            plan(sql, "their pictures", due.replace(":names", array(names)));
            plan(sql, "their twins", asking(older, due(sql, due.replace(":names", array(names)))));
            plan(sql, "a release", release.replace(":name", "'" + names.get(0) + "'"));
            return worst[1] < GOAL_MS ? 0 : 3;
        }
    }

    /** What media knows of a claimed picture when it asks for its twins. */
    private record Due(String ref, String source, String planned) {}

    private static List<Due> due(Statement sql, String statement) throws SQLException {
        List<Due> due = new ArrayList<>();
        try (ResultSet rows = sql.executeQuery(statement)) {
            while (rows.next()) {
                due.add(new Due(rows.getString("ref"), rows.getString("source"), rows.getString("planned_at")));
            }
        }
        return due;
    }

    private static String asking(String older, List<Due> pictures) {
        return older.replace(":refs", array(pictures, Due::ref))
                .replace(":sources", array(pictures, Due::source))
                .replace(":planned", array(pictures, due -> '"' + due.planned() + '"'));
    }

    private static String array(List<Due> pictures, Function<Due, String> what) {
        return array(pictures.stream().map(what).toList());
    }

    private double[] report(double[] claimed, double[] released) {
        double[] found = {quantile(claimed, 0.5), quantile(claimed, 0.99)};
        out.printf(
                Locale.ROOT,
                "%d claims of 64 hosts and 8 pictures each: p50 %.2f ms, p99 %.2f ms, worst %.2f ms; a release: p50 %.2f ms%n",
                claims,
                found[0],
                found[1],
                quantile(claimed, 1),
                quantile(released, 0.5));
        return found;
    }

    private void fill(Path sources, Statement sql) throws IOException, SQLException {
        long begin = System.nanoTime();
        try (Stream<Path> files = Files.list(sources.resolve(MIGRATIONS))) {
            for (Path migration : files.sorted().toList()) {
                sql.execute(Files.readString(migration));
            }
        }
        sql.execute("""
                insert into picture (ref, url, alternatives, state, host, home, source, rung, round, due_at, planned_at)
                select encode(sha256(cast('a' || n as bytea)), 'hex'), 'http://h' || n %% %1$d || '.example/' || n || '.png',
                    '{}', 'waiting', 'h' || n %% %1$d || '.example', 'h' || n %% %1$d || '.example',
                    encode(sha256(cast('s' || n / 2 * 2 as bytea)), 'hex'), 0, 0,
                    now() - interval '1 hour' + n * interval '1 millisecond', now() - interval '2 hours'
                from generate_series(1, %2$d) as n""".formatted(hosts, pictures));
        sql.execute("""
                insert into host (name, due_at, slow)
                select host, min(due_at), hashtext(host) %% 10 = 0 from picture group by host""".replace("%%", "%"));
        sql.execute("vacuum analyze");
        out.printf(
                Locale.ROOT,
                "%d processors; %d pictures wait on %d hosts, put there in %d s%n",
                Runtime.getRuntime().availableProcessors(),
                pictures,
                hosts,
                (System.nanoTime() - begin) / 1_000_000_000);
    }

    /** A statement as media's class has it, with the numbers that its configuration gives. */
    private static String statement(Path sources, String type, String name) throws IOException {
        String code = Files.readString(sources.resolve(STATEMENTS + type + ".java"));
        var found = Pattern.compile(name + " = \"\"\"\\n(.*?)\"\"\"", Pattern.DOTALL)
                .matcher(code);
        if (!found.find()) {
            throw new IllegalStateException(type + " has no statement " + name);
        }
        return found.group(1)
                .replace(":hosts", "64")
                .replace(":slow", "32")
                .replace(":each", "8")
                .replace(":worker", "'bench'")
                .replace(":seconds", "15");
    }

    private void plan(Statement sql, String what, String statement) throws SQLException {
        out.println("\n" + what + ":");
        try (ResultSet rows = sql.executeQuery("explain (analyze, buffers, costs off) " + statement)) {
            while (rows.next()) {
                out.println("  " + rows.getString(1).replaceAll("\\{[^}]{80,}\\}", "{…}"));
            }
        }
    }

    private static List<String> strings(Statement sql, String statement) throws SQLException {
        List<String> first = new ArrayList<>();
        try (ResultSet rows = sql.executeQuery(statement)) {
            while (rows.next()) {
                first.add(rows.getString(1));
            }
        }
        return first;
    }

    private static String array(List<String> values) {
        return "cast('{" + String.join(",", values) + "}' as text[])";
    }

    private static double quantile(double[] values, double share) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[(int) (share * (sorted.length - 1))];
    }
}
