package dev.periodical.ingest.submission;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;

import dev.periodical.backing.quarkus.BackingServicesResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.response.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Tokens from a file, and their limits, at a real door. */
@QuarkusTest
@TestProfile(TokensIT.WithTokenFile.class)
@QuarkusTestResource(BackingServicesResource.class)
class TokensIT {

    private static final String MARKDOWN = "text/markdown; charset=utf-8";
    private static final Path FILE = file();

    /** The file is there before the service starts. */
    public static class WithTokenFile implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "periodical.tokens-file", FILE.toString(),
                    "periodical.tokens-file-interval", "100ms",
                    "periodical.limits.requests-per-second", "1000");
        }
    }

    private static Path file() {
        try {
            Path file = Files.createTempFile("tokens", ".properties");
            file.toFile().deleteOnExit();
            return write(file, token("before", ""));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path write(Path file, String... tokens) {
        try {
            return Files.writeString(file, String.join("\n", tokens));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A token whose value is its name. */
    private static String token(String name, String limits) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8));
            return name + ".sha256=" + HexFormat.of().formatHex(hash) + "\n" + name + ".roles=write\n"
                    + limits.replace("$", name + ".");
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    private static Response posted(String token, String body) {
        return given().config(RestAssuredConfig.config()
                        .encoderConfig(EncoderConfig.encoderConfig()
                                .encodeContentTypeAs("text/markdown", io.restassured.http.ContentType.TEXT)))
                .auth()
                .oauth2(token)
                .contentType(MARKDOWN)
                .body(body)
                .post("/articles/validate");
    }

    private static void untilKnown(String token) {
        await().atMost(Duration.ofSeconds(20)).until(() -> posted(token, "文").statusCode() != 401);
    }

    @Test
    void newFile_bringsTokensAndTakesThem_withoutARestart() {
        write(FILE, token("before", ""));
        untilKnown("before");

        write(FILE, token("after", ""));
        untilKnown("after");

        assertThat(posted("before", "文").statusCode()).isEqualTo(401);
        assertThat(posted("write-token", "文").statusCode()).isEqualTo(200);
    }

    @Test
    void usedUp_is429_andSaysWhatIsLeftAndWhenToComeAgain() {
        write(FILE, token("probe", ""), token("seldom", "$requests-per-second=0.01\n$burst=2\n"));
        untilKnown("probe");

        posted("seldom", "文")
                .then()
                .statusCode(200)
                .header("RateLimit-Policy", equalTo("\"default\";q=2;w=200"))
                .header("RateLimit", equalTo("\"default\";r=1;t=100"));
        posted("seldom", "文").then().statusCode(200).header("RateLimit", matchesPattern("\"default\";r=0;t=\\d+"));
        posted("seldom", "文")
                .then()
                .statusCode(429)
                .contentType("application/problem+json")
                .header("Retry-After", matchesPattern("\\d+"))
                .header("RateLimit", matchesPattern("\"default\";r=0;t=\\d+"))
                .body("type", equalTo("https://iana.org/assignments/http-problem-types#quota-exceeded"))
                .body("violated-policies", hasItem("default"));
        posted("probe", "文").then().statusCode(200);
    }

    @Test
    void tokenWithoutLimitsOfItsOwn_hasTheCommonOnes() {
        posted("write-token", "文").then().header("RateLimit-Policy", equalTo("\"default\";q=1000;w=1"));
    }

    @Test
    void unknownToken_isRefused_beforeAnythingIsCharged() {
        posted("nobody", "文").then().statusCode(401).header("RateLimit", nullValue());
    }

    @Test
    void body_isLimitedPerToken_andMustSayItsLength() throws IOException, InterruptedException {
        write(FILE, token("small", "$max-bytes=10\n"));
        untilKnown("small");

        posted("small", "0123456789").then().statusCode(200);
        posted("small", "0123456789a").then().statusCode(413).body("limit", equalTo(10));
        HttpRequest chunked = HttpRequest.newBuilder(
                        URI.create("http://localhost:" + io.restassured.RestAssured.port + "/articles/validate"))
                .header("Authorization", "Bearer small")
                .header("Content-Type", MARKDOWN)
                .POST(HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[5])))
                .build();
        HttpResponse<String> answer = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .build()
                .send(chunked, HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(411);
        assertThat(answer.headers().firstValue("content-type")).contains("application/problem+json");
    }
}
