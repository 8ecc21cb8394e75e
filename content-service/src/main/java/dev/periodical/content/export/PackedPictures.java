package dev.periodical.content.export;

import java.util.Map;

/**
 * What becomes of an article's pictures in a local document.
 *
 * @param links where each kept picture is, by the address as written: in the tree, or at media-service
 * @param files the pictures that the tree must have, by their link
 * @param missing how many are at media-service only, or nowhere
 */
record PackedPictures(Map<String, String> links, Map<String, File> files, long missing) {

    /** Where no picture is packed or linked. */
    static final PackedPictures NONE = new PackedPictures(Map.of(), Map.of(), 0);

    /** A picture's bytes. */
    record File(String mediaId, long size) {}
}
