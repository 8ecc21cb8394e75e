package dev.periodical.media.inspect;

import dev.periodical.events.FailureReason;

/** What the bytes turned out to be. */
public sealed interface Finding {

    /**
     * A whole picture of a known format.
     *
     * @param width in pixels; null when the format need not say (SVG, some HEIC)
     * @param height in pixels; null likewise
     * @param animated has more than one frame, or declares itself a sequence
     * @param scripted an SVG that could run script or pull in foreign documents if it were opened as a page
     */
    record Picture(MediaFormat format, Integer width, Integer height, boolean animated, boolean scripted)
            implements Finding {}

    /**
     * Nothing to keep.
     *
     * @param reason TRUNCATED when the bytes end before the structure does: whoever knows that all the declared bytes
     *     arrived may call that DAMAGED
     * @param detail for people
     */
    record NoPicture(FailureReason reason, String detail) implements Finding {}
}
