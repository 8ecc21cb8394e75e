package dev.periodical.media.store;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How objects are named: pictures by their media id alone, what is derived of them below a prefix. */
public final class ObjectName {

    private static final Pattern OURS = Pattern.compile("([0-9a-f]{64})|thumbnails/([0-9a-f]{64})-[0-9]{1,5}");

    private ObjectName() {}

    /** @param width in pixels */
    public static String thumbnail(String mediaId, int width) {
        return "thumbnails/" + mediaId + "-" + width;
    }

    /** Whose bytes an object holds, or is derived of; empty for what is none of this service's. */
    public static Optional<String> mediaId(String name) {
        Matcher matcher = OURS.matcher(name);
        return matcher.matches()
                ? Optional.of(matcher.group(1) == null ? matcher.group(2) : matcher.group(1))
                : Optional.empty();
    }
}
