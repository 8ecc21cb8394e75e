package dev.periodical.content.browse;

import dev.periodical.content.article.KeptArticle;
import dev.periodical.content.article.PicturePlaces;
import dev.periodical.content.article.Secrets;
import dev.periodical.events.Article;
import dev.periodical.events.StatedDate;
import dev.periodical.events.Visibility;
import dev.periodical.http.PublicAddresses;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * An article, as answered.
 *
 * @param ingestedAt when the archive first accepted it, in whatever revision
 * @param frontMatter every key of the document with its value, in its order, but for {@link Secrets}
 * @param html sanitised; pictures that are kept have their kept address
 * @param images its pictures, in document order
 */
public record ArticleView(
        String id,
        String revision,
        String key,
        String source,
        String title,
        String author,
        StatedDate published,
        StatedDate updated,
        Instant ingestedAt,
        List<List<String>> categories,
        List<String> tags,
        Visibility visibility,
        Map<String, Object> frontMatter,
        String html,
        List<ImageView> images) {

    static ArticleView of(KeptArticle kept, PublicAddresses addresses) {
        Article article = kept.article();
        return new ArticleView(
                article.id(),
                article.revision(),
                article.key(),
                article.source(),
                article.title(),
                article.author(),
                article.published(),
                article.updated(),
                kept.ingestedAt(),
                article.categories(),
                article.tags(),
                article.visibility(),
                Secrets.without(article.frontMatter().values()),
                PicturePlaces.withKeptAddresses(article.html(), kept.pictures(), addresses),
                kept.pictures().stream()
                        .map(picture -> ImageView.of(picture, addresses))
                        .toList());
    }
}
