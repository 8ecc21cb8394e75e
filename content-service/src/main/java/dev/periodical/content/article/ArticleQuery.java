package dev.periodical.content.article;

import dev.periodical.content.search.SearchQuery;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Which articles, in which order. All conditions hold together; what is null or empty asks for nothing.
 *
 * @param search words to be found
 * @param category what the levels of a category may be, joined by {@code /}
 * @param tags all of them
 * @param author exactly
 * @param from published then or later, or accepted where it names no date
 * @param until published before that
 * @param pictures {@code any}, {@code none}, {@code complete} (some, and each is kept), or a {@link PictureState}'s code: at
 *     least one is in that state
 * @param after the place to go on from; of the same order
 * @param restricted whether restricted articles are meant too
 */
public record ArticleQuery(
        SearchQuery search,
        String category,
        List<String> tags,
        String author,
        Instant from,
        Instant until,
        String pictures,
        ArticleOrder order,
        Place after,
        boolean restricted) {

    /** Whether no article can be meant. */
    boolean findsNothing() {
        return search != null && search.findsNothing();
    }

    /** The word of the index, where nothing else is asked for but one. */
    Optional<String> word() {
        boolean alone = category == null
                && tags.isEmpty()
                && author == null
                && from == null
                && until == null
                && pictures == null;
        return search == null || !alone ? Optional.empty() : search.onlyWord();
    }

    /** The same conditions from the beginning. */
    public ArticleQuery fromTheBeginning() {
        return behind(null);
    }

    /** The same conditions from there on. */
    public ArticleQuery behind(Place place) {
        return new ArticleQuery(search, category, tags, author, from, until, pictures, order, place, restricted);
    }
}
