package dev.periodical.local.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** Who listens, who subscribed and who rebuilds, while the packaged content-service is stopped and killed. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ToldIT {

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final Duration STOPS_WITHIN = Duration.ofSeconds(10);

    /** As long as a run that has died is held to be alive, and some more. */
    private static final Duration GIVEN_UP = Duration.ofMinutes(2);

    private static final int ARCHIVE = 400;

    @TempDir
    static Path folder;

    private static RunningSuite suite;
    private static HttpServer receiver;

    /** Titles by the ids under which they were posted to the receiver. */
    private static final Map<String, String> POSTED = new ConcurrentHashMap<>();

    private static final List<String> BADLY_SIGNED = new CopyOnWriteArrayList<>();
    private static volatile String secret;

    @BeforeAll
    static void up() throws Exception {
        receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        receiver.createContext("/", exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            String id = exchange.getRequestHeaders().getFirst("webhook-id");
            String signed = id + "." + exchange.getRequestHeaders().getFirst("webhook-timestamp") + "." + body;
            if (!signature(signed).equals(exchange.getRequestHeaders().getFirst("webhook-signature"))) {
                BADLY_SIGNED.add(id);
            }
            POSTED.put(id, RunningSuite.read(body).get("title").asText());
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        receiver.start();
        suite = new RunningSuite(
                folder.resolve("run"),
                Map.of(
                        "PERIODICAL_WEBHOOKS_CONNECT_TO",
                        "hooks.example::127.0.0.1:" + receiver.getAddress().getPort()));
        suite.up();
    }

    @AfterAll
    static void down() {
        suite.down();
        receiver.stop(0);
    }

    @Test
    @Order(1)
    void listenersAndSubscribers_areToldEverything_thoughContentIsStoppedAndKilled() {
        HttpResponse<String> made = suite.post(
                suite.env().get("CONTENT_URL") + "/webhooks",
                "{\"url\": \"http://hooks.example/news\", \"filter\": {\"types\": [\"article\"]}}");
        assertThat(made.statusCode()).describedAs(made.body()).isEqualTo(201);
        secret = RunningSuite.read(made.body()).get("secret").asText();

        EventStream first = events(null);
        await().atMost(PATIENCE).until(() -> first.lastId() != null);
        accept("told-1");
        await().atMost(PATIENCE).until(() -> first.titles().contains("told-1"));
        long pid = suite.pid("content");
        suite.terminate("content");
        await().atMost(STOPS_WITHIN).until(() -> !RunningSuite.alive(pid));
        await().atMost(STOPS_WITHIN).until(first::ended);
        assertThat(first.broken())
                .as("a stream that ends with its replica ends as HTTP says")
                .isNull();
        accept("told-2");
        suite.up();

        EventStream second = events(first.lastId());
        await().atMost(PATIENCE).until(() -> second.titles().contains("told-2"));
        suite.kill9("content");
        await().atMost(STOPS_WITHIN).until(second::ended);
        accept("told-3");
        suite.up();

        EventStream third = events(second.lastId());
        await().atMost(PATIENCE).until(() -> third.titles().contains("told-3"));
        assertThat(first.titles()).containsExactly("told-1");
        assertThat(second.titles()).containsExactly("told-2");
        assertThat(third.titles()).containsExactly("told-3");
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(POSTED.values()).containsExactlyInAnyOrder("told-1", "told-2", "told-3"));
        assertThat(BADLY_SIGNED).isEmpty();
        third.close();
    }

    @Test
    @Order(2)
    void rebuildThatIsKilled_leavesTheArchive_andTheNextOneComesToItsEnd() {
        Set<String> keys =
                IntStream.range(0, ARCHIVE).mapToObj(n -> "rebuilt-" + n).collect(Collectors.toSet());
        keys.parallelStream().forEach(ToldIT::accept);
        await().atMost(PATIENCE).until(() -> articles() == ARCHIVE + 3);
        String rebuild = suite.env().get("CONTENT_URL") + "/rebuild";

        assertThat(suite.post(rebuild, "").statusCode()).isEqualTo(202);
        suite.kill9("content");
        suite.up();

        assertThat(articles()).isEqualTo(ARCHIVE + 3);
        assertThat(suite.authorized(rebuild).get("state").asText())
                .as("the run died in the middle")
                .isEqualTo("running");
        assertThat(suite.post(rebuild, "").statusCode()).isEqualTo(409);
        await().atMost(GIVEN_UP)
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> suite.post(rebuild, "").statusCode() == 202);
        await().atMost(PATIENCE)
                .until(() -> !suite.authorized(rebuild).get("state").asText().equals("running"));
        assertThat(suite.authorized(rebuild).get("state").asText())
                .as(suite.authorized(rebuild).toString())
                .isEqualTo("done");
        assertThat(articles()).isEqualTo(ARCHIVE + 3);
        accept("after the rebuild");
        await().atMost(PATIENCE).until(() -> articles() == ARCHIVE + 4);
    }

    private static void accept(String key) {
        await().atMost(PATIENCE)
                .until(() -> suite.put(key.replace(' ', '-'), "---\ntitle: " + key + "\n---\n<p>正文 " + key + "</p>\n")
                        == 202);
    }

    private static int articles() {
        return suite.json(suite.env().get("CONTENT_URL") + "/stats?days=1")
                .get("articles")
                .asInt();
    }

    private static EventStream events(String lastId) {
        return new EventStream(suite.env().get("CONTENT_URL") + "/events?types=article", lastId);
    }

    /** After Standard Webhooks. */
    private static String signature(String signed) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret.substring("whsec_".length())), "HmacSHA256"));
            return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
