package dev.periodical.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Objects;

/**
 * An article as ingest understood it, whole: nothing of the submitted document is missing (law 4).
 *
 * @param id UUID of version 5, see {@link ArticleId}
 * @param revision SHA-256 of the canonical JSON of what the author wrote (front-matter values in order, kind and text of the
 *     body) and of nothing that this suite derived from it: same id and same revision mean nothing new
 * @param key the client's own key, null where it gave none
 * @param source the article's address where it first appeared, null where the document names none
 * @param title the title as written; empty where there is none
 * @param author the author as written, null where there is none
 * @param published the publication date, null where the document has none
 * @param updated the date of the last change, null where the document has none
 * @param categories hierarchies, each from the general to the special: {@code [["news","local"]]}
 * @param tags tags, in order
 * @param visibility who may read it
 * @param frontMatter the head of the document
 * @param body the body of the document, as submitted
 * @param html the body as sanitised HTML; every picture still has its place and its URL as written
 * @param excerpt sanitised HTML up to {@code <!-- more -->}, null where the author set no mark
 * @param images the pictures found, in document order, one per URL as written
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Article(
        String id,
        String revision,
        String key,
        String source,
        String title,
        String author,
        StatedDate published,
        StatedDate updated,
        List<List<String>> categories,
        List<String> tags,
        Visibility visibility,
        FrontMatter frontMatter,
        Body body,
        String html,
        String excerpt,
        List<Image> images) {

    public Article {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(revision, "revision");
        Objects.requireNonNull(body, "body");
        title = title == null ? "" : title;
        categories = categories == null ? List.of() : List.copyOf(categories);
        tags = tags == null ? List.of() : List.copyOf(tags);
        visibility = visibility == null ? Visibility.RESTRICTED : visibility;
        frontMatter = frontMatter == null ? FrontMatter.NONE : frontMatter;
        html = html == null ? "" : html;
        images = images == null ? List.of() : List.copyOf(images);
    }
}
