package dev.periodical.local;

import dev.periodical.backing.PortTaken;
import dev.periodical.backing.Ports;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which port everything listens on. Settled before anything starts, so that a taken port stops the start at once.
 *
 * @param ports by name: {@code kafka}, {@code postgres}, {@code s3}, {@code ingest}, {@code ingest-management}, …
 */
record PortPlan(Map<String, Integer> ports) {

    private static final int TRIES = 20;

    /** What each listens on when nobody says otherwise. */
    static Map<String, Integer> defaults() {
        Map<String, Integer> defaults = new LinkedHashMap<>(Map.of("kafka", 9092, "postgres", 5432, "s3", 9000));
        for (Service service : Service.values()) {
            defaults.put(service.label(), service.port());
            defaults.put(management(service), service.managementPort());
        }
        return defaults;
    }

    static String management(Service service) {
        return service.label() + "-management";
    }

    /**
     * Settles every port.
     *
     * @param asked what the user said; 0 means any free one
     * @param running what parts of this suite listen on that runs already: the rest must fit it
     * @param occupied names whose own process runs, so that its port is rightly taken
     * @throws StartFailed when the user asks for other ports than those of the running part
     * @throws PortTaken when somebody else listens on one
     */
    static PortPlan settle(Map<String, Integer> asked, Map<String, Integer> running, Set<String> occupied)
            throws PortTaken {
        Map<String, Integer> settled = new LinkedHashMap<>();
        for (Map.Entry<String, Integer> standard : defaults().entrySet()) {
            String name = standard.getKey();
            Optional<Integer> wish = Optional.ofNullable(asked.get(name));
            Optional<Integer> fixed = Optional.ofNullable(running.get(name));
            if (fixed.isPresent()
                    && wish.filter(port -> port != 0 && !port.equals(fixed.get()))
                            .isPresent()) {
                throw new StartFailed("part of the suite runs with port " + fixed.get() + " for " + name + ", not "
                        + wish.get() + ": stop it first (down)");
            }
            int port = fixed.orElseGet(() -> wish.orElse(standard.getValue()));
            settled.put(name, occupied.contains(name) ? port : claim(name, port, settled));
        }
        return new PortPlan(settled);
    }

    int of(String name) {
        return ports.get(name);
    }

    String url(Service service) {
        return "http://" + Ports.HOST + ":" + of(service.label());
    }

    String managementUrl(Service service) {
        return "http://" + Ports.HOST + ":" + of(management(service));
    }

    /** A free port may be offered twice while nobody listens on it yet. */
    private static int claim(String name, int wanted, Map<String, Integer> settled) throws PortTaken {
        int port = Ports.claim(name, wanted);
        for (int tries = 0; wanted == 0 && settled.containsValue(port) && tries < TRIES; tries++) {
            port = Ports.claim(name, wanted);
        }
        if (settled.containsValue(port)) {
            throw new StartFailed("port " + port + " is asked for twice, the second time for " + name);
        }
        return port;
    }
}
