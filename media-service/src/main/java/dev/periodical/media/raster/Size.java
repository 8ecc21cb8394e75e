package dev.periodical.media.raster;

/** The most pixels that are wanted of an upright picture, in either direction. */
public record Size(int width, int height) {

    public Size {
        if (width < 1 || height < 1) {
            throw new IllegalArgumentException(width + "×" + height);
        }
    }

    /** The factor, at most 1, by which a picture of this size fits. */
    double scale(int fromWidth, int fromHeight) {
        return Math.min(1, Math.min((double) width / fromWidth, (double) height / fromHeight));
    }
}
