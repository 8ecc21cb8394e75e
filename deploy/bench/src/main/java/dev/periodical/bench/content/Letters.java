package dev.periodical.bench.content;

import dev.periodical.events.Article;
import dev.periodical.events.ArticleId;
import dev.periodical.events.Body;
import dev.periodical.events.FrontMatter;
import dev.periodical.events.Image;
import dev.periodical.events.ImageRef;
import dev.periodical.events.Sha256;
import dev.periodical.events.StatedDate;
import dev.periodical.events.Visibility;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * Articles as ingest would publish them: Chinese HTML, three pictures behind a proxy, categories, tags, authors, dates. The same
 * seed and number make the same article.
 *
 * <p>Their words are as unequal as those of 50 real posts of this size (7.8 KB): these have 1,367 Chinese characters, 1,157 pairs
 * of neighbours, 722 of them different, and 133 different words of letters and digits; one of these letters has 1,344, 1,170, 730
 * and 130.
 */
final class Letters {

    /** As long as the documents that ingest is measured with: about 8 KB of HTML. */
    static final int USUAL = 8;

    private static final int CHARACTERS = 1_500;
    private static final int WORDS = 30_000;
    private static final int PARAGRAPHS = 4_096;
    private static final int PARAGRAPH_WORDS = 84;

    /** How much rarer a word is than the one before it: by this all of a text's variety is set. */
    private static final double UNEQUAL = 1.3;

    private static final int LATIN_WORDS = 5_000;
    private static final String STYLE =
            "margin-top: 8px; margin-bottom: 8px; white-space: normal; line-height: 1.75em; text-align: justify;";
    private static final String LETTER_STYLE = "font-size: 16px; letter-spacing: 1px; color: rgb(63, 63, 63);";
    private static final Instant FIRST = Instant.parse("2012-01-01T00:00:00Z");
    private static final int MINUTES = 12 * 365 * 24 * 60;

    private final long seed;
    private final int length;
    private final String[] words = new String[WORDS];
    private final double[] below = new double[WORDS];
    private final String[] paragraphs = new String[PARAGRAPHS];

    /** @param length paragraphs of each, about 900 bytes */
    Letters(long seed, int length) {
        this.seed = seed;
        this.length = length;
        Random random = new Random(seed);
        double sum = 0;
        for (int i = 0; i < WORDS; i++) {
            words[i] = character(random) + character(random);
            sum += 1.0 / Math.pow(i + 3, UNEQUAL);
            below[i] = sum;
        }
        for (int i = 0; i < PARAGRAPHS; i++) {
            paragraphs[i] = paragraph(random);
        }
    }

    private static String character(Random random) {
        return Character.toString(0x4e00 + 13 * random.nextInt(CHARACTERS));
    }

    /** The word of this rank; 0 is in nearly every article, 29,999 in few. */
    String word(int rank) {
        return words[rank];
    }

    private String word(Random random) {
        int at = Arrays.binarySearch(below, random.nextDouble() * below[WORDS - 1]);
        return words[at < 0 ? Math.min(-at - 1, WORDS - 1) : at];
    }

    private String paragraph(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < PARAGRAPH_WORDS; i++) {
            text.append(word(random));
            if (i % 4 == 3) {
                text.append(i % 12 == 11 ? i % 36 == 35 ? "。" : "，" : "").append(latin(random));
            }
        }
        return text.toString();
    }

    /** Letters or digits, of any rank with the same unequalness. */
    private static String latin(Random random) {
        int rank = (int) Math.pow(LATIN_WORDS, random.nextDouble());
        return rank % 3 == 0 ? Integer.toString(rank) : "w" + Integer.toString(rank * 7919, Character.MAX_RADIX);
    }

    static String id(long number) {
        return ArticleId.ofKey("letter-" + number);
    }

    static String category(int number) {
        return "栏目" + number;
    }

    static String tag(int number) {
        return "标签" + number;
    }

    static String author(int number) {
        return "作者" + number;
    }

    Article article(long number) {
        Random random = new Random(seed * 31 + number);
        List<String> pictures = IntStream.range(0, 3)
                .mapToObj(place -> "https://cors.example-worker.dev/?http://static.pictures.example/2022/03/" + number
                        + "-" + place + ".png")
                .toList();
        List<String> text = IntStream.range(0, length)
                .mapToObj(i -> paragraphs[random.nextInt(PARAGRAPHS)])
                .toList();
        String title = "第" + number + "号来信：" + word(random) + word(random) + word(random);
        int column = skewed(random, 12);
        List<String> category = List.of(category(column), category(column) + "之" + random.nextInt(8));
        TreeSet<String> tags = new TreeSet<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            tags.add(tag(skewed(random, 200)));
        }
        String author = author(skewed(random, 500));
        Instant time = FIRST.plusSeconds(60L * random.nextInt(MINUTES));
        boolean dated = random.nextInt(50) > 0;
        String source = "https://news.example/" + number;
        return new Article(
                id(number),
                Sha256.hex(seed + " " + number),
                "letter-" + number,
                source,
                title,
                author,
                dated ? new StatedDate(time.toString(), time, StatedDate.Confidence.STATED_ZONE) : null,
                null,
                List.of(category),
                List.copyOf(tags),
                random.nextInt(100) == 0 ? Visibility.RESTRICTED : Visibility.PUBLIC,
                head(title, author, source, category, time),
                new Body(Body.Kind.HTML, html(text, pictures, true)),
                html(text, pictures, false),
                null,
                pictures.stream()
                        .map(url -> new Image(ImageRef.of(url), url, List.of(), Image.Role.INLINE, null, 690, 460))
                        .toList());
    }

    private static FrontMatter head(String title, String author, String source, List<String> category, Instant time) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("title", title);
        values.put("categories", new ArrayList<>(category));
        values.put("author", author);
        values.put("comments", false);
        values.put("date", time.toString());
        values.put("link", source);
        String raw = "title: '" + title + "'\ncategories: \n - " + String.join("\n - ", category) + "\nauthor: "
                + author + "\ncomments: false\ndate: " + time + "\nlink: " + source + "\n";
        return new FrontMatter(FrontMatter.Format.YAML, raw, values);
    }

    private static String html(List<String> text, List<String> pictures, boolean styled) {
        String paragraph = styled ? "<p style=\"" + STYLE + "\"><span style=\"" + LETTER_STYLE + "\">" : "<p><span>";
        StringBuilder html = new StringBuilder("<div>\n");
        int shown = 0;
        for (int i = 0; i < text.size(); i++) {
            html.append(paragraph).append(text.get(i)).append("</span></p>");
            for (; shown < pictures.size() * (i + 1) / text.size(); shown++) {
                html.append("<p><img src=\"").append(pictures.get(shown)).append("\"></p>");
            }
        }
        return html.append("\n</div>\n").toString();
    }

    /** Small numbers far more often than large ones. */
    private static int skewed(Random random, int most) {
        return (int) (most * Math.pow(random.nextDouble(), 3));
    }
}
