package dev.periodical.local.suite;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.LoadState;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The pages as people use them: a real browser on the real suite. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PagesIT {

    private static final int MOST_BYTES = 100_000;
    private static final String TITLE = "雾里的灯塔";

    @TempDir
    static Path folder;

    private static Browser browser;
    private static HealingOrigin origin;
    private static RunningSuite suite;
    private static String content;
    private static String media;

    @BeforeAll
    static void open() throws IOException {
        browser = Browser.open();
        origin = new HealingOrigin();
        suite = new RunningSuite(
                folder.resolve("run"),
                Map.of(
                        "PERIODICAL_FETCH_CONNECT_TO",
                        "hills.example::127.0.0.1:" + origin.port(),
                        "PERIODICAL_FETCH_RETRY_AFTER",
                        "1H"));
        suite.up();
        content = suite.env().get("CONTENT_URL");
        media = suite.env().get("MEDIA_URL");
        suite.put("lighthouse", document(TITLE, "kept", "lost", "awaited"));
        for (int i = 0; i < 4; i++) {
            suite.put("other-" + i, document("渡口旧事之" + i, "other-" + i));
        }
        await().atMost(Duration.ofMinutes(2))
                .ignoreExceptions()
                .untilAsserted(() -> assertThat(suite.json(content + "/articles/" + article())
                                .get("images")
                                .findValuesAsText("state"))
                        .containsExactly("stored", "failed", "waiting"));
        await().atMost(Duration.ofMinutes(1))
                .until(() -> suite.json(media + "/pictures?state=waiting")
                                .get("items")
                                .size()
                        == 1);
    }

    private static String document(String title, String... pictures) {
        StringBuilder body = new StringBuilder();
        for (String picture : pictures) {
            body.append("<p><img src=\"http://hills.example/")
                    .append(picture)
                    .append(".jpg\" alt=\"山 ")
                    .append(picture)
                    .append("\"></p>\n");
        }
        return """
                ---
                title: %s
                author: 青屿晚报
                date: 2024-03-01 08:00:00
                link: https://news.example/%s
                categories: [新闻, 本地]
                tags: [海岸]
                ---
                <p>天还没有亮，守塔的人已经把灯擦了一遍。雾从海面上来，慢慢地盖住了码头。</p>
                <p>他说：「灯在，船就在。」谁也不知道这句话是说给谁听的。</p>
                %s
                """.formatted(title, title.hashCode(), body);
    }

    private static String article() {
        return suite.article(TITLE).get("id").asText();
    }

    @AfterAll
    static void close() throws IOException {
        if (suite != null) {
            suite.down();
            origin.close();
        }
        if (browser != null) {
            browser.close();
        }
    }

    /** Whatever was done: no fault in the console, and nobody else was asked. */
    @AfterEach
    void nobodyElseWasAsked() {
        List<String> own = List.of(content, media, suite.env().get("INGEST_URL"), "data:", "blob:", "about:");
        assertThat(browser.asked()).allMatch(url -> own.stream().anyMatch(url::startsWith));
        assertThat(browser.faults()).isEmpty();
    }

    @Test
    @Order(1)
    void list_showsEachArticleWithItsSmallCover_andWeighsLittle() {
        Page page = browser.page();
        page.navigate(content + "/");
        page.waitForLoadState(LoadState.NETWORKIDLE);

        Locator entry = page.locator(".articles > li", new Page.LocatorOptions().setHasText(TITLE));
        assertThat(entry.locator(".beginning")).containsText("守塔的人");
        assertThat(entry.locator(".cover img").evaluate("image => image.naturalWidth"))
                .isEqualTo(320);
        assertThat(entry.locator(".chips a")).hasText("新闻 › 本地");
        assertThat(page.locator(".articles > li")).hasCount(5);
        assertThat(weight(page)).isLessThan(MOST_BYTES);
        Browser.assertAccessible(page);
        shot(page, "list-light");
    }

    @Test
    @Order(2)
    void article_showsKeptPictures_andSaysOfOthersWhatBecameOfThem() {
        Page page = browser.page();
        page.navigate(content + "/read/" + article());
        page.waitForLoadState(LoadState.NETWORKIDLE);

        Locator kept = page.locator("article img");
        assertThat(kept).hasCount(1);
        assertThat((Integer) kept.evaluate("image => image.naturalWidth")).isPositive();
        assertThat(kept.evaluate("image => image.currentSrc").toString()).startsWith(media + "/media/");
        assertThat(page.locator(".missing")).hasCount(2);
        assertThat(page.locator(".missing").first()).containsText("not-found");
        assertThat(page.locator(".missing").first().locator("a")).hasAttribute("href", "http://hills.example/lost.jpg");
        assertThat(page.locator(".missing").last()).containsText("正在保存");
        assertThat(weight(page)).isLessThan(MOST_BYTES);
        Browser.assertAccessible(page);
        shot(page, "article-light");
        page.locator(".doors a", new Page.LocatorOptions().setHasText("修订历史")).click();
        assertThat(page.locator(".revisions li")).hasCount(1);
        Browser.assertAccessible(page);
    }

    @Test
    @Order(3)
    void search_goesByTheKeyboardAlone() {
        Page page = browser.page();
        page.navigate(content + "/");

        page.keyboard().press("/");
        page.keyboard().type("灯塔");
        assertThat(page.locator(".articles mark").first()).hasText("灯塔");
        assertThat(page.locator(".articles > li")).hasCount(1);
        assertThat(page).hasURL(Pattern.compile(".*/search\\?q=.*"));
        Browser.assertAccessible(page);
        shot(page, "search-light");
        page.locator("h1").click();
        page.keyboard().press("j");
        page.keyboard().press("Enter");

        assertThat(page.locator("article h1")).hasText(TITLE);
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    @Order(4)
    void pages_areReadableByDayAndNight_onAPhone(ColorScheme scheme) {
        Page page = browser.page(scheme, 375, 740);
        for (String path : List.of("/", "/read/" + article(), "/search?q=%E7%81%AF%E5%A1%94", "/desk/enter")) {
            page.navigate(content + path);
            page.waitForLoadState(LoadState.NETWORKIDLE);

            assertThat((Boolean) page.evaluate("document.scrollingElement.scrollWidth <= 375"))
                    .as(path)
                    .isTrue();
            boolean dark = page.evaluate("getComputedStyle(document.body).backgroundColor")
                    .toString()
                    .matches("rgb\\(\\d{1,2},.*");
            assertThat(dark).as(path).isEqualTo(scheme == ColorScheme.DARK);
            Browser.assertAccessible(page);
            shot(page, "phone-" + scheme.name().toLowerCase(java.util.Locale.ROOT) + path.replaceAll("[^a-z]+", "-"));
        }
    }

    @Test
    @Order(5)
    void english_isASwitchAway() {
        Page page = browser.page();
        page.navigate(content + "/");
        page.locator("a.language").click();

        assertThat(page.locator("h1")).hasText("Articles");
        assertThat(page.locator("html")).hasAttribute("lang", "en");
    }

    @Test
    @Order(6)
    void desk_opensByAToken_andAHostThatFailedIsTriedAgain() {
        Page page = enter(media);
        Browser.assertAccessible(page);
        shot(page, "desk-media-light");
        origin.heal();

        page.locator("#by-host tr", new Page.LocatorOptions().setHasText("hills.example"))
                .locator("button")
                .click();

        assertThat(page.locator(".notice[role=status]")).isVisible();
        await().atMost(Duration.ofMinutes(1))
                .untilAsserted(() -> assertThat(suite.json(content + "/articles/" + article())
                                .get("images")
                                .findValuesAsText("state"))
                        .containsExactly("stored", "stored", "waiting"));
        page.navigate(content + "/read/" + article());
        assertThat(page.locator("article img")).hasCount(2);
    }

    @Test
    @Order(7)
    void deadLetter_isPutBack_andOneThatFailsAgainIsOneMoreEntry() {
        Map<String, Object> kafka = Map.of("bootstrap.servers", suite.env().get("KAFKA_BOOTSTRAP_SERVERS"));
        try (var producer = new KafkaProducer<>(kafka, new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>("periodical.media", "no-ref", "no event"));
        }
        await().atMost(Duration.ofMinutes(1)).until(() -> letters() == 1);
        Page page = enter(content);
        assertThat(page.locator("#numbers li", new Page.LocatorOptions().setHasText("图片在等"))
                        .locator("b"))
                .hasText("1");
        Browser.assertAccessible(page);
        shot(page, "desk-content-light");

        page.locator("#dead-letters button").last().click();

        assertThat(page.locator(".notice[role=status]")).isVisible();
        await().atMost(Duration.ofMinutes(1)).until(() -> letters() == 2);
    }

    private static long letters() {
        return suite.records("periodical.media.content.dlt").size();
    }

    @Test
    @Order(8)
    void droppedZip_isAnsweredLineByLine_badPostsToo() throws IOException {
        Page page = enter(content);
        page.locator("#files").setInputFiles(zip());
        page.locator("#write-token").fill(suite.env().get("PERIODICAL_TOKEN"));
        page.locator("section[data-ingest] button").click();

        assertThat(page.locator(".answer li a")).hasText(Pattern.compile(".*good\\.md"));
        assertThat(page.locator(".answer li.bad")).containsText("bad.md");
        assertThat(page.locator(".answer li.sum")).isVisible();
        Browser.assertAccessible(page);
    }

    private static Path zip() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("source/_posts/good.md"));
            zip.write("---\ntitle: 好的一篇\ndate: 2024-05-06 07:08:09\n---\n正文\n".getBytes(StandardCharsets.UTF_8));
            zip.putNextEntry(new ZipEntry("source/_posts/bad.md"));
            zip.write(new byte[] {0, 1, 2, (byte) 0xff, (byte) 0xfe, 0, 3});
        }
        return Files.write(folder.resolve("posts.zip"), bytes.toByteArray());
    }

    private static Page enter(String service) {
        Page page = browser.page();
        page.navigate(service + "/desk");
        page.locator("#token").fill(suite.env().get("PERIODICAL_TOKEN"));
        page.locator("main form button").click();
        assertThat(page.locator("#numbers")).isVisible();
        assertThat(weight(page)).isLessThan(MOST_BYTES);
        return page;
    }

    /** The bytes of page, styles and scripts, unpacked. */
    private static int weight(Page page) {
        return ((Number) page.evaluate("""
                async () => {
                  const parts = [location.href,
                    ...[...document.querySelectorAll('link[rel=stylesheet]')].map(link => link.href),
                    ...[...document.scripts].map(script => script.src)];
                  const sizes = await Promise.all(parts.map(async part => (await (await fetch(part)).blob()).size));
                  return sizes.reduce((sum, size) => sum + size, 0);
                }""")).intValue();
    }

    /** For people to look at: where {@code -Dperiodical.shots=FOLDER} says. */
    private static void shot(Page page, String name) {
        String shots = System.getProperty("periodical.shots");
        if (shots != null) {
            page.screenshot(new Page.ScreenshotOptions().setPath(Path.of(shots, name + ".png")));
        }
    }
}
