package dev.periodical.content.reader;

import dev.periodical.content.article.KeptArticle;
import dev.periodical.content.article.KeptPicture;
import dev.periodical.events.Article;
import dev.periodical.events.Image;
import dev.periodical.events.StatedDate;
import dev.periodical.http.PublicAddresses;
import java.time.ZoneId;
import java.util.List;

/**
 * An article as its page shows it.
 *
 * @param html safe to print as it is
 * @param cover the kept address of a cover that the body does not show itself, or null
 * @param missing how many of its pictures are not there to see
 */
record ArticlePage(
        String id,
        String title,
        String author,
        String source,
        ShownTime published,
        String publishedRaw,
        ShownTime ingested,
        List<String> categories,
        List<String> tags,
        String html,
        String cover,
        int pictures,
        long missing) {

    static ArticlePage of(KeptArticle kept, PublicAddresses addresses, ZoneId zone) {
        Article article = kept.article();
        StatedDate published = article.published();
        return new ArticlePage(
                article.id(),
                Titles.shown(article.title()),
                article.author(),
                article.source(),
                published == null ? null : ShownTime.of(published.instant(), zone),
                published == null ? null : published.raw(),
                ShownTime.of(kept.ingestedAt(), zone),
                article.categories().stream()
                        .map(levels -> String.join(" › ", levels))
                        .toList(),
                article.tags(),
                PictureFrames.html(article.html(), kept.pictures(), addresses),
                cover(kept, addresses),
                kept.pictures().size(),
                kept.pictures().stream()
                        .filter(picture -> !picture.state().hasBytes())
                        .count());
    }

    /** Many documents name their first picture as cover, too; it is shown once. */
    private static String cover(KeptArticle kept, PublicAddresses addresses) {
        return kept.pictures().stream()
                .filter(picture -> picture.image().role() == Image.Role.COVER)
                .filter(picture -> picture.state().hasBytes())
                .filter(picture -> !PictureFrames.shows(kept.article().html(), picture))
                .map(KeptPicture::mediaId)
                .map(addresses::picture)
                .findFirst()
                .orElse(null);
    }
}
