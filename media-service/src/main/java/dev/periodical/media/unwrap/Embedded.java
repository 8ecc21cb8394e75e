package dev.periodical.media.unwrap;

import java.util.Locale;
import java.util.Optional;

/** How an absolute http URL is recognised inside another, in whatever dress it wears there. */
final class Embedded {

    /** How many layers of percent-encoding are taken off to find a URL. */
    private static final int MAX_LAYERS = 3;

    private Embedded() {}

    /** Where the authority begins in an absolute http or https URL; -1 when the text is none. */
    static int afterScheme(String text) {
        var length = text.regionMatches(true, 0, "http://", 0, 7)
                ? 7
                : text.regionMatches(true, 0, "https://", 0, 8) ? 8 : -1;
        return length > 0 && length < text.length() && "/?#".indexOf(text.charAt(length)) < 0 ? length : -1;
    }

    /** Whether the text is an absolute URL whose own delimiters are percent-encoded. */
    static boolean isEscaped(String text) {
        return afterScheme(text) < 0 && text.regionMatches(true, 0, "http", 0, 4) && text.indexOf('%') >= 0;
    }

    /** The URL, as written or percent-encoded; see {@link Encoding#PERCENT}. */
    static Optional<String> absolute(String text) {
        var layer = withQuestionMark(unquoted(text));
        for (int i = 0; i <= MAX_LAYERS; i++) {
            var start = afterScheme(layer);
            if (start >= 0) {
                return Optional.of(layer.substring(0, start).toLowerCase(Locale.ROOT) + layer.substring(start));
            }
            if (layer.indexOf('%') < 0) {
                break;
            }
            layer = Percent.decode(layer);
        }
        return Optional.empty();
    }

    /** Some write it between quotation marks. */
    private static String unquoted(String text) {
        if (text.startsWith("%22") && text.endsWith("%22") && text.length() > 6) {
            return text.substring(3, text.length() - 3);
        }
        return text;
    }

    /** A plainly written URL whose question mark is encoded, one layer less of it behind the host; any other text as it is. */
    private static String withQuestionMark(String text) {
        var start = afterScheme(text);
        var encoded = start >= 0 && text.indexOf('?') < 0 && (text.contains("%3F") || text.contains("%3f"));
        if (!encoded) {
            return text;
        }
        var rest = Link.endOfAuthority(text, start, text.length());
        return text.substring(0, rest) + Percent.decode(text.substring(rest));
    }

    /** Also without a scheme: {@code ssl:host/…} and {@code //host/…} are https, {@code host/…} is http. */
    static Optional<String> schemeless(String text) {
        var layer = text;
        for (int i = 0; i <= MAX_LAYERS; i++) {
            var secure = layer.startsWith("ssl:") ? 4 : layer.startsWith("//") ? 2 : 0;
            if (startsWithHost(layer, secure)) {
                return Optional.of((secure == 0 ? "http://" : "https://") + layer.substring(secure));
            }
            if (afterScheme(layer) >= 0 || layer.indexOf('%') < 0) {
                break;
            }
            layer = Percent.decode(layer);
        }
        return absolute(text);
    }

    /** Also a path on the wrapper's own site, with or without its leading slash. */
    static Optional<String> onSite(String text, Link wrapper) {
        return absolute(text).or(() -> {
            var path = text.indexOf('/') < 0 ? Percent.decode(text) : text;
            var foreign = path.isEmpty() || path.startsWith("//") || path.indexOf(':') >= 0;
            return foreign
                    ? Optional.empty()
                    : Optional.of(wrapper.site() + (path.startsWith("/") ? path : "/" + path));
        });
    }

    /** A dotted name or address, perhaps a port, then a path or nothing. */
    static boolean startsWithHost(String text, int start) {
        var end = Link.endOfAuthority(text, start, text.length());
        var colon = text.indexOf(':', start);
        var hostEnd = colon < 0 || colon > end ? end : colon;
        var dot = text.indexOf('.', start);
        return dot > start
                && dot < hostEnd - 1
                && text.substring(start, hostEnd).chars().allMatch(Embedded::isHostCharacter)
                && text.substring(Math.min(hostEnd + 1, end), end).chars().allMatch(c -> c >= '0' && c <= '9');
    }

    /** The domain itself or a name below it. */
    static boolean isWithin(String host, String domain) {
        return host.equals(domain) || host.endsWith("." + domain);
    }

    private static boolean isHostCharacter(int c) {
        return c == '.' || c == '-' || c == '_' || c > 0x7f || c < 0x80 && Character.isLetterOrDigit(c);
    }
}
