package dev.periodical.bench.content;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;

/** What readers and programs ask, each with other values every time. */
final class Reads {

    private Reads() {}

    /** By name, in order; each gives the path of a number. */
    static Map<String, LongFunction<String>> of(Letters letters, List<String> ids) {
        Map<String, LongFunction<String>> reads = new LinkedHashMap<>();
        reads.put("an article", n -> "/articles/" + ids.get((int) (n % ids.size())));
        reads.put("a list page", n -> "/articles?limit=20");
        reads.put(
                "by category and author",
                n -> "/articles?category=" + encoded(Letters.category((int) (n % 12))) + "&author="
                        + encoded(Letters.author((int) (n % 97))));
        reads.put(
                "by category and below",
                n -> "/articles?category="
                        + encoded(Letters.category((int) (n % 12)) + "/" + Letters.category((int) (n % 12)) + "之"
                                + n % 8));
        reads.put("by tag", n -> "/articles?tag=" + encoded(Letters.tag((int) (n % 50))));
        reads.put(
                "by two tags",
                n -> "/articles?tag=" + encoded(Letters.tag((int) (n % 7))) + "&tag="
                        + encoded(Letters.tag(7 + (int) (n % 11))));
        reads.put(
                "by year, ingested",
                n -> "/articles?sort=ingested&from=" + year(n) + "-01-01&to=" + year(n) + "-12-31");
        reads.put("complete pictures", n -> "/articles?pictures=complete");
        reads.put("failed pictures", n -> "/articles?pictures=failed");
        reads.put("a search, usual words", n -> "/articles?q=" + encoded(letters.word(200 + (int) (n * 37 % 5_000))));
        reads.put("a search, common words", n -> "/articles?q=" + encoded(letters.word((int) (n % 50))));
        reads.put(
                "a search, two words",
                n -> "/articles?q="
                        + encoded(letters.word((int) (n % 50)) + " " + letters.word(300 + (int) (n * 31 % 3_000))));
        reads.put(
                "a search by time",
                n -> "/articles?sort=published&q=" + encoded(letters.word(200 + (int) (n * 37 % 5_000))));
        reads.put(
                "a phrase",
                n -> "/articles?q="
                        + encoded("\"" + letters.word((int) (n % 40)) + letters.word((int) (n % 31)) + "\""));
        reads.put("a feed", n -> "/feed.atom");
        reads.put("categories", n -> "/categories");
        reads.put("tags", n -> "/tags");
        reads.put("authors", n -> "/authors");
        reads.put("stats", n -> "/stats");
        return reads;
    }

    private static long year(long number) {
        return 2012 + number % 12;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
