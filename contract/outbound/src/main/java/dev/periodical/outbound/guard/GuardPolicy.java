package dev.periodical.outbound.guard;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the operator may decide; names are written in ASCII, in any case. Nothing here can open what the address table closes, but for {@code nat64}.
 *
 * @param ports the only ports that are connected to
 * @param deniedHosts names never fetched, with everything below them: {@code internal.example.org}, also written
 *     {@code *.internal.example.org}
 * @param ownHosts the deployment's own public names: fetching from oneself is a loop
 * @param deniedBlocks further address blocks never connected to, in CIDR notation ({@code 198.51.100.0/24}): the
 *     deployment's own public addresses, say
 * @param nat64 addresses below 64:ff9b::/96 (RFC 6052) are judged by the IPv4 address inside; off, they are refused. Only
 *     for clusters that reach IPv4 through NAT64
 */
public record GuardPolicy(
        Set<Integer> ports, List<String> deniedHosts, Set<String> ownHosts, List<String> deniedBlocks, boolean nat64) {

    public GuardPolicy {
        ports = Set.copyOf(ports);
        deniedHosts = List.copyOf(names(deniedHosts));
        ownHosts = names(ownHosts);
        deniedBlocks = List.copyOf(deniedBlocks);
    }

    /** Ports 80, 443, 8080 and 8443; nothing denied beyond the tables; no NAT64. */
    public static GuardPolicy standard() {
        return new GuardPolicy(Set.of(80, 443, 8080, 8443), List.of(), Set.of(), List.of(), false);
    }

    public GuardPolicy denyingHosts(List<String> suffixes) {
        return new GuardPolicy(ports, suffixes, ownHosts, deniedBlocks, nat64);
    }

    public GuardPolicy owning(Set<String> names) {
        return new GuardPolicy(ports, deniedHosts, names, deniedBlocks, nat64);
    }

    private static Set<String> names(Collection<String> written) {
        return written.stream()
                .map(name -> name.strip().toLowerCase(Locale.ROOT))
                .map(name -> name.startsWith("*.") ? name.substring(2) : name)
                .map(name -> name.endsWith(".") ? name.substring(0, name.length() - 1) : name)
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }
}
