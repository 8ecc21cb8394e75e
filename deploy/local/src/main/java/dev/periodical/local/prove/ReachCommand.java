package dev.periodical.local.prove;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code reach}: says of each {@code HOST:PORT} whether a TCP connection can be had. */
@Command(
        name = "reach",
        hidden = true,
        mixinStandardHelpOptions = true,
        description = "Tries TCP connections. Exit code: how many could be had.")
public final class ReachCommand implements Callable<Integer> {

    private static final int PATIENCE_MILLIS = 3_000;
    /** A new pod is often unfiltered until its policies are enforced: what it reaches before then proves nothing. */
    private static final int SETTLING_MILLIS = 6_000;

    @Parameters(arity = "1..*", paramLabel = "HOST:PORT")
    private List<String> targets;

    /** Made by picocli. */
    public ReachCommand() {}

    @Override
    public Integer call() throws InterruptedException {
        Thread.sleep(SETTLING_MILLIS);
        return (int) targets.stream().filter(ReachCommand::reached).count();
    }

    private static boolean reached(String target) {
        int colon = target.lastIndexOf(':');
        var address = new InetSocketAddress(target.substring(0, colon), Integer.parseInt(target.substring(colon + 1)));
        try (var socket = new Socket()) {
            socket.connect(address, PATIENCE_MILLIS);
            System.out.println(target + " reached");
            return true;
        } catch (IOException refused) {
            System.out.println(target + " not reached: " + refused.getMessage());
            return false;
        }
    }
}
