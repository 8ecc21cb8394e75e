package dev.periodical.ingest.article;

import java.util.List;
import java.util.Map;

/**
 * An article given as fields. Each may be null, but for exactly one of {@code html} and {@code markdown}.
 *
 * @param key the client's own key
 * @param source the address where the article first appeared
 * @param title the title
 * @param author the author
 * @param published the publication date, in any form that {@link dev.periodical.ingest.frontmatter.Dates} reads
 * @param categories hierarchies, each from the general to the special
 * @param tags tags, in order
 * @param html the body, if it is HTML
 * @param markdown the body, if it is Markdown
 * @param frontMatter further keys with their values: text, number, boolean, null, list or map. A field that is given
 *     goes before a key that means the same
 */
public record ArticleForm(
        String key,
        String source,
        String title,
        String author,
        String published,
        List<List<String>> categories,
        List<String> tags,
        String html,
        String markdown,
        Map<String, Object> frontMatter) {

    /** A blank key names nothing: as if none were given. */
    public ArticleForm withoutBlankKey() {
        return key != null && key.isBlank() ? withKey(null) : this;
    }

    /** The same under the client's own key. */
    public ArticleForm withKey(String other) {
        return new ArticleForm(other, source, title, author, published, categories, tags, html, markdown, frontMatter);
    }
}
