package dev.periodical.http;

/** What a token may do. Reading what is public needs none. */
public final class Roles {

    /** Post, replace and withdraw articles; read restricted ones; hand in pictures. */
    public static final String WRITE = "write";

    /** Retry, requeue, collect, rebuild: what an operator does. */
    public static final String OPERATE = "operate";

    private Roles() {}
}
