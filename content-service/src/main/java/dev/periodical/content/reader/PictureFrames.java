package dev.periodical.content.reader;

import dev.periodical.content.article.KeptPicture;
import dev.periodical.content.article.PicturePlaces;
import dev.periodical.content.article.PictureState;
import dev.periodical.http.PublicAddresses;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;

/**
 * An article's pictures on its page: the kept ones in their places, in sizes that fit the reader's screen, and in the place of
 * each other one a framed note that says why it is not there and where its original was. Never a broken icon, never a request
 * to somebody else's server.
 */
final class PictureFrames {

    /** What a reader may follow; all else is only shown. */
    private static final Pattern LINK = Pattern.compile("(https?:)?//", Pattern.CASE_INSENSITIVE);

    private static final int SHOWN = 120;
    private static final Set<String> HAVE_THUMBNAILS = Set.of("image/jpeg", "image/png", "image/webp", "image/bmp");

    /** As wide as the text is. */
    private static final String SIZES = "(max-width: 44rem) 100vw, 42rem";

    private final PublicAddresses addresses;
    private final ReaderMessages words;

    PictureFrames(PublicAddresses addresses, ReaderMessages words) {
        this.addresses = addresses;
        this.words = words;
    }

    String html(String html, List<KeptPicture> pictures) {
        return PicturePlaces.rewrite(html, pictures, (place, picture) -> {
            if (!picture.state().hasBytes()) {
                place.replaceWith(note(picture));
            } else if (place.hasAttr("poster")) {
                place.attr("poster", addresses.picture(picture.mediaId()));
            } else {
                show(place, picture, addresses.picture(picture.mediaId()));
            }
        });
    }

    /** Whether the body itself has a place for this picture. */
    static boolean shows(String html, KeptPicture picture) {
        boolean[] found = new boolean[1];
        PicturePlaces.rewrite(html, List.of(picture), (place, same) -> found[0] = true);
        return found[0];
    }

    /** A picture outside of the body, with its sizes. */
    Element alone(KeptPicture picture) {
        Element image = new Element("img")
                .attr(
                        "alt",
                        picture.image().alt() == null ? "" : picture.image().alt());
        sized(image, picture);
        return image;
    }

    private void show(Element place, KeptPicture picture, String address) {
        sized(place, picture);
        place.attr("loading", "lazy");
        if (!place.hasAttr("alt")) {
            place.attr("alt", "");
        }
        if (picture.state() == PictureState.SUSPECT) {
            place.after(new Element("small")
                    .addClass("suspect")
                    .text(words.suspect(Reasons.text(picture.reason(), words))));
        }
        if (place.closest("a") == null) {
            place.wrap("<a class=\"picture\"></a>");
            place.parent().attr("href", address).attr("title", words.fullSize());
            if (place.attr("alt").isBlank()) {
                place.parent().attr("aria-label", words.fullSize());
            }
        }
    }

    private void sized(Element place, KeptPicture picture) {
        String address = addresses.picture(picture.mediaId());
        place.attr("src", address).removeAttr("srcset").attr("decoding", "async");
        Integer width = picture.width();
        if (width == null || picture.height() == null) {
            return;
        }
        place.attr("width", width.toString()).attr("height", picture.height().toString());
        String sizes = PublicAddresses.THUMBNAIL_WIDTHS.stream()
                .filter(thumbnail -> thumbnail < width)
                .map(thumbnail -> addresses.picture(picture.mediaId(), thumbnail) + " " + thumbnail + "w")
                .collect(Collectors.joining(", "));
        if (HAVE_THUMBNAILS.contains(picture.contentType()) && !sizes.isEmpty()) {
            place.attr("srcset", sizes + ", " + address + " " + width + "w").attr("sizes", SIZES);
        }
        String preview = "image/jpeg".equals(picture.contentType()) ? Preview.of(picture.blurHash()) : null;
        if (preview != null) {
            // what shows through a picture would be seen behind it; a JPEG hides its preview
            place.addClass("preview")
                    .attr(
                            "style",
                            Stream.of(place.attr("style"), "background-image: url(" + preview + ")")
                                    .filter(style -> !style.isBlank())
                                    .collect(Collectors.joining("; ")));
        }
    }

    private Element note(KeptPicture picture) {
        Element note = new Element("span").addClass("missing").attr("role", "note");
        String says = picture.state() == PictureState.WAITING
                ? words.waiting()
                : words.lost(Reasons.text(picture.reason(), words));
        note.appendElement("span").text(says);
        String url = picture.image().url();
        if (LINK.matcher(url).lookingAt()) {
            note.appendElement("a")
                    .attr("href", url)
                    .attr("rel", "noopener noreferrer nofollow")
                    .text(words.originalPicture());
        } else {
            note.appendElement("code").text(url.length() > SHOWN ? url.substring(0, SHOWN) + "…" : url);
        }
        return note;
    }
}
