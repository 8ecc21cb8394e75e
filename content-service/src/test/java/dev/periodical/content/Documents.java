package dev.periodical.content;

import dev.periodical.events.Article;
import dev.periodical.events.ArticleId;
import dev.periodical.events.Body;
import dev.periodical.events.FrontMatter;
import dev.periodical.events.Image;
import dev.periodical.events.ImageRef;
import dev.periodical.events.MediaStored;
import dev.periodical.events.Sha256;
import dev.periodical.events.StatedDate;
import dev.periodical.events.Visibility;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Articles as ingest reads them out of whole documents, for tests that give documents back. */
public final class Documents {

    private Documents() {}

    /** Of these parts, as ingest parts a document. */
    public static Article of(
            String key,
            FrontMatter head,
            Body body,
            String html,
            Visibility visibility,
            Instant time,
            String... pictures) {
        return new Article(
                ArticleId.ofKey(key),
                Sha256.hex(head.values() + body.raw()),
                key,
                null,
                String.valueOf(head.values().getOrDefault("title", "")),
                null,
                time == null ? null : new StatedDate(time.toString(), time, StatedDate.Confidence.STATED_ZONE),
                null,
                List.of(),
                List.of(),
                visibility,
                head,
                body,
                html,
                null,
                java.util.Arrays.stream(pictures)
                        .map(url -> new Image(ImageRef.of(url), url, List.of(), Image.Role.INLINE, null, null, null))
                        .toList());
    }

    public static Article html(
            String key, String rawHead, Map<String, Object> values, String html, String... pictures) {
        return of(
                key,
                new FrontMatter(FrontMatter.Format.YAML, rawHead, values),
                new Body(Body.Kind.HTML, html),
                html,
                Visibility.PUBLIC,
                Instant.parse("2024-03-01T08:00:00Z"),
                pictures);
    }

    public static MediaStored stored(String url, byte[] bytes) {
        return new MediaStored(
                ImageRef.of(url), url, url, Sha256.hex(bytes), "image/png", bytes.length, 2, 2, null, null);
    }
}
