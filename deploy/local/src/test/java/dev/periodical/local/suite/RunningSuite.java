package dev.periodical.local.suite;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/** The packaged suite as `up` starts it, in a run folder of its own on ports of its own. */
final class RunningSuite {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> PORTS = List.of(
            "ingest",
            "content",
            "media",
            "ingest-management",
            "content-management",
            "media-management",
            "kafka",
            "postgres",
            "s3");

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final Path module = Path.of("").toAbsolutePath();
    private final Path run;
    private final Map<String, String> environment;

    RunningSuite(Path run) {
        this(run, Map.of());
    }

    /** @param environment of the launcher, and so of what it starts */
    RunningSuite(Path run, Map<String, String> environment) {
        this.run = run;
        this.environment = environment;
    }

    /** Starts what does not run and returns when it is ready. */
    String up(String... more) {
        List<String> words = new ArrayList<>(List.of("up", "--run", run.toString()));
        if (!Files.exists(run.resolve("suite.env"))) {
            PORTS.forEach(port -> words.addAll(List.of("--" + port + "-port", "0")));
        }
        words.addAll(List.of(more));
        return launcher(words);
    }

    String down() {
        return launcher(List.of("down", "--run", run.toString()));
    }

    private String launcher(List<String> words) {
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-Dperiodical.sources=" + module.getParent().getParent(),
                "-jar",
                module.resolve("target/periodical-local.jar").toString()));
        command.addAll(words);
        try {
            Path said = Files.createTempFile("launcher", ".txt");
            ProcessBuilder builder =
                    new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said.toFile());
            builder.environment().putAll(environment);
            Process process = builder.start();
            assertThat(process.waitFor(4, TimeUnit.MINUTES)).isTrue();
            String output = Files.readString(said);
            System.out.println(output); // the build's log shows what the suite's did
            assertThat(process.exitValue()).describedAs(output).isZero();
            return output;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    Map<String, String> env() {
        return lines("suite.env").stream()
                .filter(line -> line.contains("="))
                .map(line -> line.replaceFirst("^export ", "").split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1].replaceAll("^['\"]|['\"]$", "")));
    }

    long pid(String name) {
        return Long.parseLong(lines(name + ".pid").get(0).strip().split("\\s")[0]);
    }

    void kill9(String name) {
        ProcessHandle.of(pid(name)).ifPresent(ProcessHandle::destroyForcibly);
    }

    void terminate(String name) {
        ProcessHandle.of(pid(name)).ifPresent(ProcessHandle::destroy);
    }

    /** A process that has ended may be remembered for a while. */
    static boolean alive(long pid) {
        return ProcessHandle.of(pid)
                .map(process -> process.isAlive() && process.info().command().isPresent())
                .orElse(false);
    }

    private List<String> lines(String file) {
        try {
            return Files.readAllLines(run.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    JsonNode json(String url) {
        HttpResponse<byte[]> response = get(url);
        assertThat(response.statusCode()).describedAs(url).isEqualTo(200);
        return read(new String(response.body(), StandardCharsets.UTF_8));
    }

    static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What an operator sees there. */
    JsonNode authorized(String url) {
        HttpResponse<String> response = send(HttpRequest.newBuilder(URI.create(url)));
        assertThat(response.statusCode()).describedAs(response.body()).isEqualTo(200);
        return read(response.body());
    }

    /** Posts JSON with the suite's token. */
    HttpResponse<String> post(String url, String body) {
        return send(HttpRequest.newBuilder(URI.create(url))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        return answer(
                request.header("Authorization", "Bearer " + env().get("PERIODICAL_TOKEN")),
                HttpResponse.BodyHandlers.ofString());
    }

    HttpResponse<byte[]> get(String url) {
        return answer(HttpRequest.newBuilder(URI.create(url)), HttpResponse.BodyHandlers.ofByteArray());
    }

    private <T> HttpResponse<T> answer(HttpRequest.Builder request, HttpResponse.BodyHandler<T> body) {
        try {
            return http.send(request.timeout(Duration.ofSeconds(20)).build(), body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @return the status, 0 where there was no answer at all */
    int put(String key, String document) {
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create(env().get("INGEST_URL") + "/articles/" + key))
                    .timeout(Duration.ofSeconds(20))
                    .header("Authorization", "Bearer " + env().get("PERIODICAL_TOKEN"))
                    .header("Content-Type", "text/markdown; charset=utf-8")
                    .PUT(HttpRequest.BodyPublishers.ofString(document))
                    .build();
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        } catch (IOException e) {
            return 0;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    List<String> titles() {
        return list().map(item -> item.get("title").asText()).toList();
    }

    /** The newest article whose title has this in it, with its pictures. */
    JsonNode article(String title) {
        JsonNode found = list().filter(item -> item.get("title").asText().contains(title))
                .findFirst()
                .orElseThrow();
        return json(env().get("CONTENT_URL") + "/articles/" + found.get("id").asText());
    }

    /** What media-service keeps of an article's image. */
    byte[] picture(JsonNode image) {
        return get(env().get("MEDIA_URL") + "/media/" + image.get("mediaId").asText())
                .body();
    }

    private Stream<JsonNode> list() {
        JsonNode page = json(env().get("CONTENT_URL") + "/articles?limit=100");
        return StreamSupport.stream(page.get("items").spliterator(), false);
    }

    /** Everything in a topic, from its beginning to its end of now. */
    List<ConsumerRecord<String, String>> records(String topic) {
        Map<String, Object> kafka = Map.of("bootstrap.servers", env().get("KAFKA_BOOTSTRAP_SERVERS"));
        try (var consumer = new KafkaConsumer<>(kafka, new StringDeserializer(), new StringDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(topic, info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            List<ConsumerRecord<String, String>> all = new ArrayList<>();
            while (partitions.stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
                consumer.poll(Duration.ofMillis(200)).forEach(all::add);
            }
            return all;
        }
    }
}
