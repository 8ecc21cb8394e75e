package dev.periodical.content.reader;

import dev.periodical.content.article.KeptArticle;
import dev.periodical.content.article.KeptPicture;
import dev.periodical.content.article.PictureState;
import dev.periodical.content.article.PlainText;
import dev.periodical.content.markup.SafeHtml;
import dev.periodical.events.Article;
import dev.periodical.events.Image;
import dev.periodical.events.StatedDate;
import dev.periodical.http.PublicAddresses;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * An article as its page shows it.
 *
 * @param html safe to print as it is
 * @param cover safe to print as it is: a cover that the body does not show itself, or null
 * @param face the address of a kept picture for those who link to the page, or null
 * @param beginning of the text, for the same
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
        List<Chip> categories,
        List<Chip> tags,
        String html,
        String cover,
        String face,
        String beginning,
        int pictures,
        long missing) {

    private static final int BEGINNING = 160;
    private static final int READ_FOR_IT = 8_192;

    /** The page of whatever else its author wrote; null where nobody is named. */
    public String authorLink() {
        return author == null ? null : Links.author(author);
    }

    static ArticlePage of(KeptArticle kept, PublicAddresses addresses, ZoneId zone, ReaderMessages words) {
        Article article = kept.article();
        StatedDate published = article.published();
        PictureFrames frames = new PictureFrames(addresses, words);
        String safe = SafeHtml.of(article.html());
        return new ArticlePage(
                article.id(),
                article.title().isBlank() ? words.untitled() : article.title(),
                article.author() == null || article.author().isBlank() ? null : article.author(),
                Links.web(article.source()),
                published == null ? null : ShownTime.of(published.instant(), zone),
                published == null ? null : published.raw(),
                ShownTime.of(kept.ingestedAt(), zone),
                article.categories().stream().map(Chip::category).toList(),
                article.tags().stream().map(Chip::tag).toList(),
                frames.html(safe, kept.pictures()),
                cover(kept, safe).map(frames::alone).map(Object::toString).orElse(null),
                kept.pictures().stream()
                        .filter(picture -> picture.state() == PictureState.STORED)
                        .findFirst()
                        .map(picture -> addresses.picture(picture.mediaId()))
                        .orElse(null),
                beginning(article.html()),
                kept.pictures().size(),
                kept.pictures().stream()
                        .filter(picture -> !picture.state().hasBytes())
                        .count());
    }

    private static String beginning(String html) {
        String text = PlainText.of(html.substring(0, Math.min(html.length(), READ_FOR_IT)))
                .strip()
                .replaceAll("\\s+", " ");
        return text.length() <= BEGINNING
                ? text
                : text.substring(0, text.offsetByCodePoints(0, text.codePointCount(0, BEGINNING))) + "…";
    }

    /** Many documents name their first picture as cover, too; it is shown once. */
    private static Optional<KeptPicture> cover(KeptArticle kept, String html) {
        return kept.pictures().stream()
                .filter(picture -> picture.image().role() == Image.Role.COVER)
                .filter(picture -> picture.state().hasBytes())
                .filter(picture -> !PictureFrames.shows(html, picture))
                .findFirst();
    }
}
