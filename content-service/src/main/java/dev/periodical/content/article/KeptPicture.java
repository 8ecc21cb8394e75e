package dev.periodical.content.article;

import dev.periodical.events.Image;

/**
 * A picture of an article with what became of it.
 *
 * @param image the picture as the article has it
 * @param state what became of it
 * @param mediaId its address at media-service, null while there are no bytes
 * @param contentType the type of the bytes, or null
 * @param width real width in pixels, or null
 * @param height real height in pixels, or null
 * @param blurHash a BlurHash, or null
 * @param origin the URL that answered, or the last one tried, or null
 * @param reason why it is suspect, failed or refused, or null
 */
public record KeptPicture(
        Image image,
        PictureState state,
        String mediaId,
        String contentType,
        Integer width,
        Integer height,
        String blurHash,
        String origin,
        String reason) {

    static KeptPicture of(Image image, PictureRow row) {
        if (row == null) {
            return new KeptPicture(image, PictureState.WAITING, null, null, null, null, null, null, null);
        }
        return new KeptPicture(
                image,
                PictureState.ofCode(row.state, row.mediaId != null),
                row.mediaId,
                row.contentType,
                row.width,
                row.height,
                row.blurHash,
                row.origin,
                row.reason);
    }
}
