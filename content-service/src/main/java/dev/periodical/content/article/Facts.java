package dev.periodical.content.article;

import dev.periodical.events.ArticleIngested;
import dev.periodical.events.ArticleWithdrawn;
import dev.periodical.events.Envelope;
import dev.periodical.events.MediaFailed;
import dev.periodical.events.MediaStored;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a batch of events says, as rows: the newest fact of each article and picture, each revision and each withdrawn article
 * once. One statement may meet a row only once, and older facts would be written in vain. Articles and revisions are in the order
 * of their keys.
 */
record Facts(
        List<ArticleFact> articles,
        List<RevisionFact> revisions,
        List<WithdrawalFact> withdrawals,
        List<PictureFact> pictures) {

    /** Newest last: by time, then by id, so that two facts of one microsecond have an order too. */
    private static final Comparator<Envelope> AGE =
            Comparator.comparing(Envelope::time).thenComparing(Envelope::id);

    static Facts of(Collection<Envelope> batch) {
        Map<String, ArticleFact> articles = new TreeMap<>();
        Map<String, RevisionFact> revisions = new TreeMap<>();
        Map<String, WithdrawalFact> withdrawals = new LinkedHashMap<>();
        Map<String, PictureFact> pictures = new LinkedHashMap<>();
        batch.stream().sorted(AGE).forEach(envelope -> {
            String subject = envelope.event().subject();
            if (envelope.event() instanceof ArticleIngested ingested) {
                articles.put(subject, ArticleFact.ingested(envelope, ingested.article()));
                revisions.merge(
                        subject + ingested.article().revision(),
                        RevisionFact.of(envelope, ingested.article()),
                        RevisionFact::seenAgain);
            } else if (envelope.event() instanceof ArticleWithdrawn) {
                articles.put(subject, ArticleFact.withdrawn(envelope));
                withdrawals.merge(subject, new WithdrawalFact(subject, envelope.time()), WithdrawalFact::later);
            } else if (envelope.event() instanceof MediaStored stored) {
                pictures.put(subject, PictureFact.stored(envelope, stored));
            } else if (envelope.event() instanceof MediaFailed failed) {
                pictures.put(subject, PictureFact.failed(envelope, failed));
            }
        });
        return new Facts(
                new ArrayList<>(articles.values()),
                new ArrayList<>(revisions.values()),
                new ArrayList<>(withdrawals.values()),
                new ArrayList<>(pictures.values()));
    }
}
