package dev.periodical.content.feed;

/** What the description of the calls shows. */
final class Examples {

    static final String ATOM = """
            <?xml version="1.0" encoding="UTF-8"?>
            <feed xmlns="http://www.w3.org/2005/Atom">
              <id>https://archive.example/feed.atom?tag=灯塔</id><title>Periodical · 灯塔</title>
              <updated>2022-04-06T08:00:00Z</updated>
              <link rel="next" href="https://archive.example/feed.atom?tag=灯塔&amp;after=cHVibGlzaGVk"/>
              <entry><id>urn:uuid:7d444840-9dc0-51d2-b245-5ffdce74fad2</id><title>老灯塔今晚重新点亮</title>
                <published>2022-04-05T11:20:00Z</published><updated>2022-04-05T11:20:00Z</updated>
                <content type="html">&lt;p&gt;灯塔熄了十年。&lt;/p&gt;</content></entry>
            </feed>
            """;

    static final String RSS = """
            <?xml version="1.0" encoding="UTF-8"?>
            <rss version="2.0"><channel><title>Periodical</title><link>https://archive.example/</link>
              <description>Periodical</description>
              <item><title>老灯塔今晚重新点亮</title>
                <guid isPermaLink="false">urn:uuid:7d444840-9dc0-51d2-b245-5ffdce74fad2</guid>
                <pubDate>Tue, 5 Apr 2022 11:20:00 GMT</pubDate><category>新闻/本地</category></item>
            </channel></rss>
            """;

    static final String JSON = """
            {"version": "https://jsonfeed.org/version/1.1", "title": "Periodical",
             "items": [{"id": "urn:uuid:7d444840-9dc0-51d2-b245-5ffdce74fad2", "title": "老灯塔今晚重新点亮",
                        "content_html": "<p>灯塔熄了十年。</p>", "date_published": "2022-04-05T11:20:00Z",
                        "tags": ["新闻/本地", "灯塔"]}]}
            """;

    private Examples() {}
}
