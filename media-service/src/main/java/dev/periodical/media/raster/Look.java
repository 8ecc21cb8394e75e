package dev.periodical.media.raster;

import dev.periodical.media.inspect.Finding;
import java.util.Optional;

/**
 * A glance at a picture's content: one decoding, whatever it is for.
 *
 * @param drawing at most {@link #SIDE} pixels wide and high; {@link Raster#grey} is there for perceptual hashes
 * @param blurHash the BlurHash placeholder, null where there is no raster
 * @param sideways it lies on its side in the file: upright, width and height change places
 */
public record Look(Drawing drawing, String blurHash, boolean sideways) {

    /** Large enough for every hash; with twice that, a JPEG of a megapixel takes a fifth longer. */
    public static final int SIDE = 64;

    static Look at(Drawing drawing, boolean sideways) {
        return new Look(drawing, drawing instanceof Raster raster ? Blur.hash(raster) : null, sideways);
    }

    /** The width of the picture as it is shown; null where its format need not say. */
    public Integer width(Finding.Picture found) {
        return sideways ? found.height() : found.width();
    }

    /** The height likewise. */
    public Integer height(Finding.Picture found) {
        return sideways ? found.width() : found.height();
    }

    /** Empty where the picture can't be decoded. */
    public Optional<Raster> raster() {
        return drawing instanceof Raster raster ? Optional.of(raster) : Optional.empty();
    }
}
