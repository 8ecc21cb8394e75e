package dev.periodical.content.article;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.periodical.database.Columns;
import dev.periodical.events.Article;
import dev.periodical.events.Envelope;
import dev.periodical.events.kafka.EventJson;
import java.time.Instant;

/** A row of {@code revision} as an event says it; the components are its columns. */
record RevisionFact(
        String articleId, String revision, Instant firstSeen, Instant lastSeen, String visibility, String payload) {

    static final Columns<RevisionFact> COLUMNS = new Columns<RevisionFact>()
            .with("article_id", "uuid", RevisionFact::articleId)
            .with("revision", "char(64)", RevisionFact::revision)
            .with("first_seen", "timestamptz", RevisionFact::firstSeen)
            .with("last_seen", "timestamptz", RevisionFact::lastSeen)
            .with("visibility", "text", RevisionFact::visibility)
            .with("payload", "text", RevisionFact::payload);

    static RevisionFact of(Envelope envelope, Article article) {
        try {
            return new RevisionFact(
                    article.id(),
                    article.revision(),
                    envelope.time(),
                    envelope.time(),
                    ArticleFact.code(article.visibility()),
                    EventJson.MAPPER.writeValueAsString(article));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("an article that has no JSON: " + article.id(), e);
        }
    }

    /** The same revision met again later: the newer payload may be derived better. */
    RevisionFact seenAgain(RevisionFact later) {
        return new RevisionFact(articleId, revision, firstSeen, later.lastSeen, later.visibility, later.payload);
    }
}
