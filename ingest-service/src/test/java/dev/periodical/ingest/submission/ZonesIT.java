package dev.periodical.ingest.submission;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import dev.periodical.backing.quarkus.BackingServicesResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Dates without zone are meant where their author or source is, as the operator says. */
@QuarkusTest
@QuarkusTestResource(BackingServicesResource.class)
class ZonesIT {

    @ParameterizedTest
    @CsvSource({"https://paris.example/x, 2021-10-09T05:00:00Z", "https://other.example/x, 2021-10-08T23:00:00Z"})
    void sourcesZone_isTheConfigured(String source, String instant) {
        given().header("Authorization", "Bearer write-token")
                .config(RestAssuredConfig.config()
                        .encoderConfig(
                                EncoderConfig.encoderConfig().encodeContentTypeAs("text/markdown", ContentType.TEXT)))
                .contentType("text/markdown; charset=utf-8")
                .body("---\ntitle: t\ndate: 2021-10-09 07:00\nsource: " + source + "\n---\nx")
                .post("/articles/validate")
                .then()
                .statusCode(200)
                .body("article.published.instant", equalTo(instant))
                .body("article.published.confidence", equalTo("assumed-zone"));
    }
}
