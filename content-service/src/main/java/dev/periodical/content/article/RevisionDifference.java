package dev.periodical.content.article;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import com.github.difflib.algorithm.DiffAlgorithmI;
import com.github.difflib.algorithm.myers.MyersDiff;
import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.DeltaType;
import com.github.difflib.patch.Patch;
import dev.periodical.content.search.Sentences;
import dev.periodical.events.Article;
import dev.periodical.events.StatedDate;
import java.util.ArrayList;
import java.util.List;

/**
 * What changed between two revisions, in the words that readers read: no markup, a sentence a line, the head's fields before
 * them.
 *
 * @param truncated whether only the first {@value #MOST} lines of a text were compared
 * @param changes in the text's order
 * @param text the same as a unified diff
 */
public record RevisionDifference(String from, String to, boolean truncated, List<Change> changes, String text) {

    /** Comparing takes time by the lines' number times that of their differences. */
    static final int MOST = 3_000;

    private static final int SHORT = 1_000;
    private static final int CONTEXT = 1;

    /** Lines that went and lines that came in their place. */
    public record Change(List<String> removed, List<String> added) {}

    public static RevisionDifference between(Article before, Article after) {
        List<String> old = lines(before);
        List<String> now = lines(after);
        boolean truncated = Math.max(old.size(), now.size()) > MOST;
        List<String> first = old.subList(0, Math.min(MOST, old.size()));
        List<String> second = now.subList(0, Math.min(MOST, now.size()));
        Patch<String> patch = DiffUtils.diff(first, second, algorithm(first.size() + second.size()));
        return new RevisionDifference(
                before.revision(),
                after.revision(),
                truncated,
                patch.getDeltas().stream()
                        .filter(delta -> delta.getType() != DeltaType.EQUAL)
                        .map(RevisionDifference::change)
                        .toList(),
                String.join(
                        "\n",
                        UnifiedDiffUtils.generateUnifiedDiff(
                                before.revision(), after.revision(), first, patch, CONTEXT)));
    }

    /** The usual one reads better, and takes memory by the square of the lines' number. */
    private static DiffAlgorithmI<String> algorithm(int lines) {
        return lines <= SHORT ? new MyersDiff<>() : new MyersDiffWithLinearSpace<>();
    }

    private static Change change(AbstractDelta<String> delta) {
        return new Change(delta.getSource().getLines(), delta.getTarget().getLines());
    }

    private static List<String> lines(Article article) {
        List<String> lines = new ArrayList<>();
        lines.add("title: " + article.title());
        lines.add("author: " + (article.author() == null ? "" : article.author()));
        lines.add("published: " + raw(article.published()));
        lines.add("updated: " + raw(article.updated()));
        article.categories().forEach(levels -> lines.add("category: " + String.join("/", levels)));
        article.tags().forEach(tag -> lines.add("tag: " + tag));
        PlainText.of(article.html()).lines().map(Sentences::of).forEach(lines::addAll);
        article.images().forEach(image -> lines.add("picture: " + image.url()));
        return lines;
    }

    private static String raw(StatedDate date) {
        return date == null ? "" : date.raw();
    }
}
