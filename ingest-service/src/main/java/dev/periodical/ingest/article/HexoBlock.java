package dev.periodical.ingest.article;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.Block;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HtmlBlock;
import org.commonmark.parser.SourceLine;
import org.commonmark.parser.block.AbstractBlockParser;
import org.commonmark.parser.block.AbstractBlockParserFactory;
import org.commonmark.parser.block.BlockContinue;
import org.commonmark.parser.block.BlockParserFactory;
import org.commonmark.parser.block.BlockStart;
import org.commonmark.parser.block.MatchedBlockParser;
import org.commonmark.parser.block.ParserState;

/**
 * Hexo's tags that stand on lines of their own around what Markdown must not touch: {@code {% raw %}} around HTML, and
 * {@code {% codeblock [title] [lang:x] %}} around code. One that nothing closes reaches to the end, as an open fence does.
 */
final class HexoBlock extends AbstractBlockParser {

    private static final int LONGEST = 2_000;
    private static final Pattern OPENING = Pattern.compile("\\{%-?\\s*(raw|codeblock)(?:\\s[^%]*+)?-?%\\}\\s*+");
    private static final Pattern END_OF_RAW = Pattern.compile("\\{%-?\\s{0,9}endraw\\s{0,9}-?%\\}");
    private static final Pattern END_OF_CODE = Pattern.compile("\\{%-?\\s{0,9}endcodeblock\\s{0,9}-?%\\}");
    private static final Pattern LANGUAGE = Pattern.compile("lang:(\\w{1,30})");

    private final Pattern closing;
    private final Block block;
    private final StringBuilder text = new StringBuilder();

    private HexoBlock(String name, String opening) {
        this.closing = name.equals("raw") ? END_OF_RAW : END_OF_CODE;
        this.block = name.equals("raw") ? new HtmlBlock() : code(opening);
    }

    /** One block reader for each text. */
    static final class Factory extends AbstractBlockParserFactory implements BlockParserFactory {

        @Override
        public BlockStart tryStart(ParserState state, MatchedBlockParser matched) {
            CharSequence line = state.getLine().getContent();
            int start = state.getNextNonSpaceIndex();
            if (state.getIndent() >= 4 || line.length() - start > LONGEST || !opens(line, start)) {
                return BlockStart.none();
            }
            String opening = line.subSequence(start, line.length()).toString();
            Matcher matcher = OPENING.matcher(opening);
            return matcher.matches()
                    ? BlockStart.of(new HexoBlock(matcher.group(1), opening)).atIndex(line.length())
                    : BlockStart.none();
        }

        private static boolean opens(CharSequence line, int start) {
            return start + 1 < line.length() && line.charAt(start) == '{' && line.charAt(start + 1) == '%';
        }
    }

    @Override
    public Block getBlock() {
        return block;
    }

    @Override
    public BlockContinue tryContinue(ParserState state) {
        String line = state.getLine().getContent().toString();
        Matcher end = closing.matcher(line);
        if (line.indexOf("{%") < 0 || !end.find(state.getIndex())) {
            return BlockContinue.atIndex(state.getIndex());
        }
        // As in Hexo a tag ends wherever it stands; what shares its line stays.
        String rest = line.substring(state.getIndex(), end.start()) + line.substring(end.end());
        text.append(rest.isBlank() ? "" : rest + '\n');
        return BlockContinue.finished();
    }

    @Override
    public void addLine(SourceLine line) {
        // The opening tag's own line has nothing left.
        if (text.length() > 0 || line.getContent().length() > 0) {
            text.append(line.getContent()).append('\n');
        }
    }

    @Override
    public void closeBlock() {
        if (block instanceof HtmlBlock html) {
            html.setLiteral(HexoText.GUARD + text + HexoText.UNGUARD);
        } else if (block instanceof FencedCodeBlock code) {
            code.setLiteral(text.toString());
        }
    }

    private static FencedCodeBlock code(String opening) {
        FencedCodeBlock code = new FencedCodeBlock();
        Matcher language = LANGUAGE.matcher(opening);
        code.setInfo(language.find() ? language.group(1) : "");
        return code;
    }
}
