package dev.periodical.media.fetch;

import dev.periodical.media.inspect.Finding;
import java.nio.file.Path;

/**
 * A picture's bytes, still in a temporary file that whoever gets this deletes.
 *
 * @param url the address that answered, after redirects
 * @param address what was connected to
 * @param status the HTTP status
 * @param file the bytes
 * @param size how many
 * @param sha256 their digest
 * @param picture what they are
 */
record Download(String url, String address, int status, Path file, long size, String sha256, Finding.Picture picture) {}
