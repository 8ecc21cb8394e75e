package dev.periodical.local;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Asks a service's management port whether it is ready. */
final class Readiness {

    private static final Duration LIMIT = Duration.ofSeconds(3);

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(LIMIT).build();

    /**
     * The answer.
     *
     * @param ready whether the service says it can work
     * @param words what it said, or why there is no answer
     */
    record Answer(boolean ready, String words) {}

    Answer ask(String managementUrl) throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(managementUrl + "/q/health/ready"))
                .timeout(LIMIT)
                .build();
        try {
            HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
            return new Answer(response.statusCode() == 200, response.body());
        } catch (IOException noAnswer) {
            return new Answer(false, noAnswer.toString());
        }
    }
}
