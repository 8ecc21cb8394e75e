package dev.periodical.media.unwrap;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A URL cut into the parts families look at: leniently, for it was found in somebody's HTML. Protocol-relative URLs and
 * escaped ampersands are read; nothing is decoded.
 *
 * @param written the URL itself
 * @param site scheme and authority: {@code https://host:8080}
 * @param host lower case, without port
 * @param path empty, or from its first slash
 * @param query without its question mark; null when there is none
 */
record Link(String written, String site, String host, String path, String query) {

    static Optional<Link> of(String written) {
        var url = written.indexOf('&') < 0
                ? written
                : written.replace("&amp;", "&").replace("&#038;", "&").replace("&#38;", "&");
        var absolute = url.startsWith("//") ? "https:" + url : url;
        var start = Embedded.afterScheme(absolute);
        if (start < 0) {
            return Optional.empty();
        }
        var fragment = absolute.indexOf('#', start);
        var end = fragment < 0 ? absolute.length() : fragment;
        var pathStart = endOfAuthority(absolute, start, end);
        var mark = absolute.indexOf('?', pathStart);
        var pathEnd = mark < 0 || mark > end ? end : mark;
        var query = pathEnd == end ? null : absolute.substring(pathEnd + 1, end);
        return Optional.of(new Link(
                written,
                absolute.substring(0, pathStart),
                host(absolute.substring(start, pathStart)),
                absolute.substring(pathStart, pathEnd),
                query));
    }

    /** Where the authority that begins at {@code start} ends (RFC 3986, section 3.2). */
    static int endOfAuthority(String url, int start, int limit) {
        var end = start;
        while (end < limit && "/?#".indexOf(url.charAt(end)) < 0) {
            end++;
        }
        return end;
    }

    /** The raw value of the first query parameter of that name, up to the next ampersand. */
    Optional<String> parameter(String name) {
        for (int at = 0; query != null && at < query.length(); ) {
            var ampersand = query.indexOf('&', at);
            var end = ampersand < 0 ? query.length() : ampersand;
            if (query.startsWith(name, at) && query.startsWith("=", at + name.length())) {
                return Optional.of(query.substring(at + name.length() + 1, end));
            }
            at = end + 1;
        }
        return Optional.empty();
    }

    /** The path's segments, without the empty ones. */
    List<String> segments() {
        var segments = new ArrayList<String>();
        for (int at = 0; at < path.length(); ) {
            var slash = path.indexOf('/', at);
            var end = slash < 0 ? path.length() : slash;
            if (end > at) {
                segments.add(path.substring(at, end));
            }
            at = end + 1;
        }
        return segments;
    }

    /** The path without its first segments, as many as given, and without the slash before the next. */
    String pathAfter(int segments) {
        var at = 0;
        for (int i = 0; i <= segments; i++) {
            while (at < path.length() && path.charAt(at) == '/') {
                at++;
            }
            var slash = i == segments ? at : path.indexOf('/', at);
            at = slash < 0 ? path.length() : slash;
        }
        return path.substring(at);
    }

    /** A part of the path with the query, for targets that were written into the path as they are. */
    String withQuery(String tail) {
        return query == null || Embedded.isEscaped(tail) ? tail : tail + "?" + query;
    }

    private static String host(String authority) {
        var colon = authority.lastIndexOf(':');
        return (colon < 0 ? authority : authority.substring(0, colon)).toLowerCase(Locale.ROOT);
    }
}
