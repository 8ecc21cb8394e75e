package dev.periodical.outbound.guard;

import dev.periodical.events.FailureReason;
import java.util.Locale;

/**
 * A URL cut at its delimiters (RFC 3986, section 3), and nothing repaired: where readers are known to disagree
 * (backslashes, controls, user information), the URL is refused.
 *
 * @param scheme {@code http} or {@code https}
 * @param host as written; an IPv6 literal keeps its brackets
 * @param port the scheme's own when none is written
 * @param rest everything after the authority
 */
record UrlParts(String scheme, String host, int port, String rest) {

    static UrlParts of(String written) throws Refused {
        var url = strip(written);
        if (url.chars().anyMatch(c -> c < 0x20 || c == 0x7f)) {
            throw Refused.invalid("control characters");
        }
        var scheme = scheme(url);
        var start = scheme.length() + 3;
        if (!url.startsWith("://", scheme.length())) {
            throw Refused.invalid("no authority after the scheme");
        }
        var end = start;
        while (end < url.length() && "/?#".indexOf(url.charAt(end)) < 0) {
            end++;
        }
        var authority = url.substring(start, end);
        refuseConfusing(authority);
        var colon = portColon(authority);
        var port = authority.substring(Math.min(authority.length(), colon + 1));
        return new UrlParts(
                scheme,
                authority.substring(0, colon),
                port.isEmpty() ? Target.defaultPort(scheme) : port(port),
                url.substring(end));
    }

    private static String scheme(String url) throws Refused {
        var colon = url.indexOf(':');
        var scheme = colon < 0 ? "" : url.substring(0, colon).toLowerCase(Locale.ROOT);
        if (scheme.equals("http") || scheme.equals("https")) {
            return scheme;
        }
        var wellFormed = !scheme.isEmpty() && scheme.chars().allMatch(UrlParts::isSchemeCharacter);
        throw wellFormed
                ? new Refused(FailureReason.SCHEME_NOT_ALLOWED, "only http and https are fetched")
                : Refused.invalid("not an absolute URL");
    }

    private static void refuseConfusing(String authority) throws Refused {
        if (authority.indexOf('@') >= 0) {
            throw new Refused(FailureReason.CREDENTIALS_IN_URL, "user information before the host");
        }
        if (authority.chars().anyMatch(c -> c == '\\' || c == '%' || c == ' ')) {
            throw Refused.invalid("a backslash, percent sign or space in the host");
        }
    }

    /** Where the port's colon is, or would be. */
    private static int portColon(String authority) throws Refused {
        if (authority.startsWith("[")) {
            var close = authority.indexOf(']') + 1;
            if (close == 0 || close < authority.length() && authority.charAt(close) != ':') {
                throw Refused.invalid("a broken bracket in the host");
            }
            return close;
        }
        var colon = authority.indexOf(':');
        return colon < 0 ? authority.length() : colon;
    }

    private static int port(String text) throws Refused {
        if (text.length() > 5 || !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw Refused.invalid("a malformed port");
        }
        var port = Integer.parseInt(text);
        if (port < 1 || port > 65_535) {
            throw Refused.invalid("a port out of range");
        }
        return port;
    }

    private static boolean isSchemeCharacter(int c) {
        return c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '+' || c == '-' || c == '.';
    }

    /** Without the plain spaces around it, and nothing else: what else is invisible is refused. */
    private static String strip(String written) {
        var from = 0;
        var to = written.length();
        while (from < to && written.charAt(from) == ' ') {
            from++;
        }
        while (to > from && written.charAt(to - 1) == ' ') {
            to--;
        }
        return written.substring(from, to);
    }
}
