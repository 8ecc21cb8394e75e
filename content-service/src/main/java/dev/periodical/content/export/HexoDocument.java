package dev.periodical.content.export;

import dev.periodical.content.article.KeptArticle;
import dev.periodical.content.article.PicturePlaces;
import dev.periodical.content.markup.SafeHtml;
import dev.periodical.events.Article;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** An article as the document that Hexo reads. */
final class HexoDocument {

    private static final String MORE = "\n<!-- more -->\n";

    private HexoDocument() {}

    /**
     * As it was written: the raw head between its fences, and the body byte for byte.
     *
     * @param whole whether the caller may have the head's secrets back
     */
    static String original(Article article, boolean whole) {
        return Head.original(article.frontMatter(), whole) + article.body().raw();
    }

    /**
     * Ready to be built: the body as safe HTML, which neither Hexo's Markdown nor its templates touch.
     *
     * @param links where the pictures are that are kept, by the address as written
     */
    static String local(KeptArticle kept, Map<String, String> links) {
        Article article = kept.article();
        List<String> longestFirst = links.keySet().stream()
                .sorted(Comparator.comparing(String::length).reversed())
                .collect(Collectors.toList());
        String head = Head.local(article.frontMatter(), url -> links.getOrDefault(url, url), longestFirst);
        String html = PicturePlaces.rewrite(article.html(), kept.pictures(), (place, picture) -> {
            String link = links.get(picture.image().url());
            if (link != null) {
                place.attr(place.hasAttr("poster") ? "poster" : "src", link);
            }
        });
        return head + "{% raw %}\n" + untouched(withMore(html, article, kept, links)) + "\n{% endraw %}\n";
    }

    /** Where the excerpt is the body's beginning the mark can stand again. */
    private static String withMore(String html, Article article, KeptArticle kept, Map<String, String> links) {
        if (article.excerpt() == null || article.excerpt().isBlank()) {
            return html;
        }
        String excerpt = SafeHtml.of(article.excerpt()).strip();
        String whole = SafeHtml.of(article.html());
        boolean begins = whole.startsWith(excerpt) && html.startsWith(excerpt);
        return begins ? excerpt + MORE + html.substring(excerpt.length()) : html;
    }

    /** What Hexo takes for a template's tag or a fence of code before it looks at what stands around it. */
    private static String untouched(String html) {
        return html.replace("{{", "&#123;&#123;")
                .replace("{%", "&#123;%")
                .replace("{#", "&#123;#")
                .replace("```", "&#96;&#96;&#96;")
                .replace("~~~", "&#126;&#126;&#126;");
    }
}
