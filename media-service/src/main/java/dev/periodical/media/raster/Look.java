package dev.periodical.media.raster;

import java.util.Optional;

/**
 * A glance at a picture's content: one decoding, whatever it is for.
 *
 * @param drawing at most {@link #SIDE} pixels wide and high; {@link Raster#grey} is there for perceptual hashes
 * @param blurHash the BlurHash placeholder, null where there is no raster
 */
public record Look(Drawing drawing, String blurHash) {

    /** Large enough for every hash. */
    public static final int SIDE = 128;

    static Look at(Drawing drawing) {
        return new Look(drawing, drawing instanceof Raster raster ? Blur.hash(raster) : null);
    }

    /** Empty where the picture can't be decoded. */
    public Optional<Raster> raster() {
        return drawing instanceof Raster raster ? Optional.of(raster) : Optional.empty();
    }
}
