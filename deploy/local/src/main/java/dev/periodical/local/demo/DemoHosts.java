package dev.periodical.local.demo;

import java.util.List;
import java.util.stream.Collectors;

/** The image hosts that the sample articles name. They do not exist; media-service is led to {@link OriginServer} instead. */
public final class DemoHosts {

    /** Gives to everybody. */
    static final String OPEN = "static.pictures.example";

    /** Gives only to visitors who come from a page of its own. */
    static final String HOTLINK = "hotlink.pictures.example";

    /** Gives everybody the same blank picture, whatever is asked for. */
    static final String POISON = "blank.pictures.example";

    /** The dead proxy in front of them. */
    static final String PROXY = "cors.example-worker.dev";

    private DemoHosts() {}

    /**
     * The exception from media-service's fetch guard, in curl's {@code --connect-to} syntax, by comma.
     *
     * @param port where {@link OriginServer} listens on loopback
     */
    public static String connectTo(int port) {
        return List.of(OPEN, HOTLINK, POISON, PROXY).stream()
                .map(host -> host + "::127.0.0.1:" + port)
                .collect(Collectors.joining(","));
    }
}
