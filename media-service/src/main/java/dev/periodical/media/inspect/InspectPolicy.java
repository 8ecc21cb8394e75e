package dev.periodical.media.inspect;

/**
 * How much is too much.
 *
 * @param maxBytes of the whole picture
 * @param maxPixels width × height of the canvas, and of one frame
 * @param maxFrames of an animation
 * @param maxFramePixels frames × canvas of an animation: what a viewer would have to draw
 */
public record InspectPolicy(long maxBytes, long maxPixels, int maxFrames, long maxFramePixels) {

    /** 64 MiB, 50 megapixels, 10,000 frames, 1,000 megapixels over all frames. */
    public static InspectPolicy standard() {
        return new InspectPolicy(64L << 20, 50_000_000L, 10_000, 1_000_000_000L);
    }
}
