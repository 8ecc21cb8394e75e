package dev.periodical.content.live;

import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A client of the stream, as a browser's: takes events apart, and remembers the last id. */
final class Listener implements AutoCloseable {

    /** One event of the stream; what it does not have is empty. */
    record Told(String id, String event, String data, String comment, String retry) {

        String subject() {
            return JsonPath.from(data).getString("subject");
        }
    }

    final List<Told> told = new CopyOnWriteArrayList<>();
    private final InputStream stream;
    private volatile boolean ended;

    Listener(String query, String lastEventId, String token) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(URI.create("http://localhost:" + RestAssured.port + "/events" + query)
                        .toASCIIString()));
        if (lastEventId != null) {
            request.header("Last-Event-ID", lastEventId);
        }
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        try {
            HttpResponse<InputStream> response = HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .build()
                    .send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
            if (response.statusCode() != 200) {
                throw new AssertionError("HTTP " + response.statusCode());
            }
            stream = response.body();
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
        Thread reader = new Thread(this::read, "listener");
        reader.setDaemon(true);
        reader.start();
    }

    /** Those that have data. */
    List<Told> events() {
        return told.stream().filter(one -> !one.data().isEmpty()).toList();
    }

    String lastId() {
        return told.isEmpty() ? null : told.get(told.size() - 1).id();
    }

    boolean ended() {
        return ended;
    }

    private void read() {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            StringBuilder block = new StringBuilder();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.isEmpty()) {
                    block.append(line).append('\n');
                } else if (block.length() > 0) {
                    told.add(parse(block.toString()));
                    block.setLength(0);
                }
            }
        } catch (IOException closed) {
            ended = true;
        }
        ended = true;
    }

    private static Told parse(String block) {
        return new Told(
                field(block, "id"),
                field(block, "event"),
                field(block, "data"),
                field(block, ""),
                field(block, "retry"));
    }

    private static String field(String block, String name) {
        return block.lines()
                .filter(line -> line.startsWith(name + ":"))
                .map(line -> line.substring(name.length() + 1).strip())
                .findFirst()
                .orElse("");
    }

    @Override
    public void close() {
        try {
            stream.close();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
