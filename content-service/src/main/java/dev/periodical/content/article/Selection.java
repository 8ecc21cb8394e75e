package dev.periodical.content.article;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hibernate.reactive.mutiny.Mutiny;

/** A query's conditions in SQL. Every value travels as a parameter; only words of this class stand in the text. */
final class Selection {

    /** Joins the texts of an array; no keyboard types it, and the doors let none in. */
    private static final String BETWEEN = "\u001e";

    /** A name with more of them can't be told from a path; a path may have any number. */
    private static final int MOST_SLASHES = 4;

    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> values = new LinkedHashMap<>();

    private Selection() {}

    static Selection of(ArticleQuery query) {
        Selection selection = visible(query.restricted());
        if (query.search() != null) {
            selection.add(
                    "search @@ cast(cast(:words as text) as tsquery)",
                    "words",
                    query.search().tsquery());
        }
        if (query.category() != null) {
            selection.addTexts("category_paths && ", "category", categories(query.category()));
        }
        if (!query.tags().isEmpty()) {
            selection.addTexts("tags @> ", "tags", query.tags());
        }
        if (query.author() != null) {
            selection.add("author = :author", "author", query.author());
        }
        if (query.from() != null) {
            selection.add("listed_at >= :from", "from", query.from());
        }
        if (query.until() != null) {
            selection.add("listed_at < :until", "until", query.until());
        }
        if (query.pictures() != null) {
            selection.addPictures(query.pictures());
        }
        return selection;
    }

    /** All that one may see. */
    static Selection visible(boolean restricted) {
        Selection selection = new Selection();
        selection.conditions.add(visible("article", restricted));
        return selection;
    }

    /** Who may see an article: everywhere the same words. */
    static String visible(String table, boolean restricted) {
        return "not " + table + ".withdrawn" + (restricted ? "" : " and " + table + ".visibility = 'public'");
    }

    /** Only what comes behind this place in a list by time; everything where it is null. */
    Selection behind(Place place) {
        if (place == null) {
            return this;
        }
        String time = place.order().time();
        return add("(" + time + ", article.id) < (:time, :id)", "time", place.time())
                .set("id", place.id());
    }

    Selection add(String condition, String name, Object value) {
        conditions.add(condition);
        return set(name, value);
    }

    Selection set(String name, Object value) {
        values.put(name, value);
        return this;
    }

    String where() {
        return " where " + String.join(" and ", conditions);
    }

    <T> Mutiny.SelectionQuery<T> bound(Mutiny.SelectionQuery<T> query) {
        values.forEach(query::setParameter);
        return query;
    }

    Selection addTexts(String operator, String name, List<String> texts) {
        return add(operator + texts(name), name, joined(texts));
    }

    /** An array of texts that travel {@linkplain #joined as one parameter}. */
    static String texts(String name) {
        return "string_to_array(cast(:" + name + " as text), '" + BETWEEN + "')";
    }

    static String joined(List<String> texts) {
        return String.join(BETWEEN, texts);
    }

    private void addPictures(String pictures) {
        String states = "(select coalesce(picture.state, 'waiting') as state from unnest(image_refs) as shown (ref)"
                + " left join picture on picture.ref = cast(shown.ref as char(64))) as known";
        switch (pictures) {
            case "any" -> conditions.add("cardinality(image_refs) > 0");
            case "none" -> conditions.add("cardinality(image_refs) = 0");
            case "complete" ->
                conditions.add("cardinality(image_refs) > 0 and not exists (select 1 from " + states
                        + " where known.state <> 'stored')");
            default -> add("exists (select 1 from " + states + " where known.state = :state)", "state", pictures);
        }
    }

    /** A slash may part two levels or stand in a name. */
    static List<String> categories(String category) {
        List<String> spellings = new ArrayList<>(List.of(""));
        long slashes = category.chars().filter(c -> c == '/').count();
        for (char c : category.toCharArray()) {
            List<String> longer = new ArrayList<>();
            for (String spelling : spellings) {
                longer.add(spelling + (c == '/' ? ArticleFact.LEVELS : c));
                if (c == '/' && slashes <= MOST_SLASHES) {
                    longer.add(spelling + c);
                }
            }
            spellings = longer;
        }
        return spellings;
    }
}
