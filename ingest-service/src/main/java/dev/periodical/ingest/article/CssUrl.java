package dev.periodical.ingest.article;

import java.util.Locale;

/** The picture in a style attribute's {@code background} or {@code background-image} (CSS Backgrounds 3). */
final class CssUrl {

    private CssUrl() {}

    /** The first background's address, null where there is none. */
    static String background(String style) {
        String css = style.toLowerCase(Locale.ROOT);
        int property = css.indexOf("background");
        int url = property < 0 ? -1 : css.indexOf("url(", property);
        int close = url < 0 || css.length() != style.length() ? -1 : end(style, url + 4);
        if (close < 0) {
            return null;
        }
        String address = style.substring(url + 4, close).strip();
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
