package dev.periodical.content.feed;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.stream.Stream;

/** A feed in JSON Feed 1.1. */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
record JsonFeed(
        String version,
        String title,
        String homePageUrl,
        String feedUrl,
        String nextUrl,
        List<Hub> hubs,
        List<Item> items) {

    static final String TYPE = "application/feed+json; charset=utf-8";

    private static final String VERSION = "https://jsonfeed.org/version/1.1";
    private static final ObjectMapper JSON = JsonMapper.builder().build();

    record Hub(String type, String url) {}

    record Author(String name) {}

    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Item(
            String id,
            String url,
            String externalUrl,
            String title,
            String contentHtml,
            String contentText,
            String summary,
            String datePublished,
            String dateModified,
            List<Author> authors,
            List<String> tags) {

        static Item of(FeedEntry entry) {
            return new Item(
                    entry.id(),
                    entry.url(),
                    entry.source(),
                    entry.title(),
                    entry.html(),
                    entry.html() == null ? entry.summary() : null,
                    entry.summary(),
                    entry.published().toString(),
                    entry.updated().toString(),
                    entry.author() == null ? null : List.of(new Author(entry.author())),
                    Stream.concat(entry.categories().stream(), entry.tags().stream())
                            .toList());
        }
    }

    static String of(Feed feed) {
        try {
            return JSON.writeValueAsString(new JsonFeed(
                    VERSION,
                    feed.title(),
                    feed.home(),
                    feed.self(),
                    feed.next(),
                    feed.hub() == null ? null : List.of(new Hub("WebSub", feed.hub())),
                    feed.entries().stream().map(Item::of).toList()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a feed that has no JSON", e);
        }
    }
}
