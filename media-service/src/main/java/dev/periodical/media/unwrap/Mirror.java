package dev.periodical.media.unwrap;

import java.util.Optional;
import java.util.Set;

/** Hosts that serve another's paths unchanged. */
record Mirror(String name, Set<String> hosts, String pathPrefix, String origin) implements Family {

    @Override
    public Optional<String> target(Link link) {
        return hosts.contains(link.host()) && link.path().startsWith(pathPrefix)
                ? Optional.of(origin + link.withQuery(link.path()))
                : Optional.empty();
    }
}
