package dev.periodical.content.feed;

import dev.periodical.content.article.KeptArticle;
import dev.periodical.content.article.PicturePlaces;
import dev.periodical.content.article.PlainText;
import dev.periodical.events.Article;
import dev.periodical.events.StatedDate;
import dev.periodical.http.PublicAddresses;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * An article in a feed.
 *
 * @param id {@code urn:uuid:…}
 * @param url its page at this service
 * @param source where it first appeared, or null
 * @param author or null
 * @param published when it says it was published, else when it was first accepted
 * @param updated when its text changed last
 * @param categories hierarchies, joined by a slash
 * @param html safe, with the kept pictures' addresses; null where it is too long for a feed
 * @param summary the beginning of its text
 */
record FeedEntry(
        String id,
        String url,
        String source,
        String title,
        String author,
        Instant published,
        Instant updated,
        List<String> categories,
        List<String> tags,
        String html,
        String summary) {

    private static final int SUMMARY = 300;
    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");

    /** @param longest how many characters of HTML there is room for */
    static FeedEntry of(KeptArticle kept, PublicAddresses addresses, int longest) {
        Article article = kept.article();
        String html = PicturePlaces.withKeptAddresses(article.html(), kept.pictures(), addresses);
        String text = PlainText.of(html);
        Instant published = Objects.requireNonNullElse(instant(article.published()), kept.ingestedAt());
        return new FeedEntry(
                "urn:uuid:" + article.id(),
                addresses.content() + "/read/" + article.id(),
                article.source(),
                article.title(),
                article.author(),
                published,
                updated(kept, published),
                article.categories().stream()
                        .map(levels -> String.join("/", levels))
                        .toList(),
                article.tags(),
                html.length() > longest ? null : html,
                PlainText.first(text, SUMMARY));
    }

    /** What the document says, unless the archive has seen it change since. */
    private static Instant updated(KeptArticle kept, Instant published) {
        Instant stated = Objects.requireNonNullElse(instant(kept.article().updated()), published);
        boolean changedHere = kept.revisedAt().isAfter(kept.ingestedAt());
        return Stream.of(stated, published, changedHere ? kept.revisedAt() : stated)
                .max(Instant::compareTo)
                .orElseThrow();
    }

    /** Feeds' forms of dates have years of four digits. */
    private static Instant instant(StatedDate date) {
        Instant instant = date == null ? null : date.instant();
        return instant == null || instant.isBefore(FIRST) || instant.isAfter(LAST) ? null : instant;
    }
}
