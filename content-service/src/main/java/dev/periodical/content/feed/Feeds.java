package dev.periodical.content.feed;

import dev.periodical.content.article.ArticleLibrary;
import dev.periodical.content.article.ArticleLists;
import dev.periodical.content.article.ArticleQuery;
import dev.periodical.content.article.FoundArticle;
import dev.periodical.content.article.KeptArticle;
import dev.periodical.database.DatabaseWork;
import dev.periodical.http.PublicAddresses;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Reads a page of articles, one after the other, into a feed. However long articles are, a feed has an end. */
@ApplicationScoped
class Feeds {

    private static final int LONGEST_ENTRY = 512 << 10;
    private static final int LONGEST_FEED = 8 << 20;

    private final ArticleLists lists;
    private final ArticleLibrary library;
    private final DatabaseWork database;
    private final PublicAddresses addresses;
    private final FeedConfig config;

    Feeds(
            ArticleLists lists,
            ArticleLibrary library,
            DatabaseWork database,
            PublicAddresses addresses,
            FeedConfig config) {
        this.lists = lists;
        this.library = library;
        this.database = database;
        this.addresses = addresses;
        this.config = config;
    }

    /** What is read so far; what does not fit any more goes in as a summary. */
    private static final class Pages {
        private final List<FeedEntry> entries = new ArrayList<>();
        private int length;
        private Instant changed;
    }

    FeedAddress address(UriInfo uri) {
        return FeedAddress.of(uri, addresses.content());
    }

    Uni<Feed> page(ArticleQuery query, int limit, FeedAddress address) {
        return lists.page(query, limit + 1)
                .chain(found -> Multi.createFrom()
                        .iterable(found.subList(0, Math.min(limit, found.size())))
                        .onItem()
                        .transformToUniAndConcatenate(each ->
                                database.apart(() -> library.find(each.summary().id(), query.restricted())))
                        .collect()
                        .in(Pages::new, this::add)
                        .map(pages -> feed(pages, address, next(found, limit))));
    }

    private void add(Pages pages, KeptArticle kept) {
        FeedEntry entry = FeedEntry.of(kept, addresses, Math.min(LONGEST_ENTRY, LONGEST_FEED - pages.length));
        pages.entries.add(entry);
        pages.length += entry.html() == null ? 0 : entry.html().length();
        pages.changed =
                pages.changed == null || pages.changed.isBefore(kept.changedAt()) ? kept.changedAt() : pages.changed;
    }

    private static String next(List<FoundArticle> found, int limit) {
        return found.size() > limit ? found.get(limit - 1).place().text() : null;
    }

    private Feed feed(Pages pages, FeedAddress address, String next) {
        return new Feed(
                address.asked().isEmpty() ? config.title() : config.title() + " · " + address.asked(),
                address.first(),
                address.self(),
                addresses.content() + "/",
                config.hub().map(URI::toString).orElse(null),
                next == null ? null : address.after(next),
                pages.changed,
                pages.entries);
    }
}
