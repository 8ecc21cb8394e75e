package dev.periodical.deadletters;

import dev.periodical.http.Problems;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A letter, and a place in the list: right behind it. To callers of the list it is an opaque text.
 *
 * @param topic the dead letter topic
 */
public record Place(String topic, int partition, long offset) {

    private static final Pattern TEXT = Pattern.compile("([\\w.-]+) (\\d{1,9}) (\\d{1,18})");

    String text() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((topic + " " + partition + " " + offset).getBytes(StandardCharsets.UTF_8));
    }

    /**
     * The place that a caller gave back.
     *
     * @return null for null
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 400 when this is no place of ours
     */
    static Place parse(String parameter, String text) {
        if (text == null || text.isEmpty()) {
            return null;
        }
        try {
            Matcher parts = TEXT.matcher(new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8));
            if (parts.matches()) {
                return new Place(parts.group(1), Integer.parseInt(parts.group(2)), Long.parseLong(parts.group(3)));
            }
        } catch (IllegalArgumentException notBase64) {
            throw foreign(parameter);
        }
        throw foreign(parameter);
    }

    private static RuntimeException foreign(String parameter) {
        return Problems.badParameter(parameter, "not a cursor that a page's 'next' gave");
    }
}
