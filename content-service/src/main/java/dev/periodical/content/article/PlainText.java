package dev.periodical.content.article;

import java.text.Normalizer;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;

/** An article's HTML as text for people: a line for each block, no markup, composed characters (NFC). */
public final class PlainText implements NodeVisitor {

    private final StringBuilder text = new StringBuilder();

    private PlainText() {}

    public static String of(String html) {
        PlainText plain = new PlainText();
        NodeTraversor.traverse(plain, Jsoup.parseBodyFragment(html).body());
        return Normalizer.normalize(plain.text.toString().strip(), Normalizer.Form.NFC);
    }

    /** Its first part, never ending between the halves of a character. */
    public static String first(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most);
    }

    @Override
    public void head(Node node, int depth) {
        if (node instanceof TextNode words) {
            append(words.getWholeText());
        } else if (node instanceof Element element && (element.isBlock() || element.nameIs("br"))) {
            endLine();
        }
    }

    @Override
    public void tail(Node node, int depth) {
        if (node instanceof Element element && element.isBlock()) {
            endLine();
        } else if (node instanceof Element element && (element.nameIs("td") || element.nameIs("th"))) {
            append(" ");
        }
    }

    private void append(String words) {
        for (int at = 0; at < words.length(); at++) {
            char c = words.charAt(at);
            if (Character.isWhitespace(c) || c == '\u00a0') {
                if (!text.isEmpty()
                        && text.charAt(text.length() - 1) != ' '
                        && text.charAt(text.length() - 1) != '\n') {
                    text.append(' ');
                }
            } else {
                text.append(c);
            }
        }
    }

    private void endLine() {
        while (!text.isEmpty() && text.charAt(text.length() - 1) == ' ') {
            text.setLength(text.length() - 1);
        }
        if (!text.isEmpty() && text.charAt(text.length() - 1) != '\n') {
            text.append('\n');
        }
    }
}
