package dev.periodical.media.plan;

import dev.periodical.events.Article;
import dev.periodical.events.ArticleIngested;
import dev.periodical.events.Envelope;
import dev.periodical.events.Image;
import dev.periodical.events.Sha256;
import dev.periodical.events.kafka.Received;
import dev.periodical.media.frontier.ArticleUse;
import dev.periodical.media.frontier.PlannedPicture;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** What an article event means to the frontier. */
@ApplicationScoped
class Planning {

    private final Ladder ladder;

    Planning(Ladder ladder) {
        this.ladder = ladder;
    }

    /** A withdrawn article shows nothing; what it showed stays kept until nobody shows it. */
    ArticleUse use(Received received) {
        Envelope envelope = received.envelope();
        List<PlannedPicture> pictures = envelope.event() instanceof ArticleIngested ingested
                ? pictures(ingested.article(), received.traceparent())
                : List.of();
        return new ArticleUse(envelope.event().subject(), envelope.time(), envelope.id(), pictures);
    }

    private List<PlannedPicture> pictures(Article article, String traceparent) {
        return article.images().stream()
                .map(image -> planned(image, article.source(), traceparent))
                .toList();
    }

    private PlannedPicture planned(Image image, String page, String traceparent) {
        Rung first = ladder.rungs(image.url(), image.alternatives(), page).get(0);
        return new PlannedPicture(
                image.ref(),
                image.url(),
                image.alternatives(),
                page,
                ladder.host(first),
                Sha256.hex(first.url()),
                traceparent);
    }
}
