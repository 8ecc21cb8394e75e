package dev.periodical.outbound;

import io.smallrye.mutiny.Uni;
import java.net.InetAddress;
import java.util.List;

/** Asks DNS, once. */
public interface HostResolver {

    /** @return the whole answer; empty where the name has no address */
    Uni<List<InetAddress>> resolve(String host);
}
