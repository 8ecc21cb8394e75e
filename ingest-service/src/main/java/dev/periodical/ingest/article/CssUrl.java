package dev.periodical.ingest.article;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The pictures in a style attribute's {@code background} or {@code background-image} (CSS Backgrounds 3). */
final class CssUrl {

    private static final int MOST = 20;

    private CssUrl() {}

    /** The addresses of an element's backgrounds, the top one first. */
    static List<String> backgrounds(String style) {
        String css = style.toLowerCase(Locale.ROOT);
        int property = css.length() == style.length() ? css.indexOf("background") : -1;
        List<String> addresses = new ArrayList<>();
        int url = property < 0 ? -1 : css.indexOf("url(", property);
        while (url >= 0 && addresses.size() < MOST) {
            int close = end(style, url + 4);
            if (close >= 0) {
                addresses.add(unquoted(style.substring(url + 4, close).strip()));
            }
            url = close < 0 ? -1 : css.indexOf("url(", close);
        }
        return addresses;
    }

    private static String unquoted(String address) {
        boolean quoted = address.length() > 1
                && (address.charAt(0) == '"' || address.charAt(0) == '\'')
                && address.charAt(address.length() - 1) == address.charAt(0);
        return quoted ? address.substring(1, address.length() - 1) : address;
    }

    private static int end(String style, int start) {
        int i = start;
        while (i < style.length() && Character.isWhitespace(style.charAt(i))) {
            i++;
        }
        boolean quoted = i < style.length() && (style.charAt(i) == '"' || style.charAt(i) == '\'');
        int from = quoted ? style.indexOf(style.charAt(i), i + 1) : i;
        return from < 0 ? -1 : style.indexOf(')', from);
    }
}
