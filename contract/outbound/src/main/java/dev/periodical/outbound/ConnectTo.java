package dev.periodical.outbound;

import dev.periodical.outbound.guard.Target;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;

/** The operator's detours, as curl's {@code --connect-to}: where a target is really connected to. */
public final class ConnectTo {

    private record Detour(String fromHost, Integer fromPort, String toHost, int toPort) {

        boolean leads(Target target) {
            return (fromHost.isEmpty() || fromHost.equals(target.host()))
                    && (fromPort == null || fromPort == target.port());
        }
    }

    private final List<Detour> detours;

    /**
     * @param key where the entries were written
     * @throws IllegalArgumentException naming the key, and the entry that is no HOST1:PORT1:HOST2:PORT2
     */
    ConnectTo(String key, List<String> entries) {
        this.detours = entries.stream().map(entry -> detour(key, entry)).toList();
    }

    /**
     * Empty where the target is reached like everybody reaches it. The first entry that matches holds. Unresolved, for
     * whoever routes sits on an event loop.
     */
    Optional<InetSocketAddress> detour(Target target) {
        return detours.stream()
                .filter(detour -> detour.leads(target))
                .findFirst()
                .map(detour -> InetSocketAddress.createUnresolved(detour.toHost(), detour.toPort()));
    }

    private static Detour detour(String key, String entry) {
        String[] parts = entry.strip().split(":", -1);
        try {
            if (parts.length == 4 && !parts[2].isEmpty()) {
                Integer from = parts[1].isEmpty() ? null : Integer.valueOf(parts[1]);
                return new Detour(parts[0], from, parts[2], Integer.parseInt(parts[3]));
            }
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(message(key, entry), e);
        }
        throw new IllegalArgumentException(message(key, entry));
    }

    private static String message(String key, String entry) {
        return key + ": '" + entry + "' is not HOST1:PORT1:HOST2:PORT2";
    }
}
