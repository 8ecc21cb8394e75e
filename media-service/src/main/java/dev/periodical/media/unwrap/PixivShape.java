package dev.periodical.media.unwrap;

import java.util.Optional;
import java.util.regex.Pattern;

/** Anybody's mirror of pixiv's pictures, told by the shape of their paths: nobody else dates pictures so. */
record PixivShape(String name) implements Family {

    private static final String ORIGIN = "i.pximg.net";

    private static final Pattern SHAPE = Pattern.compile(
            "^(?:/[\\w.-]+){0,4}?(/(?:c/[\\w.-]+/)?img-(?:original|master|zip-ugoira)/img/\\d{4}/\\d\\d/\\d\\d/\\d\\d/\\d\\d/\\d\\d/\\d+[\\w.-]*)$");

    @Override
    public Optional<String> target(Link link) {
        if (Embedded.isWithin(link.host(), "pximg.net") || link.path().length() > 512) {
            return Optional.empty();
        }
        var picture = SHAPE.matcher(link.path());
        return picture.find() ? Optional.of("https://" + ORIGIN + picture.group(1)) : Optional.empty();
    }
}
