package dev.periodical.ingest.problem;

import dev.periodical.events.kafka.TransientFailure;
import dev.periodical.http.Problems;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import org.apache.kafka.common.errors.RecordTooLargeException;

/** The problems of this service. */
public final class IngestProblems {

    private static final Duration RETRY_AFTER = Duration.ofSeconds(2);

    private IngestProblems() {}

    /**
     * 422: a document that can't be read.
     *
     * @param line the document's own line, from 1, or null
     * @param column the column there, from 1, or null
     * @param lineText that line as submitted, or null
     * @param suggestion what its author may have meant, or null
     */
    public static HttpProblem unreadable(
            String reason, Integer line, Integer column, String lineText, String suggestion) {
        HttpProblem.Builder problem = HttpProblem.builder()
                .withStatus(422)
                .withTitle("Unreadable document")
                .withDetail(line == null ? reason : "Line " + line + ", column " + column + ": " + reason);
        with(problem, "line", line);
        with(problem, "column", column);
        with(problem, "text", lineText);
        with(problem, "suggestion", suggestion);
        return problem.build();
    }

    /** 415: bytes that are no text. */
    public static HttpProblem notText(String reason) {
        return HttpProblem.builder()
                .withStatus(Response.Status.UNSUPPORTED_MEDIA_TYPE)
                .withTitle("Not a text document")
                .withDetail(reason)
                .build();
    }

    /** 408: a document that did not arrive in time. */
    public static HttpProblem tooSlow() {
        return HttpProblem.builder()
                .withStatus(Response.Status.REQUEST_TIMEOUT)
                .withTitle("Too slow")
                .withDetail("The document did not arrive in time; nothing was accepted.")
                .build();
    }

    /** 503: as many documents are in work as this replica takes. */
    public static HttpProblem busy() {
        return Problems.unavailable("As many documents are in work as this service takes at once.", RETRY_AFTER);
    }

    /** What to answer when Kafka did not take an event; what is no failure of Kafka stays as it is. */
    public static Throwable notPublished(Throwable failure) {
        if (failure instanceof TransientFailure) {
            return Problems.unavailable(
                    "Kafka did not acknowledge in time; nothing was accepted. The same request may be sent again.",
                    RETRY_AFTER);
        }
        if (failure instanceof RecordTooLargeException) {
            return HttpProblem.builder()
                    .withStatus(Response.Status.REQUEST_ENTITY_TOO_LARGE)
                    .withTitle("Too large")
                    .withDetail("With its sanitised form the article is larger than a Kafka record may be.")
                    .build();
        }
        return failure;
    }

    private static void with(HttpProblem.Builder problem, String name, Object value) {
        if (value != null) {
            problem.with(name, value);
        }
    }
}
