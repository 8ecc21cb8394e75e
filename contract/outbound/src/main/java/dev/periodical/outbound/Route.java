package dev.periodical.outbound;

import dev.periodical.outbound.guard.Target;
import java.net.InetSocketAddress;

/**
 * Where a request goes.
 *
 * @param target what is asked for, as the guard allowed it
 * @param address what is connected to: the address that was judged, or the operator's detour
 */
public record Route(Target target, InetSocketAddress address) {

    /** The address in digits, or the operator's detour by name. */
    public String addressText() {
        return address.getAddress() == null
                ? address.getHostString()
                : address.getAddress().getHostAddress();
    }
}
