package dev.periodical.content.browse;

/** What the description of the calls shows. */
final class Examples {

    static final String Q =
            "Words that must all be there. Quotes make a phrase, `-` excludes; characters without a blank between"
                    + " them belong together; traditional and simplified, full width and half are the same.";

    static final String PAGE = """
            {"items": [{
              "id": "7d444840-9dc0-51d2-b245-5ffdce74fad2",
              "revision": "3c9909afec25354d551dae21590bb26e38d53f2173b8d3dc3eee4c047e7ab1c1",
              "title": "老灯塔今晚重新点亮", "author": "青屿晚报", "source": "https://news.example/lighthouse",
              "publishedAt": "2022-04-05T11:20:00Z", "listedAt": "2022-04-05T11:20:00Z",
              "ingestedAt": "2022-04-05T11:25:30.123456Z", "visibility": "public",
              "categories": [["新闻", "本地"]], "tags": ["灯塔"], "images": 3,
              "highlight": {"title": "老<mark>灯塔</mark>今晚重新点亮", "text": "<mark>灯塔</mark>熄了十年。"}}],
             "next": null, "total": 1, "totalExact": true}
            """;

    static final String FACETS = """
            {"items": [{"name": "灯塔", "articles": 12}, {"name": "海港", "articles": 3}], "next": null}
            """;

    static final String CATEGORIES = """
            {"items": [{"path": ["新闻"], "category": "新闻", "articles": 12},
                       {"path": ["新闻", "本地"], "category": "新闻/本地", "articles": 5}], "next": null}
            """;

    static final String STATS = """
            {"articles": 120, "revisions": 131,
             "pictures": {"waiting": 2, "stored": 301, "suspect": 1, "failed": 9, "refused": 0},
             "days": [{"day": "2024-03-01", "published": 4, "ingested": 6}]}
            """;

    static final String REVISIONS = """
            {"items": [{"revision": "3c9909afec25354d551dae21590bb26e38d53f2173b8d3dc3eee4c047e7ab1c1",
              "firstSeen": "2022-04-06T08:00:00Z", "lastSeen": "2022-04-06T08:00:00Z", "current": true}]}
            """;

    static final String DIFF = """
            {"from": "0a5c…", "to": "3c99…", "truncated": false,
             "changes": [{"removed": ["灯塔熄了九年。"], "added": ["灯塔熄了十年。"]}],
             "text": "--- 0a5c\\n+++ 3c99\\n@@ -5,1 +5,1 @@\\n-灯塔熄了九年。\\n+灯塔熄了十年。"}
            """;

    private Examples() {}
}
