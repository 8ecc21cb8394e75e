package dev.periodical.media.unwrap;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * A family of wrappers as a row of a table: enough for most, and what an operator writes for a new one.
 *
 * @param name as shown to people and counted in metrics
 * @param pattern host, slash and path, where {@code *} stands for any run of characters: {@code *.workers.dev/*}. A star in
 *     the host stays within the host; a pattern that begins with {@code *&#47;} says nothing of the host, and its path may
 *     begin anywhere in the URL's
 * @param place where the target is
 * @param key the place's parameter name, or the path before the options; ignored by the other places
 * @param encoding how the target is written
 */
public record FamilyRule(String name, String pattern, Place place, String key, Encoding encoding) implements Family {

    private static final Set<Place> KEYED = EnumSet.of(Place.PARAMETER, Place.PATH_PARAMETER, Place.AFTER_OPTIONS);

    /** @throws IllegalArgumentException for an error of configuration, told at start */
    public FamilyRule {
        if (pattern.indexOf('/') < 0) {
            throw new IllegalArgumentException("family " + name + ": the pattern needs a slash after the host");
        }
        if (key.isEmpty() && KEYED.contains(place)) {
            throw new IllegalArgumentException("family " + name + ": the place " + place + " needs a key");
        }
    }

    @Override
    public Optional<String> target(Link link) {
        if (!matches(link)) {
            return Optional.empty();
        }
        if (place == Place.NOWHERE) {
            return Optional.of(link.written());
        }
        return place.in(link, key)
                .flatMap(text -> encoding.read(text, link).stream())
                .findFirst();
    }

    private boolean matches(Link link) {
        var path = link.path().isEmpty() ? "/" : link.path();
        if (pattern.startsWith("*/")) {
            return new Glob(pattern).matches(path);
        }
        var slash = pattern.indexOf('/');
        return new Glob(pattern.substring(0, slash)).matches(link.host())
                && new Glob(pattern.substring(slash)).matches(path);
    }
}
