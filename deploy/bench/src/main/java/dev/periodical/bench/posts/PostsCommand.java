package dev.periodical.bench.posts;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code posts}: one post, one expectation and one answer are in memory at a time. */
@Command(
        name = "posts",
        mixinStandardHelpOptions = true,
        description =
                "Has a running ingest service read real posts, publishes nothing, and prints how many it reads as Hexo"
                        + " does, field by field. Exit code 3 when that is fewer than the goal: of 0001-0100 all, of all"
                        + " 98 %% in every field.")
public final class PostsCommand implements Callable<Integer> {

    private static final int BELOW_GOAL = 3;

    @Parameters(paramLabel = "DIR", description = "A folder with posts/ and oracle.json.")
    private Path corpus;

    @Option(
            names = "--ingest",
            required = true,
            defaultValue = "${env:INGEST_URL}",
            description = "The service (default: the running suite's INGEST_URL).")
    private URI ingest;

    @Option(
            names = "--token",
            required = true,
            defaultValue = "${env:PERIODICAL_TOKEN}",
            description = "Its write token (default: the running suite's PERIODICAL_TOKEN).")
    private String token;

    /** Made by picocli. */
    public PostsCommand() {}

    @Override
    public Integer call() throws IOException, InterruptedException {
        Scores scores = new Scores();
        Door door = new Door(ingest, token);
        try (JsonParser oracle =
                new ObjectMapper().createParser(corpus.resolve("oracle.json").toFile())) {
            toPosts(oracle);
            while (oracle.nextToken() == JsonToken.START_OBJECT) {
                judge(oracle.readValueAsTree(), door, scores);
            }
        }
        scores.print(System.out);
        return scores.good() ? 0 : BELOW_GOAL;
    }

    private static void toPosts(JsonParser oracle) throws IOException {
        while (!"posts".equals(oracle.nextFieldName())) {
            if (oracle.currentToken() == null) {
                throw new IOException("oracle.json has no \"posts\"");
            }
        }
        oracle.nextToken();
    }

    private void judge(JsonNode expected, Door door, Scores scores) throws IOException, InterruptedException {
        String file = expected.get("file").asText();
        byte[] document = Files.readAllBytes(corpus.resolve("posts").resolve(file));
        Door.Answer answer = door.validate(document);
        Verdict verdict = Verdict.on(expected, answer, document);
        if (Scores.firstFamily(file)) {
            Door.Answer windows = door.validate(Windows.of(document));
            verdict.check(Field.LINE_ENDS, windows.equals(answer), "CRLF and byte order mark make a difference");
        }
        scores.add(file, verdict.faults());
    }
}
