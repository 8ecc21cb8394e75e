package dev.periodical.backing;

/**
 * One server that {@link Main} runs. It keeps its port and its data for as long as the object lives, so that stopping and
 * starting it again is an outage and not a new installation.
 *
 * <p>Both methods block until the server answers or is gone. They are called by one thread at a time.
 */
interface BackingService {

    /** What people and commands call it: {@code kafka}, {@code postgres} or {@code s3}. */
    String name();

    /** Its TCP port on loopback. */
    int port();

    /**
     * Starts the server on its port and data.
     *
     * @throws Exception when it does not come up; nothing of it is left running then
     */
    void start() throws Exception;

    /** Stops the server and keeps its data. Does nothing when it is not running. */
    void stop() throws Exception;
}
