package dev.periodical.media.inspect;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The start tag of an SVG document (SVG 2, section 5.1).
 *
 * @param name lower case, with its prefix: {@code svg}, {@code svg:svg}
 * @param selfClosed the document is this one tag
 * @param width in CSS pixels, from {@code width} or else {@code viewBox}; null when neither says
 * @param height likewise
 */
record SvgRoot(String name, boolean selfClosed, Integer width, Integer height) {

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,6}(?:\\.[0-9]{1,12})?(?:px)?");

    /** From a tag without its closing bracket; null when the element is another. */
    static SvgRoot of(String tag) {
        var nameEnd = 1;
        while (nameEnd < tag.length() && tag.charAt(nameEnd) > ' ' && tag.charAt(nameEnd) != '/') {
            nameEnd++;
        }
        var name = tag.substring(1, nameEnd).toLowerCase(Locale.ROOT);
        if (!name.equals("svg") && !name.endsWith(":svg")) {
            return null;
        }
        var box = attribute(tag, "viewBox").strip().split("[ ,]+");
        var width = pixels(attribute(tag, "width"));
        var height = pixels(attribute(tag, "height"));
        var sized = width != null && height != null;
        var boxed = !sized && box.length == 4;
        return new SvgRoot(
                name,
                tag.endsWith("/"),
                boxed ? pixels(box[2]) : sized ? width : null,
                boxed ? pixels(box[3]) : sized ? height : null);
    }

    private static String attribute(String tag, String name) {
        for (int at = tag.indexOf(name); at >= 0; at = tag.indexOf(name, at + 1)) {
            var equals = at + name.length();
            while (equals < tag.length() && tag.charAt(equals) == ' ') {
                equals++;
            }
            var quoted = tag.startsWith("=\"", equals) || tag.startsWith("='", equals);
            if (quoted && tag.charAt(at - 1) <= ' ') {
                var end = tag.indexOf(tag.charAt(equals + 1), equals + 2);
                return end < 0 ? "" : tag.substring(equals + 2, end);
            }
        }
        return "";
    }

    private static Integer pixels(String length) {
        var number = length.strip();
        if (!NUMBER.matcher(number).matches()) {
            return null;
        }
        var pixels = (int) Math.ceil(Double.parseDouble(number.replace("px", "")));
        return pixels == 0 ? null : pixels;
    }
}
