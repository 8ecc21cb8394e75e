package dev.periodical.media.inspect;

/** The formats that are kept as pictures. */
public enum MediaFormat {
    PNG("image/png", "png"),
    JPEG("image/jpeg", "jpg"),
    GIF("image/gif", "gif"),
    WEBP("image/webp", "webp"),
    AVIF("image/avif", "avif"),
    HEIC("image/heic", "heic"),
    BMP("image/bmp", "bmp"),
    ICO("image/vnd.microsoft.icon", "ico"),
    SVG("image/svg+xml", "svg");

    private final String contentType;
    private final String extension;

    MediaFormat(String contentType, String extension) {
        this.contentType = contentType;
        this.extension = extension;
    }

    /** As registered with IANA. */
    public String contentType() {
        return contentType;
    }

    /** For file names, without the dot. */
    public String extension() {
        return extension;
    }
}
