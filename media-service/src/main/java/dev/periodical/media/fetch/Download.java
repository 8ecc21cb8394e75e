package dev.periodical.media.fetch;

import dev.periodical.media.inspect.Finding;
import java.nio.file.Path;

/**
 * A picture's bytes, still in a temporary file that whoever gets this deletes.
 *
 * @param url the address that answered, after redirects; the head of one that holds the bytes itself
 * @param address what was connected to, null where nothing was
 * @param status the HTTP status, null likewise
 * @param file the bytes
 * @param size how many
 * @param sha256 their digest
 * @param picture what they are
 */
record Download(
        String url, String address, Integer status, Path file, long size, String sha256, Finding.Picture picture) {

    /** The address that answered, null where the bytes were in the address. */
    String origin() {
        return address == null ? null : url;
    }
}
