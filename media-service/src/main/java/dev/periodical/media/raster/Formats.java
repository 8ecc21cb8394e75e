package dev.periodical.media.raster;

import com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi;
import dev.periodical.media.inspect.MediaFormat;
import java.io.IOException;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;

/** Which reader is for which format, and what it holds in memory besides what was asked of it. */
final class Formats {

    private static final long MOST_WEBP = 4_000_000;

    private Formats() {}

    /**
     * Empty for what can't be decoded here: SVG, AVIF, HEIC, ICO. By the format that inspection found, never by another look at
     * the bytes; WebP's by its name, for what is registered depends on who asked first.
     */
    static Optional<ImageReader> reader(MediaFormat format) throws IOException {
        return switch (format) {
            case PNG, JPEG, GIF, BMP ->
                Optional.of(
                        ImageIO.getImageReadersByFormatName(format.extension()).next());
            case WEBP -> Optional.of(new WebPImageReaderSpi().createReaderInstance(null));
            default -> Optional.empty();
        };
    }

    /**
     * Bytes for each pixel of the whole picture, subsampled or not. JPEG: a progressive one's coefficients. WebP: the frame and
     * its macroblocks. BMP: what is run-length encoded is unpacked whole. GIF and PNG go by the row.
     */
    static int bytesPerPixel(MediaFormat format) {
        return switch (format) {
            case JPEG -> 6;
            case WEBP -> 6;
            case BMP -> 4;
            default -> 0;
        };
    }

    /** The WebP reader takes up to 3 s a megapixel (lossless noise, 2 GHz), the JDK's own a twentieth. */
    static long mostPixels(MediaFormat format) {
        return format == MediaFormat.WEBP ? MOST_WEBP : Long.MAX_VALUE;
    }
}
