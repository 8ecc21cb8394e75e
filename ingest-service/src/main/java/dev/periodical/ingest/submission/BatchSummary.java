package dev.periodical.ingest.submission;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkiverse.resteasy.problem.HttpProblem;
import java.util.Map;

/**
 * The last line of a batch's answer.
 *
 * @param items how many items were looked at: {@code accepted + refused}
 * @param accepted how many are safe in Kafka
 * @param refused how many are not, each with its line
 * @param skipped how many things in a tree are no posts
 * @param bytes how many bytes the items held
 * @param complete whether the batch was read to its end
 * @param resumeFrom the first item that has to be sent again, where it was not
 * @param problem why it was not
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record BatchSummary(
        long items,
        long accepted,
        long refused,
        long skipped,
        long bytes,
        boolean complete,
        Long resumeFrom,
        Map<String, Object> problem) {

    static BatchSummary of(BatchCount count, long skipped, Long resumeFrom, HttpProblem problem) {
        return new BatchSummary(
                count.accepted() + count.refused(),
                count.accepted(),
                count.refused(),
                skipped,
                count.bytes(),
                problem == null,
                resumeFrom,
                problem == null ? null : BatchLine.fields(problem));
    }

    byte[] line() {
        return BatchLine.json(Map.of("summary", this));
    }
}
