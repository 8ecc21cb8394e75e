package dev.periodical.ingest.article;

import org.jsoup.nodes.Element;

/** How large a document says that a picture is, in CSS pixels. */
final class SizeHint {

    private static final int LARGEST = 100_000;

    private SizeHint() {}

    static Integer width(Element img) {
        Integer stated = pixels(img.attr("width"));
        Integer raw = stated != null ? stated : pixels(img.attr("data-rawwidth"));
        return raw != null ? raw : pair(img, 0);
    }

    static Integer height(Element img) {
        Integer stated = pixels(img.attr("height"));
        Integer raw = stated != null ? stated : pixels(img.attr("data-rawheight"));
        return raw != null ? raw : pair(img, 1);
    }

    /** {@code data-size="689,445"}, as feed mirrors write it. */
    private static Integer pair(Element img, int index) {
        String[] parts = img.attr("data-size").split("[,x]", 3);
        return parts.length == 2 ? pixels(parts[index]) : null;
    }

    private static Integer pixels(String text) {
        String digits = text.strip();
        digits = digits.endsWith("px") ? digits.substring(0, digits.length() - 2) : digits;
        if (digits.isEmpty() || digits.length() > 6 || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return null;
        }
        int pixels = Integer.parseInt(digits);
        return pixels == 0 || pixels > LARGEST ? null : pixels;
    }
}
