package dev.periodical.content.feed;

import java.time.Instant;

/** A feed in Atom (RFC 4287), a page of a longer one (RFC 5005, 3). */
final class AtomFeed {

    static final String TYPE = "application/atom+xml; charset=utf-8";

    private AtomFeed() {}

    static String of(Feed feed) {
        Xml xml = new Xml()
                .open("feed", "xmlns", "http://www.w3.org/2005/Atom")
                .element("id", feed.id())
                .element("title", feed.title())
                .element("updated", (feed.updated() == null ? Instant.EPOCH : feed.updated()).toString())
                .open("author")
                .element("name", feed.title())
                .close()
                .element("generator", "Periodical")
                .empty("link", "rel", "self", "type", "application/atom+xml", "href", feed.self())
                .empty("link", "rel", "alternate", "type", "text/html", "href", feed.home())
                .empty("link", "rel", "first", "href", feed.id());
        if (feed.hub() != null) {
            xml.empty("link", "rel", "hub", "href", feed.hub());
        }
        if (feed.next() != null) {
            xml.empty("link", "rel", "next", "type", "application/atom+xml", "href", feed.next());
        }
        feed.entries().forEach(entry -> entry(xml, entry));
        return xml.close().end();
    }

    private static void entry(Xml xml, FeedEntry entry) {
        xml.open("entry")
                .element("id", entry.id())
                .element("title", entry.title())
                .element("published", entry.published().toString())
                .element("updated", entry.updated().toString())
                .empty("link", "rel", "alternate", "type", "text/html", "href", entry.url());
        if (entry.source() != null) {
            xml.empty("link", "rel", "via", "href", entry.source());
        }
        if (entry.author() != null) {
            xml.open("author").element("name", entry.author()).close();
        }
        entry.categories().forEach(category -> xml.empty("category", "term", category));
        entry.tags().forEach(tag -> xml.empty("category", "term", tag));
        xml.element("summary", entry.summary())
                .element("content", entry.html(), "type", "html", "xml:base", entry.source())
                .close();
    }
}
