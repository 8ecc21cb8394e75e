package dev.periodical.markup;

import org.jsoup.safety.Safelist;

/**
 * What an article's HTML may have: everything that carries text, structure, pictures, sound or film. Scripts, style sheets,
 * inline styles, handlers, forms, frames, embedded objects, SVG and MathML are not among it. Links lead to the web, to mail,
 * telephone or magnet, or are relative; the address of a picture may be anything, for it is never fetched as it is.
 */
final class ArticleSafelist {

    private static final String STRUCTURE =
            "article aside section header footer main nav hgroup figure figcaption caption"
                    + " picture details summary address center hr wbr";
    private static final String WORDS =
            "mark ins del s kbd samp var time abbr bdi bdo dfn ruby rb rt rtc rp tt font big data";
    private static final String MEDIA = "video audio source track";

    private ArticleSafelist() {}

    /** The caller's own, to add to. */
    static Safelist create() {
        return Safelist.relaxed()
                .addTags((STRUCTURE + " " + WORDS + " " + MEDIA).split(" "))
                .addAttributes(":all", "id", "class", "title", "lang", "dir", "align", "role")
                .addAttributes("a", "href", "rel", "name")
                .addAttributes("img", "src", "alt", "width", "height", "loading", "data-size")
                .addAttributes("video", "src", "poster", "controls", "width", "height", "loop", "muted")
                .addAttributes("audio", "src", "controls", "loop")
                .addAttributes("source", "src", "type", "media")
                .addAttributes("track", "src", "kind", "srclang", "label")
                .addAttributes("time", "datetime")
                .addAttributes("data", "value")
                .addAttributes("ins", "cite", "datetime")
                .addAttributes("del", "cite", "datetime")
                .addAttributes("td", "valign")
                .addAttributes("th", "valign")
                .addAttributes("font", "color")
                .addAttributes("details", "open")
                .addProtocols("a", "href", "ftp", "http", "https", "mailto", "tel", "magnet")
                .addProtocols("video", "src", "http", "https")
                .addProtocols("audio", "src", "http", "https")
                .addProtocols("source", "src", "http", "https")
                .addProtocols("track", "src", "http", "https")
                .removeProtocols("img", "src", "http", "https")
                .preserveRelativeLinks(true);
    }
}
