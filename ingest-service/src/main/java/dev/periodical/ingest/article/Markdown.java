package dev.periodical.ingest.article;

import java.util.List;
import org.commonmark.Extension;
import org.commonmark.ext.autolink.AutolinkExtension;
import org.commonmark.ext.footnotes.FootnotesExtension;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.ext.task.list.items.TaskListItemsExtension;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/**
 * Markdown to HTML that is not yet safe: CommonMark 0.31 with GitHub's tables, strikethrough, task lists, autolinks and
 * footnotes, and with Hexo's {@link HexoTag tags}. Raw HTML passes; addresses are written as they were.
 */
final class Markdown {

    private static final int DEEPEST_BLOCKS = 100;
    private static final List<Extension> EXTENSIONS = List.of(
            TablesExtension.create(),
            StrikethroughExtension.create(),
            TaskListItemsExtension.create(),
            AutolinkExtension.create(),
            FootnotesExtension.create());
    private static final Parser PARSER = Parser.builder()
            .extensions(EXTENSIONS)
            .maxOpenBlockParsers(DEEPEST_BLOCKS)
            .customInlineContentParserFactory(new HexoTag.Factory())
            .customBlockParserFactory(new HexoBlock.Factory())
            .build();
    private static final HtmlRenderer RENDERER =
            HtmlRenderer.builder().extensions(EXTENSIONS).build();

    private Markdown() {}

    /**
     * What Markdown became.
     *
     * @param html the HTML
     * @param rendered false for text so tangled that only a trap is: it stands as it was written
     */
    record Rendered(String html, boolean rendered) {}

    static Rendered render(String markdown) {
        if (Tangle.ofMarkdown(markdown)) {
            return new Rendered(markdown, false);
        }
        try {
            String html = RENDERER.render(PARSER.parse(markdown));
            return Tangle.ofHtml(html) ? new Rendered(markdown, false) : new Rendered(html, true);
        } catch (StackOverflowError tooDeep) {
            // The library recurses over nested inline marks and gives no bound for them; nothing is left half-done.
            return new Rendered(markdown, false);
        }
    }
}
