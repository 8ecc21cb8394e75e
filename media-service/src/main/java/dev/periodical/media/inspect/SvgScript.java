package dev.periodical.media.inspect;

import java.util.List;

/**
 * Signs that an SVG could do more than be looked at. Errs towards saying so: the flag only decides how warily the
 * picture is served.
 */
final class SvgScript {

    private static final List<String> SIGNS = List.of(
            "<script",
            ":script",
            "javascript:",
            "<foreignobject",
            ":foreignobject",
            "<iframe",
            "<!entity",
            "<?xml-stylesheet",
            "data:text/html",
            "<handler");

    private SvgScript() {}

    /** @param text lower case */
    static boolean isIn(String text) {
        return SIGNS.stream().anyMatch(text::contains) || hasHandler(text);
    }

    /** An event attribute: {@code onload=}, after white space, a quote or a slash. */
    private static boolean hasHandler(String text) {
        for (int at = text.indexOf("on"); at >= 0; at = text.indexOf("on", at + 2)) {
            if (at > 0
                    && (text.charAt(at - 1) <= ' ' || "\"'/".indexOf(text.charAt(at - 1)) >= 0)
                    && isHandler(text, at)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isHandler(String text, int at) {
        var end = at + 2;
        while (end < text.length() && text.charAt(end) >= 'a' && text.charAt(end) <= 'z') {
            end++;
        }
        var named = end > at + 2;
        while (end < text.length() && text.charAt(end) <= ' ') {
            end++;
        }
        return named && end < text.length() && text.charAt(end) == '=';
    }
}
