package dev.periodical.backing;

/**
 * Where the servers listen and how others find them.
 *
 * @param listen the address to listen on, such as {@code 127.0.0.1} or {@code 0.0.0.0}
 * @param name the host name that clients use: the broker hands it out, the coordinates carry it
 */
record Reach(String listen, String name) {

    /** One machine's own: nobody else can connect. */
    static final Reach LOOPBACK = new Reach(Ports.HOST, Ports.HOST);

    /** Whether other machines can connect, which makes passwords matter. */
    boolean beyondLoopback() {
        return !listen.equals(Ports.HOST);
    }
}
