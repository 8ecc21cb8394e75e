package dev.periodical.bench.ingest;

import java.nio.charset.StandardCharsets;
import java.util.Random;

/**
 * Documents in the shape that syndication leaves them in: about 8 KiB of Chinese HTML under YAML, three pictures behind a proxy.
 * The same seed makes the same text; each number makes an article of its own.
 */
final class Documents {

    private static final String CHARACTERS =
            "山水田园城南街巷清晨市场茶叶灯光老人孩子学校屋顶种菜浇水河边船家码头书店木匠织布手艺故事时间" + "春夏秋冬雨雪风云我们他在有这个来到说会着地出年得就那要下以生过子能对也里后自之去天多成方";
    private static final int PARAGRAPHS = 14;
    private static final int PARAGRAPH_CHARACTERS = 165;
    private static final int PREPARED = 64;
    private static final int LARGE_BYTES = 8_300_000;

    private final String[] bodies = new String[PREPARED];

    Documents(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < PREPARED; i++) {
            bodies[i] = body(random, i);
        }
    }

    private static String body(Random random, int number) {
        StringBuilder html = new StringBuilder("<div>\n");
        for (int i = 0; i < PARAGRAPHS; i++) {
            html.append("<p style=\"line-height: 1.75em;\"><span>")
                    .append(text(random, PARAGRAPH_CHARACTERS))
                    .append("</span></p>");
            if (i % 5 == 2) {
                html.append("<p><img src=\"")
                        .append(picture(number, i))
                        .append("\" data-size=\"690,460\" referrerpolicy=\"no-referrer\"></p>");
            }
        }
        return html.append("\n</div>\n").toString();
    }

    private static String picture(int number, int place) {
        return "https://cors.example-worker.dev/?http://static.pictures.example/2022/03/" + number + "-" + place
                + ".png";
    }

    private static String text(Random random, int length) {
        StringBuilder text = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            text.append(i % 23 == 22 ? '，' : CHARACTERS.charAt(random.nextInt(CHARACTERS.length())));
        }
        return text.toString();
    }

    /** As a file under {@code source/_posts} would be. */
    byte[] document(long number) {
        return text(number).getBytes(StandardCharsets.UTF_8);
    }

    /** The same many times over in one article: just under the 8 MiB that ingest takes. */
    byte[] large() {
        StringBuilder text = new StringBuilder(text(0));
        int again = (LARGE_BYTES - document(0).length) / bodies[0].getBytes(StandardCharsets.UTF_8).length;
        for (int i = 0; i < again; i++) {
            text.append(bodies[0]);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    String text(long number) {
        return "---\ntitle: '第" + number + "号街巷来信'\ncategories: \n - 新媒体\n - 街巷\nheadimg: '"
                + picture((int) (number % PREPARED), 2)
                + "'\nauthor: 街巷周刊\ncomments: false\ndate: Wed, 02 Mar 2022 10:48:00 GMT\nlink: https://news.example/"
                + number + "\n---\n\n" + bodies[(int) (number % PREPARED)];
    }
}
