package dev.periodical.content.subscribe;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.periodical.content.change.ChangeFilter;
import dev.periodical.content.webhook.SigningSecret;
import dev.periodical.http.Problems;
import io.quarkiverse.resteasy.problem.HttpProblem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The subscription that a caller asks for.
 *
 * @param url where events are posted to
 * @param filter what of; everything where it is left out
 * @param secret {@code whsec_} and 24 to 64 bytes in base64; a random one is made where it is left out
 */
public record Wanted(String url, ChangeFilter filter, String secret) {

    private static final int LONGEST_URL = 2000;
    private static final int LONGEST_WORD = 500;

    /**
     * Read strictly: who misspells a filter would else be told of everything.
     *
     * @throws HttpProblem 400 naming what can't be so
     */
    static Wanted of(JsonNode body, ObjectMapper json) {
        if (body == null || !body.isObject()) {
            throw Problems.badParameter("url", "an object with it is needed");
        }
        try {
            return json.readerFor(Wanted.class)
                    .with(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .readValue(body);
        } catch (JsonMappingException wrong) {
            throw Problems.badParameter(
                    wrong.getPath().stream()
                            .map(JsonMappingException.Reference::getFieldName)
                            .filter(Objects::nonNull)
                            .collect(Collectors.joining(".")),
                    "there is no such field, or it can't be so");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @throws HttpProblem 400 naming what can't be so */
    SigningSecret checked() {
        if (url == null || url.isBlank() || url.length() > LONGEST_URL) {
            throw Problems.badParameter("url", "an absolute URL of at most " + LONGEST_URL + " characters");
        }
        if (filter != null) {
            check(filter);
        }
        return secret == null
                ? SigningSecret.random()
                : SigningSecret.of(secret)
                        .orElseThrow(() -> Problems.badParameter("secret", "'whsec_' and 24 to 64 bytes in base64"));
    }

    ChangeFilter filterOrNone() {
        return filter == null ? ChangeFilter.none() : filter;
    }

    private static void check(ChangeFilter filter) {
        if (filter.types() != null
                && filter.types().stream().anyMatch(type -> type == null || !ChangeFilter.TYPES.contains(type))) {
            throw Problems.badParameter("filter.types", "some of " + String.join(", ", ChangeFilter.TYPES));
        }
        if (Stream.of(filter.category(), filter.tag(), filter.author())
                .anyMatch(word -> word != null && (word.length() > LONGEST_WORD || word.indexOf('\0') >= 0))) {
            throw Problems.badParameter("filter", "words of at most " + LONGEST_WORD + " characters");
        }
    }
}
