package dev.periodical.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.periodical.media.HostileOrigin.Script;
import dev.periodical.outbound.CaseTable;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@TestProfile(FetchingProfile.class)
class HostileOriginIT {

    private static final byte[] PNG = Samples.drawn("png", 1);

    HostileOrigin origin;

    @Inject
    ScriptedResolver resolver;

    private static Desk desk;
    private final ErrorLog log = new ErrorLog();

    @BeforeAll
    static void open() {
        desk = new Desk();
    }

    @AfterAll
    static void close() {
        desk.close();
    }

    /** Whatever the origin does: nothing stays on the disk, and nothing is reported as a fault of ours. */
    @AfterEach
    void leftNothingBehind() {
        log.close();
        assertThat(log.errors()).isEmpty();
        await().atMost(Duration.ofSeconds(5))
                .untilAsserted(
                        () -> assertThat(new File(FetchingProfile.SPOOL).list()).isNullOrEmpty());
    }

    static Stream<Arguments> tricks() {
        return Stream.of(
                trick("cut", "truncated", e -> {
                    e.raw("HTTP/1.1 200 OK\r\nContent-Length: " + PNG.length + "\r\n\r\n");
                    e.raw(Arrays.copyOf(PNG, 100));
                }),
                trick("cut-chunk", "truncated", e -> {
                    e.raw("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nffff\r\n");
                    e.raw(PNG);
                }),
                trick("lying-length", "damaged", e -> {
                    e.raw("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n");
                    e.raw(PNG);
                }),
                trick("endless", "too-large", HostileOriginIT::endless),
                trick("declared", "too-large", e -> e.raw("HTTP/1.1 200 OK\r\nContent-Length: 99999999999999\r\n\r\n")),
                trick("header-flood", "too-large", e -> {
                    e.raw("HTTP/1.1 200 OK\r\n");
                    for (int i = 0; i < 1000; i++) {
                        e.raw("X-Flood-" + i + ": " + "x".repeat(100) + "\r\n");
                    }
                }),
                trick("drip", "timed-out", e -> {
                    e.raw("HTTP/1.1 200 OK\r\nContent-Length: " + PNG.length + "\r\n\r\n");
                    for (byte one : PNG) {
                        e.raw(new byte[] {one});
                        e.pause(200);
                    }
                }),
                trick("silence", "timed-out", e -> e.pause(10_000)),
                trick("hang-up", "connection-failed", e -> {}),
                trick("no-http", "connection-failed", e -> e.raw("220 mail.example ESMTP\r\n")),
                trick("gzip", "not-an-image", e -> {
                    e.raw("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Type: image/png\r\n\r\n");
                    e.raw(gzip(PNG));
                }),
                trick("html", "not-an-image", e -> e.picture("image/png", "<!doctype html><p>No".getBytes())),
                trick("page", "not-an-image", e -> e.picture("text/html", "<html><p>Not here".getBytes())),
                trick("empty", "empty", e -> e.picture("image/png", new byte[0])),
                trick(
                        "huge-canvas",
                        "too-many-pixels",
                        e -> e.picture("image/png", Samples.pngWithoutEnd(60_000, 60_000))),
                trick("tiny-gif", "too-many-pixels", e -> e.picture("image/gif", gif(65_535, 65_535, 1))),
                trick("many-frames", "too-many-pixels", e -> e.picture("image/gif", gif(148, 148, 15_000))),
                trick("bomb", "not-an-image", e -> {
                    e.raw("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Type: image/png\r\n\r\n");
                    e.raw(gzip(new byte[50_000_000]));
                }),
                trick("smuggled-type", "not-an-image", e -> e.picture("image/png%;text/html", "<html>".getBytes())),
                trick("partial", "unexpected-status", e -> {
                    e.raw("HTTP/1.1 206 Partial Content\r\nContent-Range: bytes 0-9/10\r\nContent-Length: 10\r\n\r\n");
                    e.raw(Arrays.copyOf(PNG, 10));
                }),
                trick("nowhere", "unexpected-status", e -> e.status(302)),
                trick("loop", "too-many-redirects", e -> e.redirect(e.path())),
                trick("gone", "not-found", e -> e.status(404)),
                trick("wall", "forbidden", e -> e.status(403)),
                trick("busy", "rate-limited", e -> e.status(429)),
                trick("broken", "server-error", e -> e.status(500)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("tricks")
    void trick_hasOneClearReason(String host, String reason, Script script) {
        origin.host(host + ".example", script);

        var picture = desk.settled(desk.handIn("http://" + host + ".example/a.png"));

        assertThat(picture.getString("state")).isEqualTo("failed");
        assertThat(picture.getString("reason")).isEqualTo(reason);
        assertThat(picture.getString("attempts[0].reason")).isEqualTo(reason);
        assertThat(picture.getString("attempts[0].address")).isEqualTo("127.0.0.1");
        assertThat(picture.getLong("attempts[0].bytes")).isLessThanOrEqualTo(FetchingProfile.MAX_BYTES + 65_536L);
        assertThat(picture.getInt("attempts[0].millis")).isLessThan(4_000);
    }

    @ParameterizedTest
    @CsvSource({
        "http://169.254.169.254/latest/meta-data/, address-not-public, 169.254.169.254",
        "http://127.0.0.1/, address-not-public, 127.0.0.1",
        "http://127.0.0.100/some.png, address-not-public, 127.0.0.100",
        "http://user:pass@127.0.0.100/some.png, credentials-in-url, 127.0.0.100",
        "http://[::1]/, address-not-public, [::1]",
        "http://0x7f000001/, invalid-url, 0x7f000001",
        "http://localhost/, host-not-allowed, localhost",
        "http://user:word@inner.example/, credentials-in-url, inner.example",
        "http://inner.example:6379/, port-not-allowed, inner.example",
        "file:///etc/passwd, scheme-not-allowed, -",
        "//127.0.0.1/, address-not-public, 127.0.0.1"
    })
    void redirectToWhatMustNotBeFetched_isNotFollowed(String location, String reason, String asked) {
        var host = "to-" + Integer.toHexString(location.hashCode()) + ".example";
        origin.host(host, e -> e.redirect(location));

        var picture = desk.settled(desk.handIn("http://" + host + "/a.png"));

        assertThat(picture.getString("state")).isEqualTo("refused");
        assertThat(picture.getString("reason")).isEqualTo(reason);
        assertThat(picture.getString("attempts[0].detail")).contains("redirected to");
        assertThat(origin.asked(host)).isNotEmpty();
        assertThat(origin.asked(asked)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://127.0.0.1/a.png", "http://169.254.169.254/a.png", "http://[::1]/a.png"})
    void refusedAddress_isNotAskedAtAll(String url) {
        var picture = desk.settled(desk.handIn(url));

        assertThat(picture.getString("state")).isEqualTo("refused");
        assertThat(picture.getString("reason")).isEqualTo("address-not-public");
        assertThat(picture.getString("attempts[0].address")).isNull();
        assertThat(origin.asked("127.0.0.1")).isEmpty();
        assertThat(origin.asked("169.254.169.254")).isEmpty();
    }

    /** The first answers: what a later one says, the next rung would follow, out of loopback. */
    static Stream<String> blockedAnswers() {
        return CaseTable.rows("guard-cases.tsv", "periodical.cases.ssrf")
                .filter(row -> row.first().startsWith("dns:") && row.second().equals("yes"))
                .map(row -> row.first()
                        .substring(row.first().indexOf('=') + 1, row.first().indexOf(' ')))
                .map(answers -> answers.split("\\|")[0]);
    }

    @ParameterizedTest
    @MethodSource("blockedAnswers")
    void dnsAnswerThatLeadsInside_isRefusedWhole_afterOneLookUp(String answers) {
        String host = "dns-" + Integer.toHexString(answers.hashCode()) + ".example";
        resolver.answer(host, answers);

        JsonPath picture = desk.settled(desk.handIn("http://" + host + ":" + origin.port() + "/a.png"));

        assertThat(picture.getString("state")).isEqualTo("refused");
        assertThat(picture.getString("reason")).isEqualTo("address-not-public");
        assertThat(resolver.asked(host)).isEqualTo(picture.getList("attempts").size());
        assertThat(origin.asked(host)).isEmpty();
    }

    @Test
    void nameThatLeadsInsideAfterARedirect_isLookedUpAnew_andRefused() {
        resolver.answer("turned.example", "127.0.0.1");
        origin.host("turning.example", e -> e.redirect("http://turned.example:" + origin.port() + "/latest/meta-data"));

        JsonPath picture = desk.settled(desk.handIn("http://turning.example/a.png"));

        assertThat(picture.getString("state")).isEqualTo("refused");
        assertThat(resolver.asked("turned.example")).isPositive();
        assertThat(origin.asked("turned.example")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "absolute, http://landed.example/x/a.png",
        "relative, ../x/a.png",
        "rooted, /x/a.png",
        "other, //landed.example/x/a.png"
    })
    void redirect_isFollowedToThePicture(String host, String location) {
        Script script = e -> {
            if (e.path().equals("/x/a.png")) {
                e.picture("image/png", PNG);
            } else {
                e.redirect(location);
            }
        };
        origin.host(host + ".example", script);
        origin.host("landed.example", script);

        var picture = desk.settled(desk.handIn("http://" + host + ".example/deep/er.png"));

        assertThat(picture.getString("state")).isEqualTo("stored");
        assertThat(picture.getString("origin")).endsWith(".example/x/a.png");
    }

    @ParameterizedTest
    @CsvSource({"5, stored", "6, failed", "30, failed"})
    void redirects_areFollowedFiveTimes(int hops, String state) {
        var host = "hops-" + hops + ".example";
        origin.host(host, e -> {
            int left = Integer.parseInt(e.path().substring(1));
            if (left == 0) {
                e.picture("image/png", PNG);
            } else {
                e.redirect("/" + (left - 1));
            }
        });

        assertThat(desk.settled(desk.handIn("http://" + host + "/" + hops)).getString("state"))
                .isEqualTo(state);
    }

    @Test
    void controlBehindAProxy_isSettled_andSoIsTheNextRefusedPicture() {
        String poison = desk.handIn("https://nul.workers.dev/?http%3A%2F%2Fh.example%2Fa%00.png");
        String next = desk.handIn("http://127.0.0.1/next.png");

        assertThat(desk.settled(poison).getString("state")).isNotEqualTo("waiting");
        assertThat(desk.settled(poison).getString("attempts[0].url")).endsWith("a%00.png");
        assertThat(desk.settled(next).getString("state")).isEqualTo("refused");
    }

    @Test
    void declaredType_countsForNothing() {
        origin.host("octets.example", e -> e.picture("application/octet-stream", Samples.drawn("jpg", 1)));

        var picture = desk.settled(desk.handIn("http://octets.example/a"));

        assertThat(picture.getString("state")).isEqualTo("stored");
        assertThat(picture.getString("contentType")).isEqualTo("image/jpeg");
        assertThat(picture.<Map<String, Object>>getList("attempts")).hasSize(1);
    }

    @Test
    void svgWithScript_isServedWhereItCanRunNone() {
        byte[] svg = ("<svg xmlns='http://www.w3.org/2000/svg' width='90' height='90'>"
                        + "<script>alert(1)</script><path d='M0 0h9v9z'/></svg>")
                .getBytes();
        origin.host("scripted.example", e -> e.picture("image/png", svg));

        JsonPath picture = desk.settled(desk.handIn("http://scripted.example/a.svg"));

        assertThat(picture.getString("state")).isEqualTo("stored");
        assertThat(RestAssured.get("/media/" + picture.getString("mediaId")).header("Content-Security-Policy"))
                .contains("sandbox");
    }

    @Test
    void tlsOfItsOwnName_isFetched() {
        origin.host(OriginCertificate.NAME, e -> e.picture("image/png", PNG));

        assertThat(desk.settled(desk.handIn("https://" + OriginCertificate.NAME + "/a.png"))
                        .getString("state"))
                .isEqualTo("stored");
    }

    @Test
    void tlsOfAnotherName_isRefusedBeforeAnythingIsAsked() {
        origin.host("impostor.example", e -> e.picture("image/png", PNG));

        JsonPath picture = desk.settled(desk.handIn("https://impostor.example/a.png"));

        assertThat(picture.getString("state")).isEqualTo("failed");
        assertThat(picture.getList("attempts.reason")).containsOnly("tls-failed");
        assertThat(origin.asked("impostor.example")).isEmpty();
    }

    @Test
    void literalIpv6_isAskedByItsName() {
        origin.host("[2606:4700:4700::1111]", e -> e.picture("image/png", PNG));

        JsonPath picture = desk.settled(desk.handIn("http://[2606:4700:4700::1111]/a.png"));

        assertThat(picture.getString("state")).isEqualTo("stored");
    }

    @Test
    void wallAgainstForeignPages_opensToTheSecondRung() {
        origin.host("jealous.example", e -> {
            if (e.header("referer").startsWith("http://jealous.example/")) {
                e.picture("image/png", PNG);
            } else {
                e.status(403);
            }
        });

        var picture = desk.settled(desk.handIn("http://jealous.example/a.png"));

        assertThat(picture.getString("state")).isEqualTo("stored");
        assertThat(picture.getString("attempts[0].reason")).isEqualTo("forbidden");
        assertThat(picture.getString("attempts[1].referer")).isEqualTo("http://jealous.example/");
    }

    @Test
    void whatHeals_isTriedAgain() {
        origin.host("healing.example", e -> {
            if (origin.asked("healing.example").size() > 1) {
                e.picture("image/png", PNG);
            } else {
                e.status(503);
            }
        });

        var picture = desk.settled(desk.handIn("http://healing.example/a.png"));

        assertThat(picture.getString("state")).isEqualTo("stored");
        assertThat(picture.getString("attempts[0].reason")).isEqualTo("server-error");
    }

    @Test
    void roundsAreCounted_soNothingIsTriedForEver() {
        origin.host("never.example", e -> e.status(503));

        desk.settled(desk.handIn("http://never.example/a.png"));

        assertThat(origin.asked("never.example")).hasSize(2);
    }

    private static Arguments trick(String host, String reason, Script script) {
        return Arguments.of(host, reason, script);
    }

    private static void endless(Exchange e) throws IOException {
        e.raw("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n29\r\n");
        e.raw(Samples.pngWithoutEnd(40, 30));
        while (true) {
            e.raw("\r\n2000\r\n" + "\0".repeat(0x2000));
        }
    }

    /** Frames of one pixel without data, 12 bytes each; one frame makes 35 bytes. */
    private static byte[] gif(int width, int height, int frames) {
        ByteBuffer gif = ByteBuffer.allocate(13 + 12 * frames + 1 + 9).order(ByteOrder.LITTLE_ENDIAN);
        gif.put("GIF89a".getBytes())
                .putShort((short) width)
                .putShort((short) height)
                .put(new byte[3]);
        for (int i = 0; i < frames; i++) {
            gif.put((byte) 0x2c)
                    .putShort((short) 0)
                    .putShort((short) 0)
                    .putShort((short) 1)
                    .putShort((short) 1);
            gif.put((byte) 0).put((byte) 2).put((byte) 0);
        }
        return gif.put((byte) 0x3b).array();
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(bytes);
        }
        return packed.toByteArray();
    }
}
