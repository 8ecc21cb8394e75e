package dev.periodical.bench.posts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** {@code POST /articles/validate} of a running ingest service. */
final class Door {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();
    private final URI validate;
    private final String token;

    Door(URI ingest, String token) {
        this.validate = ingest.resolve("/articles/validate");
        this.token = token;
    }

    /** @param body the article with its warnings, or the problem */
    record Answer(int status, JsonNode body) {

        boolean accepted() {
            return status == 200;
        }
    }

    /**
     * Has a document read.
     *
     * @throws IOException when there is no answer, or one that says nothing about the document: 401, 403
     */
    Answer validate(byte[] document) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(validate)
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "text/markdown; charset=utf-8")
                .POST(HttpRequest.BodyPublishers.ofByteArray(document))
                .build();
        HttpResponse<InputStream> response = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
        try (InputStream body = response.body()) {
            if (response.statusCode() == 401 || response.statusCode() == 403) {
                throw new IOException(validate + " answered " + response.statusCode() + ": is this its write token?");
            }
            return new Answer(response.statusCode(), JSON.readTree(body));
        }
    }
}
