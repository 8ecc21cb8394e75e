package dev.periodical.media.inspect;

import dev.periodical.events.FailureReason;
import dev.periodical.media.inspect.Finding.NoPicture;
import java.util.Optional;

/** A picture's size and frames as they become known, held against the policy. */
final class Canvas {

    private final InspectPolicy policy;
    private long width;
    private long height;
    private long frames;

    Canvas(InspectPolicy policy) {
        this.policy = policy;
    }

    /** The picture is at least so large; of several sizes the largest area counts. */
    Optional<NoPicture> size(long w, long h) {
        if (w <= 0 || h <= 0) {
            return no(FailureReason.DAMAGED, "a picture of " + w + "×" + h + " pixels");
        }
        if (w > policy.maxPixels() / h) {
            return no(FailureReason.TOO_MANY_PIXELS, w + "×" + h + " pixels");
        }
        if (w * h > width * height) {
            width = w;
            height = h;
        }
        return Optional.empty();
    }

    Optional<NoPicture> frame() {
        frames++;
        if (frames > policy.maxFrames() || frames > policy.maxFramePixels() / Math.max(1, width * height)) {
            return no(
                    FailureReason.TOO_MANY_PIXELS, "more than " + (frames - 1) + " frames of " + width + "×" + height);
        }
        return Optional.empty();
    }

    boolean known() {
        return width > 0;
    }

    boolean animated() {
        return frames > 1;
    }

    /** The finished picture, unless it is one of the single pixels by which readers are counted. */
    Finding picture(MediaFormat format, boolean sequence) {
        if (width == 1 && height == 1) {
            return new NoPicture(FailureReason.TRACKING_PIXEL, "a single pixel");
        }
        return known()
                ? new Finding.Picture(format, (int) width, (int) height, sequence || animated(), false)
                : new Finding.Picture(format, null, null, sequence || animated(), false);
    }

    private static Optional<NoPicture> no(FailureReason reason, String detail) {
        return Optional.of(new NoPicture(reason, detail));
    }
}
