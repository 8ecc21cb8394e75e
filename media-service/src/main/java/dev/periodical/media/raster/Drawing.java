package dev.periodical.media.raster;

/** What decoding came to. */
public sealed interface Drawing permits Raster, Drawing.None {

    /**
     * No raster.
     *
     * @param why for people: the format can't be read here, the bytes are broken, or the picture is too large to be decoded
     */
    record None(String why) implements Drawing {}
}
