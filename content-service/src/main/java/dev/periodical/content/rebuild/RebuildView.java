package dev.periodical.content.rebuild;

import dev.periodical.content.article.fresh.RebuildRun;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A rebuild, as answered. */
@Schema(name = "Rebuild")
public record RebuildView(
        String id,

        @Schema(enumeration = {"running", "done", "failed"}) String state,

        @Schema(
                enumeration = {"replaying", "completing", "swapping"},
                description = "What it is at, or was at when it ended.")
        String step,

        Instant startedAt,
        @Schema(description = "Null while it runs.") Instant finishedAt,
        @Schema(description = "Records read so far.") long records,

        @Schema(description = "Places up to the end of the topics as it last looked; compaction leaves many empty.")
        Long remaining,

        @Schema(description = "Events that the database refuses.")
        long refused,

        @Schema(description = "Why it failed, or null.") String reason) {

    static RebuildView of(RebuildRun run) {
        return new RebuildView(
                run.id(),
                run.state(),
                run.step(),
                instant(run.startedAt()),
                run.finishedAt() == null ? null : instant(run.finishedAt()),
                run.records(),
                run.remaining(),
                run.refused(),
                run.reason());
    }

    private static Instant instant(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }
}
