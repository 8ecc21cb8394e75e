package dev.periodical.ingest.batch;

import com.rometools.rome.feed.synd.SyndCategory;
import com.rometools.rome.feed.synd.SyndContent;
import com.rometools.rome.feed.synd.SyndEnclosure;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.feed.synd.SyndPerson;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedInput;
import dev.periodical.ingest.article.ArticleForm;
import java.io.StringReader;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The one entry of an RSS or Atom feed as an article: its guid or id is the key, else its link. */
final class FeedForm {

    private FeedForm() {}

    static ArticleForm read(String feedOfOne) throws UnreadableEntry {
        try {
            SyndFeedInput input = new SyndFeedInput();
            input.setAllowDoctypes(false);
            SyndFeed feed = input.build(new StringReader(feedOfOne));
            if (feed.getEntries().size() != 1) {
                throw new UnreadableEntry("it is no entry of " + feed.getFeedType());
            }
            return form(feed, feed.getEntries().get(0));
        } catch (FeedException | IllegalArgumentException e) {
            throw new UnreadableEntry("it is no feed's entry: " + e.getMessage());
        }
    }

    private static ArticleForm form(SyndFeed feed, SyndEntry entry) throws UnreadableEntry {
        String link = text(entry.getLink());
        String id = text(entry.getUri());
        SyndContent body = body(entry);
        if (body == null && text(entry.getTitle()) == null) {
            throw new UnreadableEntry("it has neither title nor content");
        }
        return new ArticleForm(
                id == null ? link : id,
                link,
                text(entry.getTitle()),
                author(feed, entry),
                instant(entry.getPublishedDate()),
                named(entry.getCategories()),
                null,
                body == null ? "" : html(body),
                null,
                further(entry));
    }

    private static SyndContent body(SyndEntry entry) {
        return entry.getContents().stream()
                .filter(content -> text(content.getValue()) != null)
                .findFirst()
                .orElse(entry.getDescription());
    }

    private static String html(SyndContent content) {
        String value = content.getValue() == null ? "" : content.getValue();
        boolean plain = "text".equals(content.getType()) || "text/plain".equals(content.getType());
        return plain ? "<p>" + value.replace("&", "&amp;").replace("<", "&lt;") + "</p>" : value;
    }

    private static String author(SyndFeed feed, SyndEntry entry) {
        return Stream.of(names(entry.getAuthors()), entry.getAuthor(), names(feed.getAuthors()), feed.getAuthor())
                .map(FeedForm::text)
                .filter(name -> name != null)
                .findFirst()
                .orElse(null);
    }

    private static String names(List<SyndPerson> people) {
        return people.stream().map(SyndPerson::getName).collect(Collectors.joining(", "));
    }

    private static List<List<String>> named(List<SyndCategory> categories) {
        List<List<String>> named = categories.stream()
                .map(category -> text(category.getName()))
                .filter(name -> name != null)
                .distinct()
                .map(List::of)
                .toList();
        return named.isEmpty() ? null : named;
    }

    private static Map<String, Object> further(SyndEntry entry) {
        Map<String, Object> further = new LinkedHashMap<>();
        if (entry.getUpdatedDate() != null) {
            further.put("updated", instant(entry.getUpdatedDate()));
        }
        List<String> photos = entry.getEnclosures().stream()
                .filter(enclosure ->
                        enclosure.getType() != null && enclosure.getType().startsWith("image/"))
                .map(SyndEnclosure::getUrl)
                .filter(url -> text(url) != null)
                .toList();
        if (!photos.isEmpty()) {
            further.put("photos", photos);
        }
        return further;
    }

    private static String instant(Date date) {
        return date == null ? null : date.toInstant().toString();
    }

    private static String text(String written) {
        return written == null || written.isBlank() ? null : written.strip();
    }
}
