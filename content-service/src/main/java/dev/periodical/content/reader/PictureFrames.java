package dev.periodical.content.reader;

import dev.periodical.content.article.KeptPicture;
import dev.periodical.content.article.PicturePlaces;
import dev.periodical.content.article.PictureState;
import dev.periodical.http.PublicAddresses;
import java.util.List;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/**
 * An article's pictures on its page: the kept ones in their places, and in the place of each other one a framed note that
 * says why it is not there and where its original was. Never a broken icon, never a request to somebody else's server.
 */
final class PictureFrames {

    /** What a reader may follow; all else is only shown. */
    private static final Pattern LINK = Pattern.compile("(https?:)?//", Pattern.CASE_INSENSITIVE);

    private static final int SHOWN = 120;

    private PictureFrames() {}

    static String html(String html, List<KeptPicture> pictures, PublicAddresses addresses) {
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

    private static void show(Element place, KeptPicture picture, String address) {
        place.attr("src", address).removeAttr("srcset").attr("loading", "lazy");
        if (!place.hasAttr("alt")) {
            place.attr("alt", "");
        }
        if (picture.width() != null && picture.height() != null) {
            place.attr("width", picture.width().toString())
                    .attr("height", picture.height().toString());
        }
        if (picture.state() == PictureState.SUSPECT) {
            place.after(new Element("small").addClass("suspect").text("这张图片可能不是原图：" + Reasons.text(picture.reason())));
        }
    }

    private static Element note(KeptPicture picture) {
        Element note = new Element("span").addClass("missing").attr("role", "note");
        String says = picture.state() == PictureState.WAITING
                ? "图片正在保存，请稍后再看。"
                : "这张图片没能保存下来：" + Reasons.text(picture.reason());
        note.appendElement("span").text(says);
        String url = picture.image().url();
        if (LINK.matcher(url).lookingAt()) {
            note.appendElement("a")
                    .attr("href", url)
                    .attr("rel", "noopener noreferrer nofollow")
                    .text("原图地址");
        } else {
            note.appendElement("code").text(url.length() > SHOWN ? url.substring(0, SHOWN) + "…" : url);
        }
        return note;
    }
}
