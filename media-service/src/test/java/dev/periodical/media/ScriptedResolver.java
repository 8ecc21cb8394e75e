package dev.periodical.media;

import dev.periodical.outbound.HostResolver;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** DNS as a test writes it; every other name has no address. */
@ApplicationScoped
public class ScriptedResolver implements HostResolver {

    private final Map<String, String> scripts = new ConcurrentHashMap<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();

    /** @param answer addresses, parted by {@code ;} */
    void answer(String host, String answer) {
        scripts.put(host, answer);
    }

    /** How often a name was looked up. */
    long asked(String host) {
        return asked.stream().filter(host::equals).count();
    }

    @Override
    public Uni<List<InetAddress>> resolve(String host) {
        asked.add(host);
        String answer = scripts.get(host);
        return Uni.createFrom().item(answer == null ? List.of() : addresses(answer));
    }

    private static List<InetAddress> addresses(String answer) {
        List<InetAddress> addresses = new ArrayList<>();
        Arrays.stream(answer.split(";")).forEach(literal -> addresses.add(address(literal)));
        return addresses;
    }

    private static InetAddress address(String literal) {
        try {
            // a resolver follows an alias: to loopback here
            return literal.startsWith("CNAME:") ? InetAddress.getLoopbackAddress() : InetAddress.getByName(literal);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(literal, e);
        }
    }
}
