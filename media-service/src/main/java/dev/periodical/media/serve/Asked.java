package dev.periodical.media.serve;

import dev.periodical.events.FailureReason;
import dev.periodical.http.Page;
import dev.periodical.http.Problems;
import dev.periodical.media.frontier.PictureState;
import jakarta.ws.rs.core.UriInfo;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.RestResponse;

/** What the lists of this door are asked for, and how their pages are answered. Each 400 names its parameter. */
final class Asked {

    private Asked() {}

    static PictureState state(String code) {
        return code == null
                ? null
                : PictureState.ofCode(code)
                        .orElseThrow(() -> Problems.badParameter(
                                "state", "waiting, stored, suspect, failed or refused, not '" + code + "'"));
    }

    static FailureReason reason(String code) {
        return code == null
                ? null
                : Arrays.stream(FailureReason.values())
                        .filter(reason -> reason.code().equals(code))
                        .findFirst()
                        .orElseThrow(() -> Problems.badParameter(
                                "reason",
                                "one of "
                                        + Arrays.stream(FailureReason.values())
                                                .map(FailureReason::code)
                                                .collect(Collectors.joining(", "))
                                        + ", not '" + code + "'"));
    }

    static Instant since(String text) {
        try {
            return text == null ? null : Instant.parse(text);
        } catch (DateTimeException e) {
            throw Problems.badParameter("since", "a time like 2026-01-31T12:00:00Z, not '" + text + "'");
        }
    }

    /** False where it is not asked for. */
    static boolean flag(String name, String text) {
        if (text != null && !text.matches("true|false")) {
            throw Problems.badParameter(name, "true or false, not '" + text + "'");
        }
        return "true".equals(text);
    }

    static <T> RestResponse<Page<T>> answer(Page<T> page, UriInfo uri) {
        RestResponse.ResponseBuilder<Page<T>> answer = RestResponse.ResponseBuilder.ok(page);
        if (page.next() != null) {
            answer.links(Page.link(uri, page.next()));
        }
        return answer.build();
    }
}
