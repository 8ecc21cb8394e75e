package dev.periodical.content.desk;

import dev.periodical.content.article.ArchiveFigures;
import dev.periodical.desk.Board;
import dev.periodical.desk.ConsumerBoard;
import dev.periodical.desk.DeskConfig;
import dev.periodical.desk.Snapshot;
import dev.periodical.events.kafka.TransientFailure;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/** Gathers what the page shows; what is away leaves its part open. */
@ApplicationScoped
class ContentBoard implements Board {

    private final ArchiveFigures archive;
    private final ConsumerBoard consumer;
    private final Clock clock = Clock.systemUTC();
    private final Snapshot<ContentFigures> figures;

    ContentBoard(ArchiveFigures archive, ConsumerBoard consumer, DeskConfig config) {
        this.archive = archive;
        this.consumer = consumer;
        this.figures = new Snapshot<>(this::gather, config.refresh());
    }

    private Uni<ContentFigures> gather() {
        return Uni.combine()
                .all()
                .unis(
                        archive.at(clock.instant())
                                .onFailure(TransientFailure.class)
                                .recoverWithNull(),
                        consumer.now())
                .with(ContentFigures::new);
    }

    Uni<ContentFigures> now() {
        return figures.now();
    }

    @Override
    public String service() {
        return "content";
    }

    @Override
    public Uni<String> state() {
        return now().map(ContentFigures::toString);
    }

    @Override
    public void renew() {
        figures.renew();
    }
}
