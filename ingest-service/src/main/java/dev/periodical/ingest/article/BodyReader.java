package dev.periodical.ingest.article;

import dev.periodical.events.Body;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.select.NodeTraversor;

/** A body to safe HTML, with its pictures found on the way. */
final class BodyReader {

    /** No such host (RFC 2606): with some base, relative links are told from dangerous ones. */
    private static final String NOWHERE = "https://article.invalid/";

    /** Sanitising takes time by depth; pages with an unclosed tag in every paragraph reach some hundreds. */
    private static final int DEEPEST = 5_000;

    private final Addresses addresses;
    private final Gallery gallery;

    BodyReader(Addresses addresses, Gallery gallery) {
        this.addresses = addresses;
        this.gallery = gallery;
    }

    /**
     * A body, shown.
     *
     * @param excerpt null where no mark ends it
     * @param rendered false for Markdown that stands as it was written
     */
    record Shown(String html, String excerpt, boolean rendered) {}

    /** Empty for HTML with more tags, or nested deeper, than any article. */
    Optional<Shown> read(Body body) {
        Markdown.Rendered rendered =
                body.kind() == Body.Kind.HTML ? new Markdown.Rendered(body.raw(), true) : Markdown.render(body.raw());
        int more = MoreMark.in(rendered.html());
        Optional<String> excerpt =
                more < 0 ? Optional.empty() : shown(rendered.html().substring(0, more), gallery.another());
        return shown(rendered.html(), gallery).map(html -> new Shown(html, excerpt.orElse(null), rendered.rendered()));
    }

    private Optional<String> shown(String html, Gallery found) {
        if (Tangle.ofHtml(html)) {
            return Optional.empty();
        }
        Document document = Jsoup.parseBodyFragment(html, NOWHERE);
        if (depth(document) > DEEPEST) {
            return Optional.empty();
        }
        HexoText.show(document);
        new BodyPictures(addresses, found).find(document);
        return Optional.of(Sanitiser.clean(document));
    }

    private static int depth(Document document) {
        int[] deepest = {0};
        NodeTraversor.traverse((node, depth) -> deepest[0] = Math.max(deepest[0], depth), document);
        return deepest[0];
    }
}
