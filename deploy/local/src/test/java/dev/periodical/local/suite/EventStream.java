package dev.periodical.local.suite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/** One connection to the server-sent events: remembers where it stands, what it was told, and how it ended. */
final class EventStream implements AutoCloseable {

    private final List<String> titles = new CopyOnWriteArrayList<>();
    private final Stream<String> lines;
    private final Thread reader = new Thread(this::read, "events");
    private volatile String lastId;
    private volatile Exception broken;

    EventStream(String url, String lastId) {
        this.lastId = lastId;
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url));
        if (lastId != null) {
            request.header("Last-Event-ID", lastId);
        }
        try {
            HttpResponse<Stream<String>> answer = HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .build()
                    .send(request.build(), HttpResponse.BodyHandlers.ofLines());
            if (answer.statusCode() != 200) {
                throw new AssertionError("HTTP " + answer.statusCode());
            }
            lines = answer.body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        reader.setDaemon(true);
        reader.start();
    }

    /** Of the articles it was told of, in order. */
    List<String> titles() {
        return titles;
    }

    String lastId() {
        return lastId;
    }

    boolean ended() {
        return !reader.isAlive();
    }

    /** What ended it in the middle; null where it goes on or came to its end. */
    Exception broken() {
        return broken;
    }

    private void read() {
        try {
            lines.forEach(line -> {
                if (line.startsWith("id:")) {
                    lastId = line.substring("id:".length()).strip();
                } else if (line.startsWith("data:")) {
                    titles.add(RunningSuite.read(line.substring("data:".length()))
                            .at("/data/title")
                            .asText());
                }
            });
        } catch (UncheckedIOException e) {
            broken = e;
        }
    }

    @Override
    public void close() {
        lines.close();
    }
}
