package dev.periodical.markup;

import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.safety.Cleaner;
import org.jsoup.safety.Safelist;

/**
 * HTML that can be shown anywhere: of an article's markup what carries text, structure, pictures, sound or film ({@link
 * ArticleSafelist}), and of its inline styles colours and alignment ({@link InlineStyle}).
 */
public final class ArticleMarkup {

    private static final String STYLE = "style";
    private static final Safelist SAFE = ArticleSafelist.create().addAttributes(":all", STYLE);

    private ArticleMarkup() {}

    /** A tree of its own, of what is safe in this one; it prints without line breaks of its own. */
    public static Document safe(Document written) {
        Document safe = new Cleaner(SAFE).clean(written);
        safe.outputSettings().prettyPrint(false);
        for (Element element : safe.body().getElementsByAttribute(STYLE)) {
            String style = InlineStyle.of(element.attr(STYLE));
            if (style.isEmpty()) {
                element.removeAttr(STYLE);
            } else {
                element.attr(STYLE, style);
            }
        }
        return safe;
    }
}
