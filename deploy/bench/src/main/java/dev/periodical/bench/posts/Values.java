package dev.periodical.bench.posts;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Front-matter values, as one parser or another gives them. */
final class Values {

    private Values() {}

    /**
     * Whether two mean the same: numbers may be text, and a time may be the text that was written.
     *
     * @param head the head as written
     */
    static boolean same(JsonNode expected, JsonNode got, String head) {
        if (expected.isArray()) {
            return got.isArray()
                    && got.size() == expected.size()
                    && IntStream.range(0, got.size()).allMatch(i -> same(expected.get(i), got.get(i), head));
        }
        if (expected.isObject()) {
            return got.isObject()
                    && got.size() == expected.size()
                    && expected.properties().stream()
                            .allMatch(each -> same(each.getValue(), got.path(each.getKey()), head));
        }
        if (expected.isNumber()) {
            return got.isTextual() && number(got.asText(), expected.asDouble());
        }
        boolean time = expected.isTextual() && expected.asText().matches("\\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z");
        return expected.equals(got) || time && got.isTextual() && head.contains(got.asText());
    }

    /** Hierarchies without nulls, blanks and empty ones. */
    static List<List<String>> paths(JsonNode paths) {
        List<List<String>> all = new ArrayList<>();
        paths.forEach(path -> all.add(texts(path)));
        all.removeIf(List::isEmpty);
        return all;
    }

    /** Every text within, in order, trimmed; without nulls and blanks. */
    static List<String> texts(JsonNode value) {
        List<String> texts = new ArrayList<>();
        if (value != null && value.isArray()) {
            value.forEach(each -> texts.addAll(texts(each)));
        } else if (value != null && !value.isNull() && !value.asText().isBlank()) {
            texts.add(value.asText().strip());
        }
        return texts;
    }

    private static boolean number(String text, double expected) {
        try {
            return Double.parseDouble(text) == expected;
        } catch (NumberFormatException e) {
            return false;
        }
    }
}
