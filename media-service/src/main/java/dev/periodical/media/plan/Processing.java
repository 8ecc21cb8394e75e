package dev.periodical.media.plan;

import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * How a CDN is told, in a picture's URL, to make something smaller of it.
 *
 * @param name for people
 * @param domain where this is so, with everything below it; empty for every host
 * @param find what says it, in the URL behind its host
 * @param replace what stands there for the original; groups as {@code $1}
 */
public record Processing(String name, String domain, Pattern find, String replace) {

    /**
     * @param find a regular expression
     * @throws IllegalArgumentException where it is none, or has no group that {@code replace} names
     */
    public static Processing of(String name, String domain, String find, String replace) {
        try {
            return new Processing(name, domain, Pattern.compile(find), replace);
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException("'" + find + "' is no regular expression: " + e.getDescription(), e);
        }
    }

    boolean concerns(String host) {
        return domain.isEmpty() || host.equals(domain) || host.endsWith("." + domain);
    }

    String stripped(String pathAndQuery) {
        return find.matcher(pathAndQuery).replaceFirst(replace);
    }
}
