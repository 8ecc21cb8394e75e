package dev.periodical.outbound;

import dev.periodical.outbound.guard.Guard;
import dev.periodical.outbound.guard.GuardPolicy;
import java.util.List;
import java.util.Set;

/** What the operator wrote of outgoing requests, read. */
public record OutboundRules(Guard guard, ConnectTo connectTo) {

    /**
     * @param prefix of the configuration's keys, to name the one that is wrong
     * @throws IllegalArgumentException naming key and entry
     */
    public static OutboundRules of(String prefix, OutboundConfig config) {
        GuardPolicy standard = GuardPolicy.standard();
        Guard guard = new Guard(new GuardPolicy(
                config.ports(),
                config.deniedHosts().orElse(List.of()),
                config.ownHosts().orElse(Set.of()),
                standard.deniedBlocks(),
                standard.nat64()));
        return new OutboundRules(
                guard, new ConnectTo(prefix + ".connect-to", config.connectTo().orElse(List.of())));
    }

    public Router router(HostResolver resolver) {
        return new Router(guard, resolver, connectTo);
    }
}
