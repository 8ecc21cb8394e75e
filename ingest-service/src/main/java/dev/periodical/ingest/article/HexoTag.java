package dev.periodical.ingest.article;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.beta.InlineContentParser;
import org.commonmark.parser.beta.InlineContentParserFactory;
import org.commonmark.parser.beta.InlineParserState;
import org.commonmark.parser.beta.ParsedInline;
import org.commonmark.parser.beta.Position;
import org.commonmark.parser.beta.Scanner;

/**
 * Hexo's tags within Markdown text: {@code {% img [class] url [width] [height] [title [alt]] %}} and {@code {% asset_img
 * … %}} are pictures, {@code {% raw %}} and {@code {% endraw %}} vanish around what they guard, which is HTML. Any other tag
 * stays text, and code is left alone. What stands between tags on lines of their own is for {@link HexoBlock}.
 */
final class HexoTag implements InlineContentParser {

    private static final int LONGEST = 2_000;

    /** One tag reader for each text. */
    static final class Factory implements InlineContentParserFactory {

        @Override
        public Set<Character> getTriggerCharacters() {
            return Set.of('{');
        }

        @Override
        public InlineContentParser create() {
            return new HexoTag();
        }
    }

    @Override
    public ParsedInline tryParse(InlineParserState state) {
        Scanner scanner = state.scanner();
        if (!scanner.next("{%")) {
            return ParsedInline.none();
        }
        Position begin = scanner.position();
        for (int length = 0; scanner.hasNext() && length < LONGEST; length++) {
            Position end = scanner.position();
            if (scanner.next("%}")) {
                List<String> words = words(scanner.getSource(begin, end).getContent());
                Node node = words.equals(List.of("raw")) ? guarded(scanner) : node(words);
                return node == null ? ParsedInline.none() : ParsedInline.of(node, scanner.position());
            }
            // A tag holds no tag: without this, each of many open ones would search through all that follow.
            if (scanner.next("{%")) {
                return ParsedInline.none();
            }
            scanner.next();
        }
        return ParsedInline.none();
    }

    /** What stands up to the closing tag, untouched; nothing where no tag closes it soon within the same text. */
    private static Node guarded(Scanner scanner) {
        Position begin = scanner.position();
        for (int length = 0; scanner.hasNext() && length < LONGEST; length++) {
            Position end = scanner.position();
            if (scanner.next("{%")) {
                scanner.whitespace();
                if (scanner.next("raw")) {
                    break;
                }
                if (scanner.next("endraw")) {
                    scanner.whitespace();
                    if (scanner.next("%}")) {
                        HtmlInline html = new HtmlInline();
                        String guarded = scanner.getSource(begin, end).getContent();
                        html.setLiteral(HexoText.GUARD + guarded + HexoText.UNGUARD);
                        return html;
                    }
                }
            } else {
                scanner.next();
            }
        }
        scanner.setPosition(begin);
        return new Text("");
    }

    /** The picture that a text outside of Markdown shows, null where it is another tag: {@code img pier.png}. */
    static Image picture(String tag) {
        return node(words(tag)) instanceof Image image ? image : null;
    }

    private static Node node(List<String> words) {
        String name = words.isEmpty() ? "" : words.get(0);
        return switch (name) {
            case "raw", "endraw" -> new Text("");
            case "img", "asset_img" -> picture(words.subList(1, words.size()));
            default -> null;
        };
    }

    /** As Hexo does, takes the first word that looks like an address; the words before it are classes. */
    private static Node picture(List<String> words) {
        int at = 0;
        while (at < words.size()
                && words.get(at).indexOf('.') < 0
                && words.get(at).indexOf('/') < 0) {
            at++;
        }
        if (at == words.size()) {
            return null;
        }
        Image image = new Image(words.get(at), null);
        int next = at + 1;
        while (next < words.size() && words.get(next).chars().allMatch(Character::isDigit)) {
            next++;
        }
        if (next < words.size()) {
            image.setTitle(words.get(next));
            image.appendChild(new Text(words.get(words.size() - 1)));
        }
        return image;
    }

    /** Words, each perhaps in quotes. */
    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        int i = 0;
        while (i < text.length()) {
            char c = text.charAt(i);
            if (Character.isWhitespace(c)) {
                i++;
                continue;
            }
            boolean quoted = c == '"' || c == '\'';
            int begin = quoted ? i + 1 : i;
            int end = begin;
            while (end < text.length()
                    && (quoted ? text.charAt(end) != c : !Character.isWhitespace(text.charAt(end)))) {
                end++;
            }
            words.add(text.substring(begin, end));
            i = quoted ? end + 1 : end;
        }
        return words;
    }
}
