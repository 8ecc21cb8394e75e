package dev.periodical.bench.ingest;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.stream.Stream;

/** Posts one batch and counts what comes back while it is sent. */
final class BatchLoad {

    /** What came of it; {@code last} is the summary, {@code status} says whether there is such a door. */
    record Outcome(int status, long accepted, long others, String last) {}

    private BatchLoad() {}

    static Outcome run(int port, String token, String type, BatchBody body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/batches"))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofInputStream(() -> body))
                .build();
        HttpResponse<Stream<String>> answer = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .build()
                .send(request, HttpResponse.BodyHandlers.ofLines());
        long[] counts = new long[2];
        String[] last = {""};
        try (Stream<String> lines = answer.body()) {
            lines.forEach(line -> {
                counts[line.contains("\"accepted\"") && line.contains("\"revision\"") ? 0 : 1]++;
                last[0] = line;
            });
        }
        return new Outcome(answer.statusCode(), counts[0], counts[1], last[0]);
    }
}
