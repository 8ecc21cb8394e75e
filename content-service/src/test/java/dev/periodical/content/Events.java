package dev.periodical.content;

import dev.periodical.events.Article;
import dev.periodical.events.ArticleId;
import dev.periodical.events.ArticleIngested;
import dev.periodical.events.ArticleWithdrawn;
import dev.periodical.events.Body;
import dev.periodical.events.Envelope;
import dev.periodical.events.Event;
import dev.periodical.events.FailureReason;
import dev.periodical.events.FrontMatter;
import dev.periodical.events.Image;
import dev.periodical.events.ImageRef;
import dev.periodical.events.MediaFailed;
import dev.periodical.events.MediaStored;
import dev.periodical.events.Sha256;
import dev.periodical.events.StatedDate;
import dev.periodical.events.Visibility;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Events as ingest and media would send them, for tests. */
public final class Events {

    private Events() {}

    public static Envelope at(Instant time, Event event) {
        return new Envelope(UUID.randomUUID().toString(), "/test", time, event);
    }

    public static ArticleIngested ingested(Article article) {
        return new ArticleIngested(article);
    }

    public static ArticleWithdrawn withdrawn(String key) {
        return new ArticleWithdrawn(ArticleId.ofKey(key));
    }

    /** An article of this key that says this text and shows these pictures. */
    public static Article article(String key, String text, String... pictures) {
        return article(key, text, Instant.parse("2024-03-01T08:00:00Z"), Visibility.PUBLIC, pictures);
    }

    public static Article article(
            String key, String text, Instant published, Visibility visibility, String... pictures) {
        StringBuilder html = new StringBuilder("<p>" + text + "</p>");
        for (String url : pictures) {
            html.append("<p><img src=\"").append(url).append("\"></p>");
        }
        StatedDate date = published == null
                ? null
                : new StatedDate(published.toString(), published, StatedDate.Confidence.STATED_ZONE);
        return new Article(
                ArticleId.ofKey(key),
                Sha256.hex(html.toString() + published),
                key,
                null,
                "题目 " + text,
                "作者",
                date,
                null,
                List.of(List.of("新闻", "本地")),
                List.of("测试"),
                visibility,
                new FrontMatter(FrontMatter.Format.YAML, "title: " + text, Map.of("title", text, "password", "secret")),
                new Body(Body.Kind.HTML, html.toString()),
                html.toString(),
                null,
                java.util.Arrays.stream(pictures).map(Events::image).toList());
    }

    /** An article with these words, of that time. */
    public static Article written(
            String key,
            String title,
            String html,
            String author,
            List<String> category,
            List<String> tags,
            Instant time) {
        Article plain = article(key, title, time, Visibility.PUBLIC);
        return new Article(
                plain.id(),
                Sha256.hex(title + html + author + category + tags),
                key,
                null,
                title,
                author,
                plain.published(),
                null,
                List.of(category),
                tags,
                Visibility.PUBLIC,
                plain.frontMatter(),
                new Body(Body.Kind.HTML, html),
                html,
                null,
                List.of());
    }

    /** An article whose only picture stands in for a video. */
    public static Article withPoster(String key, String poster) {
        Article plain = article(key, "影", poster);
        String html = "<video poster=\"" + poster + "\"></video>";
        return new Article(
                plain.id(),
                plain.revision(),
                key,
                null,
                plain.title(),
                plain.author(),
                plain.published(),
                null,
                plain.categories(),
                plain.tags(),
                plain.visibility(),
                plain.frontMatter(),
                plain.body(),
                html,
                null,
                plain.images());
    }

    public static MediaStored stored(String url) {
        return new MediaStored(
                ImageRef.of(url), url, url, Sha256.hex("bytes of " + url), "image/png", 100, 640, 480, null, null);
    }

    public static MediaFailed failed(String url) {
        return new MediaFailed(ImageRef.of(url), url, url, FailureReason.NOT_FOUND, "HTTP 404");
    }

    private static Image image(String url) {
        return new Image(ImageRef.of(url), url, List.of(), Image.Role.INLINE, "图", null, null);
    }
}
