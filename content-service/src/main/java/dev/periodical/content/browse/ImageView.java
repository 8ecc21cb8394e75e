package dev.periodical.content.browse;

import dev.periodical.content.article.KeptPicture;
import dev.periodical.events.Image;
import dev.periodical.http.PublicAddresses;

/**
 * A picture of an article, as answered.
 *
 * @param ref the image ref
 * @param url the address as written in the document
 * @param role {@code cover}, {@code thumbnail}, {@code inline} or {@code poster}
 * @param alt its text alternative, or null
 * @param state {@code waiting}, {@code stored}, {@code suspect}, {@code failed} or {@code refused}
 * @param mediaId SHA-256 of the kept bytes, or null
 * @param kept where the kept bytes are served, or null
 * @param width real width, else the document's hint, else null
 * @param height real height, else the document's hint, else null
 * @param blurHash a BlurHash, or null
 * @param origin the address that answered, or the last one tried, or null
 * @param reason why it is suspect, failed or refused, or null
 */
public record ImageView(
        String ref,
        String url,
        Image.Role role,
        String alt,
        String state,
        String mediaId,
        String kept,
        Integer width,
        Integer height,
        String blurHash,
        String origin,
        String reason) {

    static ImageView of(KeptPicture picture, PublicAddresses addresses) {
        Image image = picture.image();
        return new ImageView(
                image.ref(),
                image.url(),
                image.role(),
                image.alt(),
                picture.state().code(),
                picture.mediaId(),
                picture.mediaId() == null ? null : addresses.picture(picture.mediaId()),
                picture.width() == null ? image.width() : picture.width(),
                picture.height() == null ? image.height() : picture.height(),
                picture.blurHash(),
                picture.origin(),
                picture.reason());
    }
}
