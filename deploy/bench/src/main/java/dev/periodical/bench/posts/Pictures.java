package dev.periodical.bench.posts;

import com.fasterxml.jackson.databind.JsonNode;
import dev.periodical.events.Sha256;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jsoup.Jsoup;

/**
 * The pictures of a body: each that Hexo's reader would see is among the article's, and stands in its HTML in the same order.
 * More than those (Hexo's own picture tags, backgrounds, posters) is no fault.
 */
final class Pictures {

    private static final List<String> BETTER = List.of("data-original", "data-original-src", "data-canonical-src");

    private Pictures() {}

    static void compare(JsonNode expected, JsonNode article, Verdict verdict) {
        boolean html = expected.get("body_kind").asText().equals("html");
        Set<String> wanted = new LinkedHashSet<>();
        expected.get(html ? "images" : "rendered_images").forEach(each -> wanted.add(normal(each.asText())));
        wanted.remove("");
        Set<String> shown = new LinkedHashSet<>();
        Jsoup.parseBodyFragment(article.path("html").asText())
                .select("img[src]")
                .forEach(img -> shown.add(normal(img.attr("src"))));
        Set<String> found = new LinkedHashSet<>();
        article.path("images").forEach(each -> found.add(normal(each.path("url").asText())));
        List<String> inOrder = new ArrayList<>(shown);
        inOrder.retainAll(wanted);
        boolean all = List.copyOf(wanted).equals(inOrder) && found.containsAll(wanted);
        verdict.check(Field.IMAGES, all, wanted + " / " + shown);
        originals(expected, article, verdict);
    }

    private static void originals(JsonNode expected, JsonNode article, Verdict verdict) {
        for (JsonNode detail : expected.path("image_details")) {
            String src = normal(detail.path("src").asText());
            // An element without src is no picture to Hexo's reader; it may stand in code.
            for (String name : src.isEmpty() ? List.<String>of() : BETTER) {
                String better = detail.path(name).asText("");
                boolean known = better.isEmpty() || better.equals(src) || knows(article, src, normal(better));
                verdict.check(Field.ORIGINALS, known, name + " " + better);
            }
        }
    }

    private static boolean knows(JsonNode article, String src, String better) {
        for (JsonNode image : article.path("images")) {
            boolean alternative = Values.texts(image.get("alternatives")).stream()
                    .anyMatch(each -> normal(each).equals(better));
            if (normal(image.path("url").asText()).equals(src) && alternative) {
                return true;
            }
        }
        return false;
    }

    /** As addresses compare: without blanks around and line ends within, percent-encoding undone; long {@code data:} by its digest. */
    private static String normal(String url) {
        if (url.startsWith("data:") && url.length() > 200) {
            return url.contains("…length=")
                    ? url
                    : url.substring(0, url.indexOf(',') + 1) + "…length=" + url.length() + ";sha256=" + Sha256.hex(url);
        }
        String trimmed = url.strip().replaceAll("[\\t\\n\\r]", "");
        try {
            return URLDecoder.decode(trimmed.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return trimmed;
        }
    }
}
