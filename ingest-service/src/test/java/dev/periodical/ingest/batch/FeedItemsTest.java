package dev.periodical.ingest.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.periodical.ingest.article.ArticleForm;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FeedItemsTest {

    static final String RSS = """
            <?xml version="1.0"?>
            <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
                xmlns:dc="http://purl.org/dc/elements/1.1/">
            <channel><title>街巷</title><link>https://street.example/</link><description>d</description>
            <item><title>一</title><link>https://street.example/1</link><guid>urn:one</guid><dc:creator>阿明</dc:creator>
              <pubDate>Wed, 02 Mar 2022 10:48:00 GMT</pubDate><category>新闻</category><category>本地</category>
              <description>short</description><content:encoded><![CDATA[<p>全文<img src="/a.png"></p>]]></content:encoded>
              <enclosure url="https://street.example/e.jpg" type="image/jpeg" length="1"/></item>
            <item><title>二</title><link>https://street.example/2</link><description>&lt;p&gt;二&lt;/p&gt;</description></item>
            <item/>
            </channel></rss>
            """;

    private static final String ATOM = """
            <feed xmlns="http://www.w3.org/2005/Atom"><title>t</title><id>urn:f</id><author><name>编辑部</name></author>
            <updated>2024-01-01T00:00:00Z</updated>
            <entry><id>urn:a</id><title>甲</title><link href="https://a.example/1"/><published>2024-01-02T03:04:05Z</published>
              <updated>2024-02-02T03:04:05Z</updated>
              <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>文</p></div></content></entry>
            <entry><id>urn:b</id><title>乙</title><content type="text">a &lt; b</content>
              <updated>2024-02-02T03:04:05Z</updated></entry>
            </feed>
            """;

    static final String JSON = """
            {"version":"https://jsonfeed.org/version/1.1","title":"t","authors":[{"name":"编辑部"}],
             "items":[{"id":"1","url":"https://j.example/1","title":"子","content_html":"<p>文</p>","tags":["x"],
               "date_published":"2024-01-02T03:04:05+08:00","banner_image":"https://j.example/b.png"},
               {"id":2,"content_text":"a < b"},{"id":"3"}],"after":{"a":[1]}}
            """;

    @Test
    void rssItem_isAnArticle_withTheGuidAsKey() throws Exception {
        List<Item> items = items(RSS, 10_000);
        ArticleForm first = form(items.get(0));

        assertThat(items).hasSize(3);
        assertThat(first.key()).isEqualTo("urn:one");
        assertThat(first.source()).isEqualTo("https://street.example/1");
        assertThat(first.author()).isEqualTo("阿明");
        assertThat(first.published()).isEqualTo("2022-03-02T10:48:00Z");
        assertThat(first.categories()).containsExactly(List.of("新闻"), List.of("本地"));
        assertThat(first.html()).isEqualTo("<p>全文<img src=\"/a.png\"></p>");
        assertThat(first.frontMatter()).containsEntry("photos", List.of("https://street.example/e.jpg"));
        assertThat(form(items.get(1)).key()).isEqualTo("https://street.example/2");
        assertThat(form(items.get(1)).html()).isEqualTo("<p>二</p>");
        assertThatThrownBy(() -> form(items.get(2))).isInstanceOf(UnreadableEntry.class);
    }

    @Test
    void atomEntry_hasTheFeedsAuthor_whereItHasNone() throws Exception {
        List<Item> items = items(ATOM, 10_000);

        assertThat(form(items.get(0)).author()).isEqualTo("编辑部");
        assertThat(form(items.get(0)).html()).contains("文</p>");
        assertThat(form(items.get(0)).published()).isEqualTo("2024-01-02T03:04:05Z");
        assertThat(form(items.get(0)).frontMatter()).containsEntry("updated", "2024-02-02T03:04:05Z");
        assertThat(form(items.get(1)).key()).isEqualTo("urn:b");
        assertThat(form(items.get(1)).html()).isEqualTo("<p>a &lt; b</p>");
    }

    @Test
    void jsonFeedItem_isAnArticle() throws Exception {
        List<Item> items = items(JSON, 10_000);

        assertThat(form(items.get(0)).key()).isEqualTo("1");
        assertThat(form(items.get(0)).author()).isEqualTo("编辑部");
        assertThat(form(items.get(0)).tags()).containsExactly("x");
        assertThat(form(items.get(0)).frontMatter()).containsEntry("cover", "https://j.example/b.png");
        assertThat(form(items.get(1)).html()).isEqualTo("<p>a &lt; b</p>");
        assertThatThrownBy(() -> form(items.get(2))).isInstanceOf(UnreadableEntry.class);
        assertThat(items).hasSize(3);
    }

    @Test
    void entryThatIsTooLong_isReadPast_inEveryFeed() throws Exception {
        assertThat(items(RSS.replace("short", "x".repeat(100_000)), 2_000).get(0))
                .isEqualTo(new Item.TooLarge(null));
        assertThat(form(items(RSS.replace("short", "x".repeat(100_000)), 2_000).get(1))
                        .key())
                .isEqualTo("https://street.example/2");
        String tags = "\"x\",".repeat(5_000) + "\"x\"";
        assertThat(items(JSON.replace("[\"x\"]", "[" + tags + "]"), 2_000).get(0))
                .isEqualTo(new Item.TooLarge(null));
        assertThat(items(JSON.replace("[\"x\"]", "[" + tags + "]"), 2_000)).hasSize(3);
    }

    @Test
    void foreignEntities_areNeverLookedUp() {
        String hostile = "<?xml version=\"1.0\"?><!DOCTYPE rss [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>"
                + "<rss version=\"2.0\"><channel><title>t</title><item><title>&x;</title></item></channel></rss>";

        List<String> titles = new ArrayList<>();
        try {
            for (Item item : items(hostile, 10_000)) {
                titles.add(String.valueOf(form(item).title()));
            }
        } catch (Exception refused) {
            assertThat(refused).isInstanceOfAny(BrokenContainer.class, UnreadableEntry.class);
        }
        assertThat(titles).noneMatch(title -> title.contains("root"));
    }

    @Test
    void feedThatIsCutOff_givesWhatCameBefore_andSaysWhere() throws Exception {
        List<Item> before = new ArrayList<>();
        assertThatThrownBy(() -> collect(RSS.substring(0, RSS.indexOf("<item><title>二") + 30), 10_000, before))
                .isInstanceOf(BrokenContainer.class)
                .hasMessageContaining("line");
        assertThat(before).hasSize(1);
    }

    @Test
    void longText_ofAnyCharacters_survivesItsChunks() throws Exception {
        for (String unit : List.of("😀", "a😀", "文", "&amp;", "]]", "\n")) {
            String text = "-" + unit.repeat(50_000) + "-";
            String cdata = RSS.replace("<p>全文", "<p>" + text);
            String plain = RSS.replace("short", text).replaceAll("(?s)<content:encoded>.*?</content:encoded>", "");

            assertThat(form(items(cdata, 1_000_000).get(0)).html()).contains(text);
            assertThat(form(items(plain, 1_000_000).get(0)).html()).contains(text.replace("&amp;", "&"));
        }
    }

    private static List<Item> items(String feed, int maxBytes) throws Exception {
        List<Item> items = new ArrayList<>();
        collect(feed, maxBytes, items);
        return items;
    }

    private static void collect(String feed, int maxBytes, List<Item> into) throws Exception {
        byte[] bytes = feed.getBytes(StandardCharsets.UTF_8);
        try (Items items = Containers.open(new ByteArrayInputStream(bytes), null, new BatchRules(maxBytes, false))) {
            for (Item item = items.next(); item != null; item = items.next()) {
                into.add(item);
            }
        }
    }

    private static ArticleForm form(Item item) throws UnreadableEntry {
        return ((Item.Entry) item).entry().article();
    }
}
