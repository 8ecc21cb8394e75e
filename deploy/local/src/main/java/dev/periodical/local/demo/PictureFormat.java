package dev.periodical.local.demo;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What the demo's hosts can paint. */
enum PictureFormat {
    PNG,
    JPG,
    GIF;

    /** The format a path's suffix names, if it names one. */
    static Optional<PictureFormat> of(String path) {
        return Arrays.stream(values())
                .filter(format -> path.endsWith("." + format.imageIoName()))
                .findFirst();
    }

    String imageIoName() {
        return name().toLowerCase(Locale.ROOT);
    }

    String mediaType() {
        return this == JPG ? "image/jpeg" : "image/" + imageIoName();
    }
}
