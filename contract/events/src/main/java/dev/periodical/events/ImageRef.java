package dev.periodical.events;

/** The name of a picture before anybody has seen its bytes: SHA-256 of its URL as written. */
public final class ImageRef {

    private ImageRef() {}

    public static String of(String urlAsWritten) {
        return Sha256.hex(urlAsWritten);
    }
}
