package dev.periodical.media.unwrap;

import java.util.Optional;
import java.util.Set;

/** WordPress.com's image CDN: {@code i0.wp.com/host/path}, over https when the query says {@code ssl=1}. */
record Photon(String name) implements Family {

    private static final Set<String> HOSTS = Set.of("i0.wp.com", "i1.wp.com", "i2.wp.com", "i3.wp.com");

    @Override
    public Optional<String> target(Link link) {
        if (!HOSTS.contains(link.host())) {
            return Optional.empty();
        }
        var secure = link.parameter("ssl").filter("1"::equals).isPresent();
        return Embedded.schemeless((secure ? "ssl:" : "") + link.pathAfter(0));
    }
}
