package dev.periodical.local.prove;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/** Reads the whole list and each article of a run, again and again until everything is there or the time is up. */
final class Verification {

    private static final Duration ATTEMPT = Duration.ofSeconds(10);
    private static final long PAUSE_MILLIS = 1_000;

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(ATTEMPT)
            .build();
    private final ObjectMapper json = new ObjectMapper();
    private final Map<String, Boolean> settled = new HashMap<>();
    private final URI content;
    private final String token;
    private final String prefix;

    Verification(URI content, String token, String prefix) {
        this.content = content;
        this.token = token;
        this.prefix = prefix;
    }

    Kept await(int accepted, Duration patience) throws InterruptedException {
        var deadline = Instant.now().plus(patience);
        var kept = new Kept(0, 0, 0);
        while (true) {
            try {
                kept = look();
            } catch (IOException away) {
                System.out.println("content does not answer: " + away.getMessage());
            }
            if (kept.whole(accepted) || Instant.now().isAfter(deadline)) {
                return kept;
            }
            Thread.sleep(PAUSE_MILLIS);
        }
    }

    private Kept look() throws IOException, InterruptedException {
        var articles = articles();
        var titles = new HashSet<String>();
        int pictures = 0;
        for (var article : articles) {
            titles.add(article.path("title").asText());
            pictures += hasItsPicture(article.path("id").asText()) ? 1 : 0;
        }
        return new Kept(articles.size(), titles.size(), pictures);
    }

    private List<JsonNode> articles() throws IOException, InterruptedException {
        var ours = new ArrayList<JsonNode>();
        var after = "";
        do {
            var page = get("/articles?limit=100&after=" + after);
            for (var article : page.path("items")) {
                if (article.path("title").asText().startsWith(prefix + "-")) {
                    ours.add(article);
                }
            }
            after = page.path("next").asText("");
        } while (!after.isEmpty() && !after.equals("null"));
        return ours;
    }

    private boolean hasItsPicture(String id) throws IOException, InterruptedException {
        if (!settled.getOrDefault(id, false)) {
            var images = get("/articles/" + id).path("images");
            settled.put(
                    id,
                    images.size() == 1 && images.get(0).path("state").asText().equals("stored"));
        }
        return settled.get(id);
    }

    private JsonNode get(String path) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(content.resolve(path))
                .timeout(ATTEMPT)
                .header("Authorization", "Bearer " + token)
                .build();
        var answer = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
        if (answer.statusCode() != 200) {
            throw new IOException(path + " answered " + answer.statusCode());
        }
        return json.readTree(answer.body());
    }
}
