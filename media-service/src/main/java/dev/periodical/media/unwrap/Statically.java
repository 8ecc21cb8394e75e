package dev.periodical.media.unwrap;

import java.util.Optional;

/** Statically: {@code cdn.statically.io/img/host[/options]/path}, always over https; options contain an equals sign. */
record Statically(String name) implements Family {

    @Override
    public Optional<String> target(Link link) {
        if (!link.host().equals("cdn.statically.io") || !link.path().startsWith("/img/")) {
            return Optional.empty();
        }
        var segments = link.segments();
        if (segments.size() < 3) {
            return Optional.empty();
        }
        var options = segments.get(2).indexOf('=') > 0 ? 1 : 0;
        return Embedded.schemeless("ssl:" + segments.get(1) + "/" + link.pathAfter(2 + options));
    }
}
