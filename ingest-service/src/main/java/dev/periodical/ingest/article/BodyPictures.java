package dev.periodical.ingest.article;

import dev.periodical.events.Image.Role;
import dev.periodical.ingest.frontmatter.DocumentText;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * The pictures that a body shows, in document order: {@code img} with {@code src}, lazy attributes or {@code srcset}, the
 * sources of a {@code picture}, posters, CSS backgrounds, what {@code noscript} holds. A link around a picture that leads
 * to a picture is another address of it.
 *
 * <p>Each place is rewritten so that it survives sanitising: an {@code img} whose {@code src} is the picture's URL. A
 * place without address goes.
 */
final class BodyPictures {

    /** Where lazy loaders and mirrors keep the true address, the most trustworthy first. */
    private static final List<String> LAZY = List.of(
            "data-original-src",
            "data-original",
            "data-canonical-src",
            "data-actualsrc",
            "data-full-src",
            "data-src",
            "data-lazy-src",
            "data-lazy",
            "data-echo",
            "data-url",
            "data-image",
            "data-img-src",
            "data-hi-res-src",
            "lazy-src",
            "zoomfile",
            "file",
            "original",
            "_src");

    private static final List<String> BACKGROUNDS =
            List.of("background", "data-bg", "data-background", "data-background-image");
    private static final String NO_PICTURE = "no-picture";
    private static final int LONGEST_ALT = 1_000;

    private final Addresses addresses;
    private final Gallery gallery;

    BodyPictures(Addresses addresses, Gallery gallery) {
        this.addresses = addresses;
        this.gallery = gallery;
    }

    void find(Document document) {
        for (Element element : document.body().getAllElements().asList()) {
            switch (element.normalName()) {
                case "img" -> image(element);
                case "image" -> vectorImage(element);
                case "video" -> poster(element);
                case "amp-img" -> image(element.tagName("img"));
                default -> backgrounds(element);
            }
        }
    }

    private void image(Element img) {
        String src = addresses.of(img.attr("src"));
        List<String> others = new ArrayList<>();
        LAZY.forEach(name -> addLikely(others, img.attr(name)));
        others.addAll(addresses.ofSrcset(img.attr("srcset")));
        others.addAll(addresses.ofSrcset(img.attr("data-srcset")));
        Element parent = img.parent();
        if (parent != null && parent.nameIs("picture")) {
            parent.children().forEach(source -> {
                others.addAll(addresses.ofSrcset(source.attr("srcset")));
                others.addAll(addresses.ofSrcset(source.attr("data-srcset")));
            });
        }
        addLink(others, img);
        String url = src != null ? src : others.isEmpty() ? null : others.get(0);
        place(img, url, others, Role.INLINE);
    }

    private void place(Element img, String url, List<String> others, Role role) {
        Integer width = SizeHint.width(img);
        Integer height = SizeHint.height(img);
        if (url == null || !gallery.add(url, others, role, alt(img), width, height)) {
            // Taking a child out costs its siblings; sanitising drops a tag that it does not know.
            img.tagName(NO_PICTURE);
        } else if (!url.equals(img.attr("src"))) {
            img.attr("src", url);
        }
    }

    private static String alt(Element img) {
        String alt = img.attr("alt").strip();
        String text = alt.length() > LONGEST_ALT ? alt.substring(0, LONGEST_ALT) : alt;
        return text.isEmpty() ? null : DocumentText.storable(text);
    }

    private void vectorImage(Element image) {
        String url = addresses.of(image.hasAttr("href") ? image.attr("href") : image.attr("xlink:href"));
        if (url != null && gallery.add(url, List.of(), Role.INLINE, null, null, null)) {
            insertBefore(outermostVector(image), url);
        }
    }

    private static Element outermostVector(Element image) {
        Element svg = image.closest("svg");
        return svg == null ? image : svg;
    }

    private void poster(Element video) {
        String url = addresses.of(video.hasAttr("poster") ? video.attr("poster") : video.attr("data-poster"));
        if (url == null || !gallery.add(url, List.of(), Role.POSTER, null, null, null)) {
            video.removeAttr("poster");
        } else {
            video.attr("poster", url);
        }
    }

    private void backgrounds(Element element) {
        List<String> written = new ArrayList<>(CssUrl.backgrounds(element.attr("style")));
        BACKGROUNDS.stream().map(element::attr).filter(each -> !each.isEmpty()).forEach(written::add);
        int placed = 0;
        for (String each : written) {
            placed += background(element, addresses.of(unwrapped(each)), placed) ? 1 : 0;
        }
    }

    /** Some lazy loaders keep the whole {@code url(…)}. */
    private static String unwrapped(String written) {
        List<String> wrapped = written.contains("url(") ? CssUrl.backgrounds("background:" + written) : List.of();
        return wrapped.isEmpty() ? written : wrapped.get(0);
    }

    private boolean background(Element element, String url, int index) {
        if (url == null || !gallery.add(url, List.of(), Role.INLINE, null, null, null)) {
            return false;
        }
        if (List.of("table", "tbody", "thead", "tfoot", "tr").contains(element.normalName())) {
            insertBefore(
                    element.nameIs("table") || element.closest("table") == null ? element : element.closest("table"),
                    url);
        } else {
            element.insertChildren(index, new Element("img").attr("src", url));
        }
        return true;
    }

    private static void insertBefore(Element element, String url) {
        element.before(new Element("img").attr("src", url));
    }

    private void addLikely(List<String> others, String written) {
        String address = addresses.of(written);
        if (address != null && !address.regionMatches(true, 0, "data:", 0, 5)) {
            others.add(address);
        }
    }

    private void addLink(List<String> others, Element img) {
        Element link = img.parent();
        for (int up = 0; link != null && up < 3; up++, link = link.parent()) {
            if (link.nameIs("a")) {
                String target = addresses.of(link.attr("href"));
                if (target != null && Addresses.looksLikePicture(target)) {
                    others.add(target);
                }
                return;
            }
        }
    }
}
