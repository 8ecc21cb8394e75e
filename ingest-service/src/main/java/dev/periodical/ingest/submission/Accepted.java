package dev.periodical.ingest.submission;

import dev.periodical.events.Article;
import dev.periodical.ingest.article.Warning;
import java.util.List;

/**
 * The answer to an accepted article.
 *
 * @param id the article's id
 * @param revision what was accepted; the same as before means nothing new
 * @param images how many pictures were found
 * @param warnings what was repaired or assumed on the way
 */
public record Accepted(String id, String revision, int images, List<Warning> warnings) {

    static Accepted of(Article article, List<Warning> warnings) {
        return new Accepted(article.id(), article.revision(), article.images().size(), warnings);
    }
}
