package dev.periodical.content.article;

import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * The labels that a query asks for: a category, tags, an author. {@code article_label} has the articles of each in the order of
 * lists; those of several are merged, so that no article is read that is not of all.
 */
final class Labels {

    private static final String KNOWN = "select name from unnest(" + Selection.texts("spellings") + ") as name"
            + " where exists (select 1 from article_label where label = " + cut("'c' || name") + ")";

    private final List<String> labels;

    private Labels(Set<String> labels) {
        this.labels = List.copyOf(labels);
    }

    /** A category that could be spelled in several ways, of which several are used, is none of them. */
    static Uni<Labels> of(Mutiny.Session session, ArticleQuery query) {
        Set<String> labels = new LinkedHashSet<>();
        if (query.author() != null) {
            labels.add("a" + query.author());
        }
        query.tags().forEach(tag -> labels.add("t" + tag));
        if (query.category() == null) {
            return Uni.createFrom().item(new Labels(labels));
        }
        List<String> spellings = Selection.categories(query.category());
        return known(session, spellings).map(known -> {
            if (known.size() < 2) {
                labels.add("c" + (known.isEmpty() ? spellings : known).get(0));
            }
            return new Labels(labels);
        });
    }

    private static Uni<List<String>> known(Mutiny.Session session, List<String> spellings) {
        return spellings.size() == 1
                ? Uni.createFrom().item(spellings)
                : session.createNativeQuery(KNOWN, String.class)
                        .setParameter("spellings", Selection.joined(spellings))
                        .getResultList();
    }

    boolean isEmpty() {
        return labels.isEmpty();
    }

    /** The columns of articles that the query means, the first so many of them: in the place of the table itself. */
    String articles(ArticleQuery query, Selection selection) {
        String time = query.order().time();
        List<String> joined = new ArrayList<>();
        for (int i = 0; i < labels.size(); i++) {
            String name = "label" + i;
            selection.add(name + ".label = " + cut("cast(:" + name + " as text)"), name, labels.get(i));
            joined.add(
                    i == 0
                            ? "article_label as label0"
                            : "article_label as %1$s on %1$s.%2$s = label0.%2$s and %1$s.article_id = label0.article_id"
                                    .formatted(name, time));
        }
        bound(query, selection);
        return "(select article.* from " + String.join(" join ", joined)
                + " join article on article.id = label0.article_id" + selection.where() + " order by label0." + time
                + " desc, label0.article_id desc limit :count) as article";
    }

    private static void bound(ArticleQuery query, Selection selection) {
        if (query.from() != null) {
            selection.add("label0.listed_at >= :from", "from", query.from());
        }
        if (query.until() != null) {
            selection.add("label0.listed_at < :until", "until", query.until());
        }
        selection.behind(query.after(), "label0", "article_id");
    }

    /** As the migration that makes the labels has it. */
    private static String cut(String label) {
        return "left(" + label + ", 500)";
    }
}
