package dev.periodical.content.reader;

import dev.periodical.content.article.ArticleSummary;
import dev.periodical.content.article.Face;
import dev.periodical.content.article.FoundArticle;
import dev.periodical.content.search.SearchQuery;
import dev.periodical.content.search.Snippet;
import dev.periodical.http.PublicAddresses;
import java.net.URI;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;

/**
 * An article in the reader's list.
 *
 * @param title HTML, what was searched for marked
 * @param text HTML: the sentences around the first find, or the text's beginning; null where there is none
 * @param cover the address of a small picture, or null
 * @param preview what stands in its place until it has come, or null
 * @param site the host of its source, or null
 */
record ListEntry(
        UUID id,
        String title,
        String text,
        String cover,
        String preview,
        Chip author,
        String site,
        ShownTime time,
        List<Chip> categories,
        int images) {

    private static final int SMALL = PublicAddresses.THUMBNAIL_WIDTHS.get(0);

    static ListEntry of(
            FoundArticle found,
            Face face,
            SearchQuery query,
            PublicAddresses addresses,
            ZoneId zone,
            ReaderMessages words) {
        ArticleSummary summary = found.summary();
        SearchQuery marked = query == null ? SearchQuery.parse("") : query;
        String title = summary.title().isBlank() ? words.untitled() : summary.title();
        String text = query != null && found.plain() != null ? found.plain() : face == null ? null : face.beginning();
        boolean pictured = face != null && face.mediaId() != null;
        return new ListEntry(
                summary.id(),
                Snippet.whole(title, marked),
                text == null || text.isBlank() ? null : Snippet.of(text, marked),
                pictured ? addresses.picture(face.mediaId(), SMALL) : null,
                pictured ? Preview.of(face.blurHash()) : null,
                summary.author() == null || summary.author().isBlank()
                        ? null
                        : new Chip(summary.author(), Links.author(summary.author())),
                site(summary.source()),
                ShownTime.of(summary.listedAt(), zone),
                summary.categories().stream().map(Chip::category).toList(),
                summary.images());
    }

    private static String site(String source) {
        try {
            return Links.web(source) == null ? null : URI.create(source).getHost();
        } catch (IllegalArgumentException unreadable) {
            return null;
        }
    }
}
