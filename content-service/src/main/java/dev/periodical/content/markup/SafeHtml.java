package dev.periodical.content.markup;

import dev.periodical.markup.ArticleSafelist;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.safety.Cleaner;
import org.jsoup.safety.Safelist;

/**
 * HTML that can be shown anywhere.
 *
 * <p>What carries text, structure, pictures, sound or film stays: tables, figures, code, ruby, details, audio, video. Scripts,
 * style sheets, handlers, forms, frames, embedded objects, SVG and MathML go; of an inline style colours and alignment stay
 * ({@link InlineStyle}). Links lead to the web, to mail, telephone or magnet, or are relative; none hands its page over to the
 * page it leads to ({@code rel=noopener}). The address of a picture stays as it is, for whoever looks pictures up by it.
 */
public final class SafeHtml {

    /** No such host (RFC 2606): with some base, relative links are told from dangerous ones. */
    private static final String NOWHERE = "https://article.invalid/";

    private static final Safelist SAFE = ArticleSafelist.create().addAttributes(":all", "style", "role");

    private SafeHtml() {}

    /** The safe form. */
    public static String of(String html) {
        return document(html).body().html();
    }

    /** The same as a tree, to be worked on; its body prints as {@link #of} does. */
    public static Document document(String html) {
        Document dirty = Jsoup.parseBodyFragment(html, NOWHERE);
        // Their text is no text of the article, and would be left behind.
        dirty.select("title, textarea, select, button").forEach(Element::empty);
        Document safe = new Cleaner(SAFE).clean(dirty);
        safe.outputSettings().prettyPrint(false);
        for (Element element : safe.body().getAllElements().asList()) {
            if (element.hasAttr("style")) {
                style(element);
            }
            if (element.nameIs("a") && element.hasAttr("href")) {
                element.attr("rel", rel(element.attr("rel")));
            }
        }
        return safe;
    }

    private static void style(Element element) {
        String style = InlineStyle.of(element.attr("style"));
        if (style.isEmpty()) {
            element.removeAttr("style");
        } else {
            element.attr("style", style);
        }
    }

    private static String rel(String written) {
        Set<String> words = new LinkedHashSet<>(
                List.of(written.strip().toLowerCase(Locale.ROOT).split("\\s+")));
        words.remove("");
        words.remove("opener");
        words.add("noopener");
        return String.join(" ", words);
    }
}
