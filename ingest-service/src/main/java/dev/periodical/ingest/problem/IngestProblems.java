package dev.periodical.ingest.problem;

import dev.periodical.events.kafka.TransientFailure;
import dev.periodical.http.Problems;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.jboss.logging.Logger;

/** The problems of this service. */
public final class IngestProblems {

    private static final Logger LOG = Logger.getLogger(IngestProblems.class);
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

    /** 503: Kafka did not take it in time. */
    public static HttpProblem kafkaAway() {
        return Problems.unavailable(
                "Kafka did not acknowledge in time; nothing was accepted. The same request may be sent again.",
                RETRY_AFTER);
    }

    /** 422: what holds a batch's items can't be read on. */
    public static HttpProblem brokenBatch(String reason) {
        return HttpProblem.builder()
                .withStatus(422)
                .withTitle("Unreadable batch")
                .withDetail("The batch can't be read on: " + reason + ".")
                .build();
    }

    /** 408: a batch's client neither sends nor takes. */
    public static HttpProblem stalled(String reason) {
        return HttpProblem.builder()
                .withStatus(Response.Status.REQUEST_TIMEOUT)
                .withTitle("Stalled batch")
                .withDetail("The batch was ended: " + reason + ".")
                .build();
    }

    /** 500: a fault of this service, in a place that has no answer of its own. */
    public static HttpProblem ours(Throwable fault) {
        LOG.error("an item of a batch failed for a reason that is ours", fault);
        return HttpProblem.builder()
                .withStatus(Response.Status.INTERNAL_SERVER_ERROR)
                .withTitle("Internal error")
                .withDetail("A fault of this service, which is logged.")
                .build();
    }

    /** What to answer when Kafka did not take an event; what is no failure of Kafka stays as it is. */
    public static Throwable notPublished(Throwable failure) {
        if (failure instanceof TransientFailure) {
            return kafkaAway();
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
