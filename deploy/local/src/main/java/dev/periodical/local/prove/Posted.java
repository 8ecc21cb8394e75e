package dev.periodical.local.prove;

/**
 * What became of the posting.
 *
 * @param accepted documents that got a 202
 * @param givenUp documents that never did
 * @param refusals answers and failures that were none, each tried again
 * @param worstAttempts the most attempts that one document needed
 * @param worstMillis the longest time from a document's first attempt to its acceptance
 */
record Posted(int accepted, int givenUp, int refusals, int worstAttempts, long worstMillis) {

    @Override
    public String toString() {
        return "posted: %d accepted, %d given up; %d refusals, at most %d attempts and %d ms for one document"
                .formatted(accepted, givenUp, refusals, worstAttempts, worstMillis);
    }
}
