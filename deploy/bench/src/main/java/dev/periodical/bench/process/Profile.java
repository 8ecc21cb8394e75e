package dev.periodical.bench.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordingFile;

/** What a process did with its processor time: by thread as the kernel counts it, by library as the flight recorder saw it. */
public final class Profile {

    /** The first of these that a stack has from its top on is what the sample was for. */
    private static final List<Map.Entry<String, String>> PURPOSES = List.of(
            Map.entry("org.snakeyaml", "YAML"),
            Map.entry("org.jsoup", "jsoup"),
            Map.entry("org.commonmark", "Markdown"),
            Map.entry("com.fasterxml", "JSON"),
            Map.entry("dev.periodical.ingest.article.Revision", "revision (SHA-256)"),
            Map.entry("dev.periodical.ingest.article", "article: pictures, dates, addresses"),
            Map.entry("dev.periodical.ingest.frontmatter", "front matter but YAML"),
            Map.entry("sun.security.provider.SHA", "SHA-256"),
            Map.entry("sun.security.provider.DigestBase", "SHA-256"),
            Map.entry("dev.periodical.media.inspect", "inspection"),
            Map.entry("io.minio", "S3 client"),
            Map.entry("okhttp3", "S3 client"),
            Map.entry("okio", "S3 client"),
            Map.entry("org.hibernate", "database"),
            Map.entry("io.vertx.sqlclient", "database"),
            Map.entry("io.vertx.pgclient", "database"),
            Map.entry("io.vertx.core.file", "files"),
            Map.entry("sun.nio.fs", "files"),
            Map.entry("sun.nio.ch.FileChannelImpl", "files"),
            Map.entry("org.apache.kafka", "Kafka"),
            Map.entry("com.github.luben", "Kafka"),
            Map.entry("dev.periodical.events.kafka", "Kafka"),
            Map.entry("io.cloudevents", "Kafka"),
            Map.entry("io.netty", "HTTP"),
            Map.entry("io.vertx", "HTTP"),
            Map.entry("io.quarkus", "HTTP"),
            Map.entry("org.jboss.resteasy", "HTTP"),
            Map.entry("io.smallrye", "HTTP"));

    private final long pid;
    private final Path file;

    private Profile(long pid, Path file) {
        this.pid = pid;
        this.file = file;
    }

    public static Profile begin(long pid) throws IOException, InterruptedException {
        Path file = Files.createTempFile("bench", ".jfr");
        jcmd(pid, "JFR.start", "name=bench", "settings=profile", "filename=" + file);
        return new Profile(pid, file);
    }

    /** Ends the recording; shares of the samples of running Java code, one line a purpose. */
    public List<String> end() throws IOException, InterruptedException {
        jcmd(pid, "JFR.stop", "name=bench", "filename=" + file);
        Map<String, Long> samples = new TreeMap<>();
        try (RecordingFile recording = new RecordingFile(file)) {
            while (recording.hasMoreEvents()) {
                RecordedEvent event = recording.readEvent();
                if (event.getEventType().getName().equals("jdk.ExecutionSample") && event.getStackTrace() != null) {
                    samples.merge(purpose(event), 1L, Long::sum);
                }
            }
        }
        long all = samples.values().stream().mapToLong(Long::longValue).sum();
        return Stream.concat(
                        Stream.of("", "what its Java code was busy with (" + all + " samples, in " + file + "):"),
                        lines(samples, all))
                .toList();
    }

    private static String purpose(RecordedEvent sample) {
        for (RecordedFrame frame : sample.getStackTrace().getFrames()) {
            String type = frame.getMethod().getType().getName();
            for (Map.Entry<String, String> purpose : PURPOSES) {
                if (type.startsWith(purpose.getKey())) {
                    return purpose.getValue();
                }
            }
        }
        return "else";
    }

    /** Shares by kind of thread between two moments; what took less than a hundredth is left out. */
    public static List<String> threads(Map<String, Double> before, Map<String, Double> after) {
        Map<String, Double> used = new TreeMap<>(after);
        before.forEach((kind, seconds) -> used.merge(kind, -seconds, Double::sum));
        return lines(
                        used,
                        used.values().stream().mapToDouble(Double::doubleValue).sum())
                .toList();
    }

    private static Stream<String> lines(Map<String, ? extends Number> amounts, double all) {
        return amounts.entrySet().stream()
                .filter(entry -> entry.getValue().doubleValue() > all / 100)
                .sorted(Comparator.comparingDouble(entry -> -entry.getValue().doubleValue()))
                .map(entry -> String.format(
                        Locale.ROOT,
                        "  %-36s %3.0f %%",
                        entry.getKey(),
                        100 * entry.getValue().doubleValue() / all));
    }

    private static void jcmd(long pid, String... arguments) throws IOException, InterruptedException {
        List<String> command = Stream.concat(
                        Stream.of(
                                Path.of(System.getProperty("java.home"), "bin", "jcmd")
                                        .toString(),
                                Long.toString(pid)),
                        Stream.of(arguments))
                .toList();
        int code = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
        if (code != 0) {
            throw new IOException(String.join(" ", command) + " ended with " + code);
        }
    }
}
