package dev.periodical.content.article.fresh;

/**
 * A run, as its row has it. Times are microseconds since 1970.
 *
 * @param id a UUID
 * @param state {@code running}, {@code done} or {@code failed}
 * @param step {@code replaying}, {@code completing} or {@code swapping}; where it was when it ended
 * @param finishedAt null while it runs
 * @param records read so far
 * @param remaining places up to the end of the topics as it last looked, null before
 * @param refused events that the database refuses
 * @param reason why it failed, or null
 */
public record RebuildRun(
        String id,
        String state,
        String step,
        long startedAt,
        Long finishedAt,
        long records,
        Long remaining,
        long refused,
        String reason) {

    /** What a run is at. */
    public enum Step {
        REPLAYING,
        COMPLETING,
        SWAPPING
    }
}
