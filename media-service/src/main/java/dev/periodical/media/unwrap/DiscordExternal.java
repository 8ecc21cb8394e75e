package dev.periodical.media.unwrap;

import java.util.Optional;

/** Discord's media proxy: {@code /external/signature[/%3Fquery]/https/host/path}; its own query only resizes. */
record DiscordExternal(String name) implements Family {

    @Override
    public Optional<String> target(Link link) {
        var segments = link.segments();
        var known = link.host().startsWith("images-ext-") && Embedded.isWithin(link.host(), "discordapp.net");
        if (!known || segments.size() < 4 || !segments.get(0).equals("external")) {
            return Optional.empty();
        }
        var hasQuery = segments.get(2).regionMatches(true, 0, "%3f", 0, 3);
        var scheme = hasQuery ? 3 : 2;
        var query = hasQuery ? Percent.decode(segments.get(2)) : "";
        return Embedded.absolute(segments.get(scheme) + "://" + link.pathAfter(scheme + 1) + query);
    }
}
