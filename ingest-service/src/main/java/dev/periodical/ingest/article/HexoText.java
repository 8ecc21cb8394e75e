package dev.periodical.ingest.article;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.Image;
import org.commonmark.node.Text;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/**
 * Hexo's picture tags in the text of HTML, where no Markdown reader comes: {@code <center>{% asset_img pier.png %}</center>}
 * becomes a picture. Code is left alone, and so is what {@code {% raw %}} or {@link #GUARD} guards; the guards go.
 */
final class HexoText implements NodeVisitor {

    /** Begins what a Markdown reader found guarded, as a comment. */
    static final String GUARD = "<!--raw-->";

    /** Ends it. */
    static final String UNGUARD = "<!--endraw-->";

    private static final Set<String> CODE = Set.of("pre", "code", "script", "style", "textarea", "template");
    private static final Pattern TAG =
            Pattern.compile("\\{%-?\\s{0,9}(?:(raw|endraw)\\s{0,9}|((?:asset_)?img\\s[^%]{1,2000}+))-?%\\}");

    private record Parted(TextNode text, List<Node> parts) {}

    private final List<Parted> texts = new ArrayList<>();
    private int code;
    private boolean guarded;

    private HexoText() {}

    static void show(Document document) {
        HexoText shown = new HexoText();
        document.body().traverse(shown);
        for (Parted each : shown.texts) {
            each.parts().forEach(each.text()::before);
            each.text().text("");
        }
    }

    @Override
    public void head(Node node, int depth) {
        code += CODE.contains(node.nodeName()) ? 1 : 0;
        if (node instanceof Comment comment) {
            guarded = comment.getData().equals("raw")
                    || guarded && !comment.getData().equals("endraw");
        } else if (node instanceof TextNode text
                && code == 0
                && text.getWholeText().contains("{%")) {
            part(text);
        }
    }

    @Override
    public void tail(Node node, int depth) {
        code -= CODE.contains(node.nodeName()) ? 1 : 0;
    }

    private void part(TextNode node) {
        String text = node.getWholeText();
        List<Node> parts = new ArrayList<>();
        Matcher tag = TAG.matcher(text);
        int from = 0;
        while (tag.find()) {
            boolean guard = tag.group(1) != null;
            Image picture = guard || guarded ? null : HexoTag.picture(tag.group(2));
            guarded = guard ? tag.group(1).equals("raw") : guarded;
            if (guard || picture != null) {
                parts.add(new TextNode(text.substring(from, tag.start())));
                from = tag.end();
            }
            if (picture != null) {
                parts.add(img(picture));
            }
        }
        if (from > 0) {
            parts.add(new TextNode(text.substring(from)));
            texts.add(new Parted(node, parts));
        }
    }

    private static Element img(Image picture) {
        Element img = new Element("img").attr("src", picture.getDestination());
        return picture.getLastChild() instanceof Text alt ? img.attr("alt", alt.getLiteral()) : img;
    }
}
