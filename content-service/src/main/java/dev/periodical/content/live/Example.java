package dev.periodical.content.live;

/** What the description shows. */
final class Example {

    static final String STREAM = """
            : at 1039
            id: 1039
            retry: 2000

            id: 1041
            event: dev.periodical.article.kept.v1
            data: {"specversion":"1.0","id":"1041","source":"/periodical/content","type":"dev.periodical.article.kept.v1",\
            "subject":"5b0e1b0e-58e5-5dc0-a5c4-b9cf0a6f0b5c","time":"2026-01-31T08:00:00Z","data":{"id":\
            "5b0e1b0e-58e5-5dc0-a5c4-b9cf0a6f0b5c","revision":"0c9f…","title":"灯塔","author":"青屿晚报","tags":["测试"],\
            "visibility":"public","link":"http://localhost:8082/articles/5b0e1b0e-58e5-5dc0-a5c4-b9cf0a6f0b5c"}}

            id: 1042
            event: dev.periodical.picture.settled.v1
            data: {"specversion":"1.0","id":"1042","source":"/periodical/content","type":"dev.periodical.picture.settled.v1",\
            "subject":"9d2a…","time":"2026-01-31T08:00:02Z","data":{"ref":"9d2a…","state":"stored","mediaId":"77b1…",\
            "contentType":"image/png","width":640,"height":480,"link":"http://localhost:8083/media/77b1…"}}
            """;

    private Example() {}
}
