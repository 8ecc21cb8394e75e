package dev.periodical.ingest.article;

import dev.periodical.ingest.frontmatter.DocumentText;
import dev.periodical.markup.ArticleMarkup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;

/**
 * HTML that can be shown anywhere: everything that carries text, structure, pictures, sound or film stays; scripts, handlers,
 * forms and foreign frames go, and of styles all but colours and alignment. A frame or embedded object leaves a link to what it
 * showed, a task's check box its sign. Links keep their addresses as written if these are of the web, mail or telephone, or
 * relative.
 *
 * <p>The {@code src} of a picture is left as {@link BodyPictures} wrote it: it is never fetched from here.
 */
final class Sanitiser {

    private Sanitiser() {}

    /** The safe form of a body; the document given is changed. */
    static String clean(Document body) {
        for (Element element : body.body().getAllElements().asList()) {
            switch (element.normalName()) {
                case "iframe", "embed", "object" -> leaveLink(element);
                case "input" -> leaveSign(element);
                case "title", "textarea", "select", "button" -> element.empty();
                default -> {}
            }
        }
        return DocumentText.storable(ArticleMarkup.safe(body).body().html());
    }

    private static void leaveLink(Element frame) {
        String address = frame.hasAttr("src")
                ? frame.attr("src").strip()
                : frame.attr("data").strip();
        if (address.startsWith("http://") || address.startsWith("https://") || address.startsWith("//")) {
            frame.replaceWith(new Element("a").attr("href", address).text(address));
        } else {
            frame.empty();
        }
    }

    private static void leaveSign(Element input) {
        if (input.attr("type").equalsIgnoreCase("checkbox")) {
            input.replaceWith(new TextNode(input.hasAttr("checked") ? "☑" : "☐"));
        }
    }
}
