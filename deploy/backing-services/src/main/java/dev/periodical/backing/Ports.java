package dev.periodical.backing;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** TCP ports on loopback: whether one can be had, and one that can. */
public final class Ports {

    /** The only address anything here listens on. */
    public static final String HOST = "127.0.0.1";

    private Ports() {}

    /**
     * Makes sure that a port can be listened on right now.
     *
     * @param purpose what would listen there, for the message
     * @param port the wanted port; 0 for any free one
     * @return the port, never 0
     * @throws PortTaken when somebody else listens there
     */
    public static int claim(String purpose, int port) throws PortTaken {
        try (ServerSocket probe = new ServerSocket()) {
            probe.setReuseAddress(true);
            probe.bind(new InetSocketAddress(InetAddress.getByName(HOST), port), 1);
            return probe.getLocalPort();
        } catch (IOException taken) {
            throw new PortTaken(purpose, port, PortHolder.of(port), taken);
        }
    }
}
