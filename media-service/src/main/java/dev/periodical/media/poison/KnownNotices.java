package dev.periodical.media.poison;

import dev.periodical.events.FailureReason;
import dev.periodical.events.kafka.TransientFailure;
import dev.periodical.media.frontier.Notice;
import dev.periodical.media.frontier.Notices;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Known notices, of the configuration and of the table. The table is read again every 15 seconds, and at once in the replica
 * that took a change; while the database is away the last ones hold.
 */
@ApplicationScoped
public class KnownNotices {

    private static final Logger LOG = Logger.getLogger(KnownNotices.class);

    private final PoisonConfig config;
    private final Notices table;
    private final List<Notice> configured;
    private volatile List<Notice> all;

    KnownNotices(PoisonConfig config, Notices table) {
        this.config = config;
        this.table = table;
        this.configured = config.notices().entrySet().stream()
                .map(entry -> configured(entry.getKey(), entry.getValue()))
                .toList();
        this.all = configured;
    }

    private static Notice configured(String name, PoisonConfig.Known known) {
        boolean sound = known.sha256().map(hex -> hex.matches("[0-9a-f]{64}")).orElse(true)
                && known.dhash().map(hex -> Likeness.ofHex(hex).isPresent()).orElse(true)
                && (known.sha256().isPresent() || known.dhash().isPresent());
        if (!sound) {
            throw new IllegalArgumentException("periodical.poison.notices." + name
                    + ": needs sha256 (64 hex digits, lower case), dhash (16 hex digits) or both");
        }
        return new Notice(name, known.sha256().orElse(null), known.dhash().orElse(null), null);
    }

    /** All that are known. */
    public List<Notice> all() {
        return all;
    }

    /** Adds one, or replaces the one of its name. */
    public Uni<Void> put(Notice notice) {
        return table.put(notice).chain(this::read);
    }

    /** @return whether there was one of this name in the table */
    public Uni<Boolean> remove(String name) {
        return table.remove(name).call(this::read);
    }

    @Scheduled(every = "15s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> refresh() {
        return read().onFailure(TransientFailure.class)
                .invoke(away -> LOG.debugf("notices are not read anew: %s", away.getMessage()))
                .onFailure(TransientFailure.class)
                .recoverWithNull();
    }

    private Uni<Void> read() {
        return table.all()
                .invoke(rows -> {
                    List<Notice> both = new ArrayList<>(configured);
                    both.addAll(rows);
                    all = List.copyOf(both);
                })
                .replaceWithVoid();
    }

    /** Asks for the likeness of each only where a notice has one. */
    Optional<Suspicion> among(Sample sample) {
        Likeness likeness = sample.raster() == null ? null : Likeness.of(sample.raster());
        return all.stream()
                .filter(notice -> sample.mediaId().equals(notice.sha256()) || looksLike(notice, likeness))
                .findFirst()
                .map(notice ->
                        new Suspicion(FailureReason.PLACEHOLDER, "the known notice '" + notice.name() + "'", false));
    }

    private boolean looksLike(Notice notice, Likeness likeness) {
        return likeness != null
                && notice.dhash() != null
                && Likeness.ofHex(notice.dhash())
                        .filter(known -> known.isLike(likeness, config.distance()))
                        .isPresent();
    }
}
