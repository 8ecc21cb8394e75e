package dev.periodical.local.prove;

/**
 * What the archive shows of a run.
 *
 * @param articles how many of the run's articles are listed
 * @param distinct how many different titles they have
 * @param pictures how many of them show their picture from where it is kept
 */
record Kept(int articles, int distinct, int pictures) {

    /** Nothing lost, nothing doubled, every picture kept. */
    boolean whole(int accepted) {
        return articles == accepted && distinct == accepted && pictures == accepted;
    }

    @Override
    public String toString() {
        return "kept: %d articles, %d of them different, %d with their picture".formatted(articles, distinct, pictures);
    }
}
