package dev.periodical.ingest.submission;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.notNullValue;

import dev.periodical.backing.quarkus.BackingServicesResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is let in, where there is room for two documents or 150,000 bytes. */
@QuarkusTest
@TestProfile(AdmissionIT.Narrow.class)
@QuarkusTestResource(BackingServicesResource.class)
class AdmissionIT {

    /** Room for little, and for ten seconds. */
    public static class Narrow implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "periodical.submission.requests-in-flight", "2",
                    "periodical.submission.max-bytes", "100000",
                    "periodical.submission.bytes-in-flight", "150000",
                    "periodical.submission.upload-deadline", "10s");
        }
    }

    @BeforeEach
    void roomForAll() {
        await().atMost(Duration.ofSeconds(30)).until(() -> posted() == 200);
    }

    /** A client that begins a document and then says nothing more. */
    private static Socket begun(String lengthHeader, String firstBytes) throws IOException {
        Socket socket = new Socket("localhost", RestAssured.port);
        socket.getOutputStream()
                .write(("POST /articles/validate HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer write-token\r\n"
                                + "Content-Type: text/html\r\n" + lengthHeader + "\r\n\r\n" + firstBytes)
                        .getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private static int posted() {
        return given().auth()
                .oauth2("write-token")
                .contentType("text/html")
                .body("<p>1</p>")
                .post("/articles/validate")
                .statusCode();
    }

    private static String answer(Socket socket) throws IOException {
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    @Test
    void oneMoreThanThereIsRoomFor_is503AtOnce_andSlowOnesGiveTheirRoomBack() throws IOException {
        try (Socket one = begun("Content-Length: 1000", "<p>");
                Socket other = begun("Content-Length: 1000", "<p>")) {
            await().atMost(Duration.ofSeconds(8)).until(() -> posted() == 503);
            given().auth()
                    .oauth2("write-token")
                    .contentType("text/html")
                    .body("<p>1</p>")
                    .post("/articles/validate")
                    .then()
                    .statusCode(503)
                    .contentType("application/problem+json")
                    .header("Retry-After", notNullValue());

            assertThat(answer(one)).startsWith("HTTP/1.1 408 ").contains("application/problem+json");
            assertThat(answer(other)).startsWith("HTTP/1.1 408 ");
        }
        await().atMost(Duration.ofSeconds(10)).until(() -> posted() == 200);
    }

    @Test
    void bodyWithoutALength_countsAsTheLargest() throws IOException {
        try (Socket one = begun("Transfer-Encoding: chunked", "3\r\n<p>\r\n")) {
            await().atMost(Duration.ofSeconds(8)).until(() -> {
                try (Socket other = begun("Transfer-Encoding: chunked\r\nConnection: close", "0\r\n\r\n")) {
                    return answer(other).startsWith("HTTP/1.1 503 ");
                }
            });
            assertThat(posted()).isEqualTo(200);
            assertThat(answer(one)).startsWith("HTTP/1.1 408 ");
        }
    }

    @Test
    void clientThatGoesAway_givesItsRoomBack() throws IOException {
        Socket one = begun("Content-Length: 1000", "<p>");
        Socket other = begun("Content-Length: 1000", "<p>");
        await().atMost(Duration.ofSeconds(8)).until(() -> posted() == 503);
        one.close();
        other.close();
        await().atMost(Duration.ofSeconds(5)).until(() -> posted() == 200);
    }
}
