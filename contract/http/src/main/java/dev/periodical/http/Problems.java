package dev.periodical.http;

import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Duration;
import java.util.List;

/** The problems (RFC 9457) that more than one door answers, each worded once. Thrown as they are. */
public final class Problems {

    /** As the draft of the {@code RateLimit} fields names it. */
    private static final URI QUOTA_EXCEEDED =
            URI.create("https://iana.org/assignments/http-problem-types#quota-exceeded");

    private Problems() {}

    /** 400: a parameter has a value that it can't have. */
    public static HttpProblem badParameter(String name, String detail) {
        return HttpProblem.builder()
                .withStatus(Response.Status.BAD_REQUEST)
                .withTitle("Bad parameter")
                .withDetail(name + ": " + detail)
                .with("parameter", name)
                .build();
    }

    /** 404: there is nothing of that name. */
    public static HttpProblem notFound(String detail) {
        return HttpProblem.builder()
                .withStatus(Response.Status.NOT_FOUND)
                .withTitle("Not found")
                .withDetail(detail)
                .build();
    }

    /** 413: more bytes than the door takes. */
    public static HttpProblem tooLarge(long limitBytes) {
        return HttpProblem.builder()
                .withStatus(Response.Status.REQUEST_ENTITY_TOO_LARGE)
                .withTitle("Too large")
                .withDetail("At most " + limitBytes + " bytes are taken at once.")
                .with("limit", limitBytes)
                .build();
    }

    /** 411: a body whose length is limited must say its length. */
    public static HttpProblem lengthRequired(long limitBytes) {
        return HttpProblem.builder()
                .withStatus(Response.Status.LENGTH_REQUIRED)
                .withTitle("Length required")
                .withDetail(
                        "This token sends at most " + limitBytes + " bytes at once: Content-Length must say how many.")
                .with("limit", limitBytes)
                .build();
    }

    /** 429 with {@code Retry-After}: the caller's quota is used up for now. */
    public static HttpProblem tooMany(String policy, long retryAfterSeconds) {
        return HttpProblem.builder()
                .withType(QUOTA_EXCEEDED)
                .withStatus(Response.Status.TOO_MANY_REQUESTS)
                .withTitle("Too many requests")
                .withDetail("This token's requests are used up for now.")
                .withHeader("Retry-After", retryAfterSeconds)
                .with("violated-policies", List.of(policy))
                .build();
    }

    /** 503 with {@code Retry-After}: something behind the door is away; the same request may succeed later. */
    public static HttpProblem unavailable(String detail, Duration retryAfter) {
        return HttpProblem.builder()
                .withStatus(Response.Status.SERVICE_UNAVAILABLE)
                .withTitle("Unavailable for now")
                .withDetail(detail)
                .withHeader("Retry-After", Math.max(1, retryAfter.toSeconds()))
                .build();
    }
}
