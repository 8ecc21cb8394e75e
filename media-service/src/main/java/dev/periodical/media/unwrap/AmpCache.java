package dev.periodical.media.unwrap;

import java.util.Optional;

/**
 * The AMP cache (amp.dev, "AMP Cache URL format"): {@code /i/s/host/path?query}, where {@code i} is the kind of content,
 * {@code ii/w1200} an image with a width, and {@code s} stands for https.
 */
record AmpCache(String name) implements Family {

    @Override
    public Optional<String> target(Link link) {
        var segments = link.segments();
        if (!Embedded.isWithin(link.host(), "cdn.ampproject.org") || segments.size() < 3) {
            return Optional.empty();
        }
        var kind = segments.get(0).equals("ii") ? 2 : 1;
        var secure = segments.get(kind).equals("s");
        var rest = link.withQuery(link.pathAfter(secure ? kind + 1 : kind));
        return Embedded.schemeless(secure ? "ssl:" + rest : rest);
    }
}
