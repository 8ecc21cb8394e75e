package dev.periodical.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Posts documents, waits for their pictures, and says which page to open. */
public final class Demo {

    private static final List<String> SAMPLES = List.of("tea-mountain.md", "night-market.md", "lantern-street.md");
    /** For all documents together. */
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private static final long PAUSE_MILLIS = 200;

    private final Doors doors;
    private final Consumer<String> out;

    /**
     * A demo at these doors.
     *
     * @param ingestUrl where documents are posted
     * @param contentUrl where articles are read
     * @param token what opens ingest's door
     * @param out takes lines for people
     */
    public Demo(String ingestUrl, String contentUrl, String token, Consumer<String> out) {
        this.doors = new Doors(ingestUrl, contentUrl, token);
        this.out = out;
    }

    /** Posts the sample articles; the last one is the headline. Says whether all were taken and all pictures settled. */
    public boolean samples() throws IOException, InterruptedException {
        List<byte[]> documents = new ArrayList<>();
        for (String sample : SAMPLES) {
            try (InputStream document = Demo.class.getResourceAsStream(sample)) {
                documents.add(document.readAllBytes());
            }
        }
        return show(SAMPLES, documents);
    }

    /** Posts the user's documents. Says whether all were taken and all pictures settled. */
    public boolean files(List<Path> files) throws IOException, InterruptedException {
        List<byte[]> documents = new ArrayList<>();
        for (Path file : files) {
            documents.add(Files.readAllBytes(file));
        }
        return show(files.stream().map(Path::toString).toList(), documents);
    }

    private boolean show(List<String> names, List<byte[]> documents) throws IOException, InterruptedException {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < documents.size(); i++) {
            Doors.Answer answer = doors.post(names.get(i), documents.get(i));
            if (answer.status() == 202) {
                ids.add(answer.body().path("id").asText());
            } else {
                out.accept(names.get(i) + " was not taken: " + answer.status() + " " + answer.body());
            }
        }
        Instant deadline = Instant.now().plus(LIMIT);
        boolean settled = true;
        for (String id : ids) {
            settled &= settle(id, deadline);
        }
        return settled && ids.size() == documents.size();
    }

    private boolean settle(String id, Instant deadline) throws IOException, InterruptedException {
        Doors.Answer answer = doors.article(id);
        while (isWaiting(answer) && Instant.now().isBefore(deadline)) {
            Thread.sleep(PAUSE_MILLIS);
            answer = doors.article(id);
        }
        out.accept(answer.status() == 200 ? describe(answer.body()) : "not shown yet: " + answer.status());
        out.accept("    open " + doors.page(id));
        return !isWaiting(answer);
    }

    private static boolean isWaiting(Doors.Answer answer) {
        return answer.status() != 200
                || states(answer.body()).keySet().stream().anyMatch(state -> state.startsWith("waiting"));
    }

    /** {@code 《title》 pictures: 1 failed (not-found), 3 stored}. */
    private static String describe(JsonNode article) {
        List<String> counts = new ArrayList<>();
        states(article).forEach((state, count) -> counts.add(count + " " + state));
        String title = article.path("title").asText("?");
        return "《" + title + "》 pictures: " + (counts.isEmpty() ? "none" : String.join(", ", counts));
    }

    private static Map<String, Integer> states(JsonNode article) {
        Map<String, Integer> states = new TreeMap<>();
        for (JsonNode image : article.path("images")) {
            String reason = image.path("reason").asText("");
            String state = image.path("state").asText("waiting");
            states.merge(
                    reason.isEmpty() || reason.equals("null") ? state : state + " (" + reason + ")", 1, Integer::sum);
        }
        return states;
    }
}
