package dev.periodical.content.article;

import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * The labels that a query asks for: a category, tags, an author. {@code article_label} has the articles of each in the order of
 * lists; those of several are merged, and only an article that is of all is read.
 */
final class Labels {

    private static final String USED = "select asked.label from unnest(" + Selection.texts("labels")
            + ") as asked (label) where exists (select 1 from article_label where label = " + cut("asked.label") + ")";

    /**
     * PostgreSQL takes two labels for strangers, expects one article of both, and would rather read all of both than merge them
     * until the page is full; so here it is given no choice.
     */
    private static final PlannerSettings MERGED = new PlannerSettings(
            Map.of("enable_hashjoin", "off", "enable_sort", "off", "max_parallel_workers_per_gather", "0"));

    /** What is of these is of all but a few; and each more is one more join, of which anybody could ask for hundreds. */
    private static final int MOST_TAGS = 4;

    private final List<String> labels;

    private Labels(Set<String> labels) {
        this.labels = List.copyOf(labels);
    }

    /** Whether {@link #of} wants a transaction, for its plans are set for labels that are merged. */
    static boolean areMerged(ArticleQuery query) {
        return query.tags().size() + (query.author() == null ? 0 : 1) + (query.category() == null ? 0 : 1) > 1;
    }

    /** A category that is used in several spellings is none of the labels. */
    static Uni<Labels> of(Mutiny.Session session, ArticleQuery query) {
        Set<String> labels = new LinkedHashSet<>();
        if (query.author() != null) {
            labels.add("a" + query.author());
        }
        query.tags().stream().limit(MOST_TAGS).forEach(tag -> labels.add("t" + tag));
        return category(session, query.category())
                .invoke(used -> {
                    if (used.size() == 1) {
                        labels.addAll(used);
                    }
                })
                .call(() -> labels.size() < 2 ? Uni.createFrom().voidItem() : MERGED.hold(session))
                .map(used -> new Labels(labels));
    }

    /** Its spellings that are used; where none is, one that isn't. */
    private static Uni<List<String>> category(Mutiny.Session session, String category) {
        if (category == null) {
            return Uni.createFrom().item(List.of());
        }
        List<String> spellings =
                Selection.categories(category).stream().map(path -> "c" + path).toList();
        return spellings.size() == 1
                ? Uni.createFrom().item(spellings)
                : session.createNativeQuery(USED, String.class)
                        .setParameter("labels", Selection.joined(spellings))
                        .getResultList()
                        .map(used -> used.isEmpty() ? spellings.subList(0, 1) : used);
    }

    boolean isEmpty() {
        return labels.isEmpty();
    }

    /** The columns of articles that the query means, of the first {@code :count}: in the place of the table itself. */
    String articles(ArticleQuery query, Selection selection) {
        String time = query.order().time();
        StringBuilder articles = new StringBuilder("(select article.* from article_label as label0");
        List<String> conditions = new ArrayList<>();
        for (int i = 0; i < labels.size(); i++) {
            if (i > 0) {
                articles.append(
                        " join article_label as label%1$d on label%1$d.%2$s = label0.%2$s and label%1$d.article_id = label0.article_id"
                                .formatted(i, time));
            }
            conditions.addAll(conditions("label" + i, query, time));
            selection.set("label" + i, labels.get(i));
        }
        if (query.after() != null) {
            selection.set("time", query.after().time()).set("id", query.after().id());
        }
        return articles.append(", lateral (select * from article")
                .append(selection.where())
                .append(" and article.id = label0.article_id and article." + time + " = label0." + time
                        + " offset 0) as article where ")
                .append(String.join(" and ", conditions))
                .append(" order by label0.")
                .append(time)
                .append(" desc, label0.article_id desc limit :count) as article")
                .toString();
    }

    /** On each, for a merge goes through all of them from their beginnings. */
    private static List<String> conditions(String name, ArticleQuery query, String time) {
        List<String> conditions = new ArrayList<>(List.of(name + ".label = " + cut("cast(:" + name + " as text)")));
        if (query.from() != null) {
            conditions.add(name + ".listed_at >= :from");
        }
        if (query.until() != null) {
            conditions.add(name + ".listed_at < :until");
        }
        if (query.after() != null) {
            conditions.add("(" + name + "." + time + ", " + name + ".article_id) < (:time, :id)");
        }
        return conditions;
    }

    /** As the migration that makes the labels has it. */
    private static String cut(String label) {
        return "left(" + label + ", 500)";
    }
}
