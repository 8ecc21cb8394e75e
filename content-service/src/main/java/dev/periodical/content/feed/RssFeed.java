package dev.periodical.content.feed;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** A feed in RSS 2.0, with Atom's links, Dublin Core's author and the content module's text. */
final class RssFeed {

    static final String TYPE = "application/rss+xml; charset=utf-8";

    private RssFeed() {}

    static String of(Feed feed) {
        Xml xml = new Xml()
                .open(
                        "rss",
                        "version",
                        "2.0",
                        "xmlns:atom",
                        "http://www.w3.org/2005/Atom",
                        "xmlns:content",
                        "http://purl.org/rss/1.0/modules/content/",
                        "xmlns:dc",
                        "http://purl.org/dc/elements/1.1/")
                .open("channel")
                .element("title", feed.title())
                .element("link", feed.home())
                .element("description", feed.title())
                .element("lastBuildDate", feed.updated() == null ? null : date(feed.updated()))
                .element("generator", "Periodical")
                .empty("atom:link", "rel", "self", "type", "application/rss+xml", "href", feed.self());
        if (feed.hub() != null) {
            xml.empty("atom:link", "rel", "hub", "href", feed.hub());
        }
        if (feed.next() != null) {
            xml.empty("atom:link", "rel", "next", "type", "application/rss+xml", "href", feed.next());
        }
        feed.entries().forEach(entry -> item(xml, entry));
        return xml.close().close().end();
    }

    private static void item(Xml xml, FeedEntry entry) {
        xml.open("item")
                .element("title", entry.title())
                .element("link", entry.url())
                .element("guid", entry.id(), "isPermaLink", "false")
                .element("pubDate", date(entry.published()))
                .element("atom:updated", entry.updated().toString())
                .element("dc:creator", entry.author());
        entry.categories().forEach(category -> xml.element("category", category));
        entry.tags().forEach(tag -> xml.element("category", tag));
        xml.element("description", entry.summary())
                .element("content:encoded", entry.html())
                .close();
    }

    /** RFC 822 with a year of four digits. */
    private static String date(Instant instant) {
        return DateTimeFormatter.RFC_1123_DATE_TIME.format(instant.atOffset(ZoneOffset.UTC));
    }
}
