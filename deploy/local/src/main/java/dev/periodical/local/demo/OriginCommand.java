package dev.periodical.local.demo;

import dev.periodical.backing.Ports;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code origin}: plays the demo's image hosts until it is stopped. {@code up --demo} starts it. */
@Command(name = "origin", hidden = true, mixinStandardHelpOptions = true, description = "Plays the demo's image hosts.")
public final class OriginCommand implements Callable<Integer> {

    @Option(names = "--listen", defaultValue = Ports.HOST, description = "Address (default: ${DEFAULT-VALUE}).")
    private String listen;

    @Option(names = "--port", defaultValue = "0", description = "0 (default): any free one.")
    private int port;

    /** Made by picocli. */
    public OriginCommand() {}

    @Override
    public Integer call() throws Exception {
        OriginServer server = OriginServer.start(listen, port);
        System.out.println(OriginServer.LISTENS + server.port());
        new CountDownLatch(1).await();
        return 0;
    }
}
