package dev.periodical.media.collect;

import static java.util.stream.Collectors.toMap;

import dev.periodical.events.kafka.TransientFailure;
import dev.periodical.media.frontier.Garbage;
import dev.periodical.media.frontier.Garbage.Standing;
import dev.periodical.media.store.Bucket;
import dev.periodical.media.store.ObjectName;
import dev.periodical.media.thumbnail.Thumbnails;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.jboss.logging.Logger;

/**
 * Walks the bucket and compares it with the frontier, page by page. May run at any time, twice at once, and be cut short
 * anywhere: what is left, the next run does.
 */
@ApplicationScoped
public class Collector {

    private static final Logger LOG = Logger.getLogger(Collector.class);
    private static final int SWEPT_AT_ONCE = Bucket.PAGE / (1 + Thumbnails.WIDTHS.size());

    private final CollectConfig config;
    private final Garbage garbage;
    private final Bucket bucket;
    private final Counter collected;

    Collector(CollectConfig config, Garbage garbage, Bucket bucket, MeterRegistry registry) {
        this.config = config;
        this.garbage = garbage;
        this.bucket = bucket;
        this.collected = Counter.builder("periodical.media.collected")
                .description("media ids whose bytes were collected by this replica")
                .register(registry);
    }

    @Scheduled(every = "${periodical.collect.every:off}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> byItself() {
        return run(false)
                .collect()
                .last()
                .invoke(last -> LOG.infof("collected: %s", last.totals()))
                .onFailure(TransientFailure.class)
                .invoke(away -> LOG.warnf("a collection was cut short: %s", away.getMessage()))
                .onFailure(TransientFailure.class)
                .recoverWithNull()
                .replaceWithVoid();
    }

    /**
     * One run.
     *
     * @param dry only says what would be done
     * @return a line for each object that is not simply kept, at the reader's pace, and the totals last; fails with {@link
     *     TransientFailure} when the store or the database is away
     */
    public Multi<Line> run(boolean dry) {
        Totals totals = new Totals();
        Multi<Line> lines = bucket.pages()
                .onItem()
                .transformToUniAndConcatenate(page -> page(page, dry, totals))
                .onItem()
                .transformToMultiAndConcatenate(page -> Multi.createFrom().iterable(page));
        Multi<Line> last = Multi.createFrom().item(() -> Line.last(totals));
        return dry
                ? Multi.createBy().concatenating().streams(lines, last)
                : Multi.createBy().concatenating().streams(this.<Line>sweptFirst(), lines, last);
    }

    private <T> Multi<T> sweptFirst() {
        return swept().onItem().transformToMulti(done -> Multi.createFrom().<T>empty());
    }

    private Uni<List<Line>> page(List<Bucket.Entry> entries, boolean dry, Totals totals) {
        List<String> ids = entries.stream()
                .map(entry -> ObjectName.mediaId(entry.name()).orElse(null))
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        return garbage.standing(ids, config.grace())
                .call(standings -> dry ? Uni.createFrom().voidItem() : settled(standings))
                .map(standings -> {
                    Map<String, Standing> byId = standings.stream().collect(toMap(Standing::mediaId, one -> one));
                    return entries.stream()
                            .map(entry -> line(entry, byId, totals))
                            .filter(Objects::nonNull)
                            .toList();
                });
    }

    private static Line line(Bucket.Entry entry, Map<String, Standing> byId, Totals totals) {
        String id = ObjectName.mediaId(entry.name()).orElse(null);
        Standing standing = id == null ? null : byId.get(id);
        Fate fate = standing == null ? Fate.FOREIGN : fate(standing);
        totals.add(fate, entry.bytes());
        return fate == Fate.KEPT || fate == Fate.FOREIGN
                ? null
                : Line.of(entry.name(), id, entry.bytes(), fate, standing.markedAt());
    }

    private static Fate fate(Standing standing) {
        if (standing.used()) {
            return Fate.KEPT;
        }
        if (standing.markedAt() == null) {
            return Fate.MARKED;
        }
        return standing.due() ? Fate.COLLECTED : Fate.WAITING;
    }

    private Uni<Void> settled(List<Standing> standings) {
        List<String> due = ids(standings, one -> fate(one) == Fate.COLLECTED);
        return garbage.mark(ids(standings, one -> fate(one) == Fate.MARKED))
                .chain(() -> garbage.revive(ids(standings, one -> one.used() && one.markedAt() != null)))
                .chain(() -> due.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : garbage.condemn(due, config.grace()).chain(this::swept));
    }

    private static List<String> ids(List<Standing> standings, Predicate<Standing> which) {
        return standings.stream().filter(which).map(Standing::mediaId).toList();
    }

    /** All that are condemned, also those that a run before left behind. */
    private Uni<Void> swept() {
        return Multi.createBy()
                .repeating()
                .uni(() -> garbage.sweep(SWEPT_AT_ONCE, this::removed))
                .whilst(gone -> !gone.isEmpty())
                .onItem()
                .invoke(gone -> collected.increment(gone.size()))
                .collect()
                .last()
                .replaceWithVoid();
    }

    /** What is derived first, so that a cut between leaves no thumbnail of nothing. */
    private Uni<Void> removed(Collection<String> ids) {
        List<String> thumbnails = ids.stream()
                .flatMap(id -> Thumbnails.WIDTHS.stream().map(width -> ObjectName.thumbnail(id, width)))
                .toList();
        return bucket.remove(thumbnails).chain(() -> bucket.remove(ids));
    }
}
