package dev.periodical.content.markup;

import dev.periodical.markup.ArticleMarkup;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * HTML that can be shown anywhere.
 *
 * <p>What carries text, structure, pictures, sound or film stays: tables, figures, code, ruby, details, audio, video. Scripts,
 * style sheets, handlers, forms, frames, embedded objects, SVG and MathML go; of an inline style colours and alignment stay
 * ({@link ArticleMarkup}). Links lead to the web, to mail, telephone or magnet, or are relative; none hands its page over to the
 * page it leads to ({@code rel=noopener}). The address of a picture stays as it is, for whoever looks pictures up by it.
 */
public final class SafeHtml {

    /** No such host (RFC 2606): with some base, relative links are told from dangerous ones. */
    private static final String NOWHERE = "https://article.invalid/";

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
        Document safe = ArticleMarkup.safe(dirty);
        for (Element link : safe.body().select("a[href]")) {
            link.attr("rel", rel(link.attr("rel")));
        }
        return safe;
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
