package dev.periodical.ingest.submission;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.nullValue;

import dev.periodical.backing.quarkus.BackingServicesResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What was refused, told to a page of another origin. */
@QuarkusTest
@TestProfile(RefusalsIT.OnePage.class)
@QuarkusTestResource(BackingServicesResource.class)
class RefusalsIT {

    private static final String DESK = "https://desk.example";

    /** As an operator allows the desk's origin. */
    public static class OnePage implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("quarkus.http.cors.enabled", "true", "quarkus.http.cors.origins", DESK);
        }
    }

    @Test
    void refusals_areCounted_ofDocumentsAndOfABatchsItems() {
        long documents = count("Unreadable document");
        long bodies = count("Unauthorized");

        given().header("Authorization", "Bearer write-token")
                .contentType("text/markdown")
                .body("---\ntitle: [\n---\n")
                .queryParam("strict", true)
                .post("/articles")
                .then()
                .statusCode(422);
        given().header("Authorization", "Bearer write-token")
                .contentType("application/x-ndjson")
                .body("{\"name\": \"a.md\", \"document\": \"---\\ntitle: [\\n---\\n\"}\n".getBytes())
                .queryParam("strict", true)
                .post("/batches")
                .then()
                .statusCode(200);
        given().contentType("text/markdown").body("x").post("/articles").then().statusCode(401);

        assertThat(count("Unreadable document")).isEqualTo(documents + 2);
        assertThat(count("Unauthorized")).isEqualTo(bodies + 1);
    }

    @Test
    void allowedOrigin_mayAskAndPost() {
        given().header("Origin", DESK)
                .get("/refusals")
                .then()
                .statusCode(200)
                .header("Access-Control-Allow-Origin", DESK)
                .header("Access-Control-Allow-Credentials", "false");
        given().header("Origin", DESK)
                .header("Access-Control-Request-Method", "POST")
                .header("Access-Control-Request-Headers", "authorization,content-type")
                .options("/batches")
                .then()
                .statusCode(200)
                .header("Access-Control-Allow-Origin", DESK);
    }

    @Test
    void otherOrigin_mayNot() {
        given().header("Origin", "https://elsewhere.example")
                .get("/refusals")
                .then()
                .header("Access-Control-Allow-Origin", nullValue());
    }

    private static long count(String title) {
        Number count = given().get("/refusals")
                .then()
                .statusCode(200)
                .extract()
                .path("problems.find { it.title == '" + title + "' }?.count");
        return count == null ? 0 : count.longValue();
    }
}
