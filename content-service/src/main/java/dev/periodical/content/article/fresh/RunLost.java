package dev.periodical.content.article.fresh;

/** A run that was given up for dead, or ended: it may do no more. */
public final class RunLost extends RuntimeException {

    private static final long serialVersionUID = 1;

    RunLost() {
        super("another replica has taken the run for dead");
    }
}
