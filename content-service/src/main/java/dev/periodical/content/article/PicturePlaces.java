package dev.periodical.content.article;

import dev.periodical.content.markup.SafeHtml;
import dev.periodical.events.ImageRef;
import dev.periodical.http.PublicAddresses;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * The places of pictures in an article's HTML. Ingest leaves every picture there as an element whose {@code src} (or {@code
 * poster}) is the URL as written, so the place is found by its ref. Whatever comes from here is {@link SafeHtml}.
 */
public final class PicturePlaces {

    private PicturePlaces() {}

    /** The HTML with the kept address in place of the written one, for each picture that is kept. */
    public static String withKeptAddresses(String html, List<KeptPicture> pictures, PublicAddresses addresses) {
        return rewrite(html, pictures, (place, picture) -> {
            if (picture.state().hasBytes()) {
                String attribute = place.hasAttr("poster") ? "poster" : "src";
                place.attr(attribute, addresses.picture(picture.mediaId()));
            }
        });
    }

    /**
     * The HTML with every picture's place put into a caller's hands.
     *
     * @param change gets the element, which it may replace, and the picture that belongs there
     */
    public static String rewrite(String html, List<KeptPicture> pictures, BiConsumer<Element, KeptPicture> change) {
        Map<String, KeptPicture> byRef = pictures.stream()
                .collect(Collectors.toMap(
                        picture -> picture.image().ref(), Function.identity(), (first, same) -> first));
        Document document = SafeHtml.document(html);
        for (Element place : document.select("img[src], [poster]")) {
            String url = place.hasAttr("poster") ? place.attr("poster") : place.attr("src");
            KeptPicture picture = byRef.get(ImageRef.of(url));
            if (picture != null) {
                change.accept(place, picture);
            }
        }
        return document.body().html();
    }
}
