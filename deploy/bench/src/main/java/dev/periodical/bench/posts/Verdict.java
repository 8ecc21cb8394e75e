package dev.periodical.bench.posts;

import com.fasterxml.jackson.databind.JsonNode;
import dev.periodical.events.Sha256;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * One answer beside what Hexo's parsers see in the document.
 *
 * <p>{@code expect} says how far they see: {@code read} (all fields count), {@code read-v4} (by the older parser alone),
 * {@code malformed} (refused with a place, or repaired and said so), {@code none} (all body, and said so).
 */
final class Verdict {

    private final Map<Field, String> faults = new EnumMap<>(Field.class);
    private final JsonNode expected;
    private final byte[] document;

    private Verdict(JsonNode expected, byte[] document) {
        this.expected = expected;
        this.document = document;
    }

    static Verdict on(JsonNode expected, Door.Answer answer, byte[] document) {
        Verdict verdict = new Verdict(expected, document);
        if (answer.accepted()) {
            verdict.accepted(answer.body().path("article"), answer.body().path("warnings"));
        } else {
            verdict.refused(answer);
        }
        return verdict;
    }

    /** What is wrong, by field; the texts are for people. */
    Map<Field, String> faults() {
        return faults;
    }

    void check(Field field, boolean right, String why) {
        if (!right) {
            faults.putIfAbsent(field, why.length() > 300 ? why.substring(0, 300) + "…" : why);
        }
    }

    private void refused(Door.Answer answer) {
        JsonNode problem = answer.body();
        boolean helpful = answer.status() == 422 && problem.has("line") && problem.has("text");
        boolean right = switch (expect()) {
            case "malformed" -> helpful && problem.has("suggestion");
            case "read-v4" -> helpful && Math.abs(problem.get("line").asInt() - errorLine()) <= 1;
            case "none" -> answer.status() == 415 || answer.status() == 422;
            default -> false;
        };
        check(
                Field.ACCEPTED,
                right,
                answer.status() + " " + problem.path("detail").asText());
    }

    private void accepted(JsonNode article, JsonNode warnings) {
        switch (expect()) {
            case "read" -> {
                fields(expected, article, warnings);
                Pictures.compare(expected, article, this);
            }
            case "read-v4" -> fields(expected.get("v4"), article, warnings);
            case "malformed" -> {
                check(Field.ACCEPTED, warned(warnings), "repaired without a word");
                String title = Repaired.title(new String(document, StandardCharsets.UTF_8));
                String got = article.path("title").asText().replaceAll("\\s+", " ");
                check(Field.TITLE, title.equals(got), title + " / " + got);
            }
            default -> {
                check(Field.ACCEPTED, warned(warnings), "taken for all body without a word");
                check(Field.KEYS, article.at("/frontMatter/values").isEmpty(), "front matter invented");
                body(expected, article);
            }
        }
    }

    private void fields(JsonNode seen, JsonNode article, JsonNode warnings) {
        title(seen, article.path("title").asText());
        date(seen, article.path("published"), warnings);
        List<List<String>> paths = Values.paths(article.get("categories"));
        List<List<String>> wanted = Values.paths(seen.get("category_paths"));
        boolean oneOrMany = wanted.size() > 1
                && expected.path("categories").path(0).isTextual()
                && List.of(wanted.stream().flatMap(List::stream).toList()).equals(paths);
        check(Field.CATEGORIES, wanted.equals(paths) || oneOrMany, wanted + " / " + paths);
        List<String> tags = Values.texts(article.get("tags"));
        List<String> wantedTags = Values.texts(seen.get("tags"));
        boolean commas = wantedTags.size() == 1
                && Stream.of(wantedTags.get(0).split("[,，]"))
                        .map(String::strip)
                        .toList()
                        .equals(tags);
        check(Field.TAGS, wantedTags.equals(tags) || commas, wantedTags + " / " + tags);
        keys(seen, article.path("frontMatter"));
        body(seen, article);
    }

    private void title(JsonNode seen, String got) {
        boolean number =
                seen == expected && expected.path("title_type").asText().equals("number");
        String title = seen.path("title").isTextual() ? seen.get("title").asText() : "";
        List<String> right = number
                ? List.of(
                        expected.path("title_source").asText(),
                        expected.path("title").asText())
                : List.of(title, title.strip());
        check(Field.TITLE, right.contains(got), right + " / " + got);
    }

    private void date(JsonNode seen, JsonNode published, JsonNode warnings) {
        String type = expected.path("date_type").asText();
        String got = published.path("instant").asText(null);
        if (seen.path("date").isTextual()) {
            boolean same = got != null
                    && Instant.parse(got).equals(Instant.parse(seen.get("date").asText()));
            check(Field.DATE, same, seen.get("date") + " / " + got);
        } else {
            boolean said = !published.hasNonNull("raw")
                    || warnings.findValuesAsText("code").contains("unreadable-date");
            // A time that Hexo can't read, but people can: any moment of the day that is written will do.
            boolean read = type.equals("unparsable")
                    && got != null
                    && expected.path("date_raw").asText().matches("\\d{4}\\.\\d{1,2}\\.\\d{1,2} .*");
            check(Field.DATE, got == null && said || read, "no date / " + published);
        }
    }

    private void keys(JsonNode seen, JsonNode frontMatter) {
        JsonNode values = frontMatter.path("values");
        for (JsonNode key : seen.get("keys")) {
            JsonNode value = seen.path("values").path(key.asText());
            JsonNode got = values.path(key.asText());
            boolean same = value.isMissingNode()
                    || Values.same(value, got, frontMatter.path("raw").asText());
            check(Field.KEYS, !got.isMissingNode() && same, key + " " + value + " / " + got);
        }
    }

    private void body(JsonNode seen, JsonNode article) {
        String body = article.at("/body/raw").asText();
        String hash = Sha256.hex(body);
        long nuls = new String(document, StandardCharsets.UTF_8)
                .chars()
                .filter(c -> c == 0)
                .count();
        int size = body.getBytes(StandardCharsets.UTF_8).length;
        boolean right = nuls == 0
                ? Stream.of(seen, expected)
                        .flatMap(each -> Stream.of(each.path("body_sha256"), each.path("body_sha256_lf")))
                        .anyMatch(each -> each.asText().equals(hash))
                : size == expected.path("body_bytes").asLong() - nuls;
        check(Field.BODY, right, "another body, of " + size + " bytes");
    }

    private static boolean warned(JsonNode warnings) {
        return !warnings.isEmpty();
    }

    private int errorLine() {
        return expected.path("error_line").asInt() + (expected.path("opened").asBoolean() ? 1 : 0);
    }

    private String expect() {
        return expected.get("expect").asText();
    }
}
