package dev.periodical.content.change;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.periodical.content.change.Change.Kind;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What a reader wants to hear of. What is null asks for nothing; all that is given must hold.
 *
 * @param types some of {@code article}, {@code withdrawal}, {@code picture}
 * @param category articles of this category and all below it, levels parted by a slash
 * @param tag articles with this tag
 * @param author articles of this author
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ChangeFilter(Set<String> types, String category, String tag, String author) {

    /** The words that {@code types} may have. */
    public static final List<String> TYPES = List.of("article", "withdrawal", "picture");

    private static final String LEVELS = "\u001f";

    /** Everything. */
    public static ChangeFilter none() {
        return new ChangeFilter(null, null, null, null);
    }

    /** A withdrawn article has no category, tag or author any more, and a picture never had: these are not filtered by them. */
    boolean wants(Change change, Kind kind) {
        if (types != null && !types.isEmpty() && !types.contains(kind.name().toLowerCase(Locale.ROOT))) {
            return false;
        }
        return kind != Kind.ARTICLE
                || (category == null || change.categoryPaths().stream().anyMatch(this::isCategory))
                        && (tag == null || change.tags().contains(tag))
                        && (author == null || author.equals(change.author()));
    }

    private boolean isCategory(String path) {
        return path.replace(LEVELS, "/").equals(category);
    }
}
