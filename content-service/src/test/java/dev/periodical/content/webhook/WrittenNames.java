package dev.periodical.content.webhook;

import dev.periodical.outbound.HostResolver;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The DNS of the tests: what a test has written, and nothing else. */
@ApplicationScoped
public class WrittenNames implements HostResolver {

    private final Map<String, List<String>> names = new ConcurrentHashMap<>();

    public void write(String host, String... addresses) {
        names.put(host, List.of(addresses));
    }

    @Override
    public Uni<List<InetAddress>> resolve(String host) {
        List<InetAddress> answer = new ArrayList<>();
        for (String address : names.getOrDefault(host, List.of())) {
            try {
                answer.add(InetAddress.getByName(address));
            } catch (UnknownHostException e) {
                throw new AssertionError(e);
            }
        }
        return Uni.createFrom().item(answer);
    }
}
