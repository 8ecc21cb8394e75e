package dev.periodical.ingest.submission;

import dev.periodical.ingest.batch.BatchRules;
import dev.periodical.ingest.batch.BrokenContainer;
import dev.periodical.ingest.batch.Containers;
import dev.periodical.ingest.batch.Item;
import dev.periodical.ingest.batch.Items;
import dev.periodical.ingest.batch.Window;
import dev.periodical.ingest.problem.IngestProblems;
import io.quarkiverse.resteasy.problem.HttpProblem;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;

/**
 * One batch under way: cuts the body into items, puts each to work, and says at the end what became of all of them. Ends
 * early when the container can't be read on, and when Kafka is away: then what is in work gets its lines, nothing more is
 * read, and the summary says where to go on.
 */
final class Batch implements Runnable {

    private final InputStream body;
    private final String type;
    private final BatchRules rules;
    private final ItemWork work;
    private final Window window;
    private final BatchCount count;

    /** @param type the body's media type without parameters, or null */
    Batch(InputStream body, String type, BatchRules rules, ItemWork work, Window window, BatchCount count) {
        this.body = body;
        this.type = type;
        this.rules = rules;
        this.work = work;
        this.window = window;
        this.count = count;
    }

    @Override
    public void run() {
        long number = 0;
        long skipped = 0;
        HttpProblem broken = null;
        try (Items items = Containers.open(body, type, rules)) {
            try {
                Item item = count.kafkaIsAway() ? null : items.next();
                while (item != null) {
                    Item each = item;
                    long at = number + 1;
                    window.add(each.size(), () -> work.result(at, each));
                    // Counted when it is in work: one that found no room is where to resume.
                    number = at;
                    count.held(each.size());
                    item = count.kafkaIsAway() ? null : items.next();
                }
            } finally {
                skipped = items.skipped();
            }
        } catch (InterruptedIOException e) {
            broken = IngestProblems.stalled(e.getMessage());
        } catch (BrokenContainer e) {
            broken = IngestProblems.brokenBatch(e.getMessage());
        } catch (IOException e) {
            broken = IngestProblems.brokenBatch("it is cut off or damaged: " + e.getMessage());
        } catch (RuntimeException e) {
            broken = IngestProblems.brokenBatch("it is damaged: " + e);
        }
        end(number, skipped, broken);
    }

    private void end(long items, long skipped, HttpProblem broken) {
        window.end(() -> {
            boolean away = count.kafkaIsAway();
            HttpProblem problem = away ? IngestProblems.kafkaAway() : broken;
            Long resume = away ? Long.valueOf(count.firstUnsafe()) : broken == null ? null : Long.valueOf(items + 1);
            count.ended(problem);
            return BatchSummary.of(count, skipped, resume, problem).line();
        });
    }
}
