package dev.periodical.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** The doors of ingest and content as a client knows them. */
final class Doors {

    private static final Duration LIMIT = Duration.ofSeconds(15);

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(LIMIT).build();
    private final ObjectMapper json = new ObjectMapper();
    private final String ingestUrl;
    private final String contentUrl;
    private final String token;

    Doors(String ingestUrl, String contentUrl, String token) {
        this.ingestUrl = ingestUrl;
        this.contentUrl = contentUrl;
        this.token = token;
    }

    /**
     * What a door said.
     *
     * @param status the HTTP status
     * @param body its JSON; a missing node when it is none
     */
    record Answer(int status, JsonNode body) {}

    Answer post(String name, byte[] document) throws IOException, InterruptedException {
        String type = name.endsWith(".html") ? "text/html" : "text/markdown";
        return send(HttpRequest.newBuilder(URI.create(ingestUrl + "/articles"))
                .header("Content-Type", type + "; charset=utf-8")
                .header("Authorization", "Bearer " + token)
                .POST(HttpRequest.BodyPublishers.ofByteArray(document)));
    }

    Answer article(String id) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(contentUrl + "/articles/" + id))
                .header("Accept", "application/json")
                .header("Authorization", "Bearer " + token));
    }

    /** The page for people. */
    String page(String id) {
        return contentUrl + "/read/" + id;
    }

    private Answer send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<byte[]> response =
                client.send(request.timeout(LIMIT).build(), HttpResponse.BodyHandlers.ofByteArray());
        return new Answer(response.statusCode(), parse(response.body()));
    }

    private JsonNode parse(byte[] body) {
        try {
            JsonNode node = json.readTree(new String(body, StandardCharsets.UTF_8));
            return node == null ? MissingNode.getInstance() : node;
        } catch (IOException notJson) {
            return MissingNode.getInstance();
        }
    }
}
