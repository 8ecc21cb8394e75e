package dev.periodical.ingest.submission;

import dev.periodical.events.Article;
import dev.periodical.events.kafka.TransientFailure;
import dev.periodical.http.Problems;
import dev.periodical.ingest.batch.Item;
import dev.periodical.ingest.batch.UnreadableEntry;
import dev.periodical.ingest.problem.IngestProblems;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.smallrye.mutiny.Uni;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Function;

/**
 * From an item to its line. Items are read side by side and published in their order, several on their way at once, so that of
 * two items of one name the later is the newer.
 *
 * <p>An item has its room until Kafka has acknowledged it, and so has it while it waits for its turn behind the items before it.
 * That can't come to a standstill: rooms are given in the order in which they were asked for, and a batch asks in the order of
 * its items, so whatever an item inside waits for is inside too or has left. The first of those inside waits for nothing but
 * its own reading, which waits for nobody, and for Kafka, which answers within the publisher's deadline. No thread waits.
 */
final class ItemWork {

    /** What an item is, read: an article or the problem that says why not. */
    private record Outcome(String name, Validated read, HttpProblem problem) {}

    private final ItemReading reading;
    private final Workroom room;
    private final Function<Article, Uni<Void>> publisher;
    private final SubmissionMetrics metrics;
    private final BatchCount count;
    private final Executor threads;
    private final long maxBytes;
    private final boolean pictures;
    private CompletableFuture<Void> turn = CompletableFuture.completedFuture(null);

    /** @param publisher completes when the article is safe in Kafka */
    ItemWork(
            ItemReading reading,
            Workroom room,
            Function<Article, Uni<Void>> publisher,
            SubmissionMetrics metrics,
            BatchCount count,
            Executor threads,
            long maxBytes,
            boolean pictures) {
        this.reading = reading;
        this.room = room;
        this.publisher = publisher;
        this.metrics = metrics;
        this.count = count;
        this.threads = threads;
        this.maxBytes = maxBytes;
        this.pictures = pictures;
    }

    /** Never fails. To be called in the order of the items, by one thread. */
    CompletionStage<byte[]> result(long number, Item item) {
        metrics.received();
        CompletableFuture<Void> before = turn;
        CompletableFuture<Void> mine = new CompletableFuture<>();
        turn = mine;
        return room.when(
                        item.size(),
                        () -> Uni.createFrom()
                                .completionStage(CompletableFuture.supplyAsync(() -> read(item), threads)
                                        .thenCombine(before, (outcome, sent) -> outcome)
                                        .thenCompose(outcome -> inTurn(number, outcome, mine))))
                .subscribeAsCompletionStage()
                .whenComplete((line, failure) -> mine.complete(null))
                .thenApply(BatchLine::bytes);
    }

    /** It is the next one's turn as soon as this one is on its way. */
    private CompletionStage<BatchLine> inTurn(long number, Outcome outcome, CompletableFuture<Void> mine) {
        try {
            return published(number, outcome);
        } finally {
            mine.complete(null);
        }
    }

    private Outcome read(Item item) {
        String name = ItemReading.name(item);
        try {
            if (item instanceof Item.TooLarge) {
                throw Problems.tooLarge(maxBytes);
            }
            ItemReading.Named read = reading.read(item);
            return new Outcome(read.name(), read.read(), null);
        } catch (HttpProblem problem) {
            return new Outcome(name, null, problem);
        } catch (UnreadableEntry e) {
            return new Outcome(name, null, IngestProblems.unreadable(e.getMessage(), null, null, null, null));
        } catch (RuntimeException | StackOverflowError e) {
            return new Outcome(name, null, IngestProblems.ours(e));
        }
    }

    private CompletionStage<BatchLine> published(long number, Outcome outcome) {
        if (outcome.problem() != null) {
            metrics.refused();
            return CompletableFuture.completedFuture(refused(number, outcome.name(), outcome.problem()));
        }
        return publisher
                .apply(outcome.read().article())
                .subscribeAsCompletionStage()
                .handle((safe, failure) -> line(number, outcome, failure));
    }

    private BatchLine line(long number, Outcome outcome, Throwable failure) {
        if (failure == null) {
            metrics.published();
            count.accept();
            return BatchLine.accepted(
                    number,
                    outcome.name(),
                    outcome.read(),
                    pictures ? OwnPicture.of(outcome.read().article()) : null);
        }
        metrics.unavailable();
        Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
        if (cause instanceof TransientFailure) {
            count.unsafe(number);
        }
        return refused(number, outcome.name(), problem(IngestProblems.notPublished(cause)));
    }

    private static HttpProblem problem(Throwable told) {
        return told instanceof HttpProblem problem ? problem : IngestProblems.ours(told);
    }

    private BatchLine refused(long number, String name, HttpProblem problem) {
        count.refuse(problem);
        return BatchLine.refused(number, name, problem);
    }
}
