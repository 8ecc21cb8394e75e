package dev.periodical.desk;

/** Nobody is at the desk: the page is not for who asks. */
final class NotEntered extends RuntimeException {

    private static final long serialVersionUID = 1;

    NotEntered() {
        super("no session", null, false, false);
    }
}
