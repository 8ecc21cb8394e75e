/**
 * The kept pictures' bytes, read from the bucket by their media id, where an operator lets this service read it.
 *
 * <p>Export calls it. It never writes, lists or removes: the bucket is media-service's, and all that is known of it here is
 * what the contract says, that the bytes of a media id never change and lie under that very name.
 */
package dev.periodical.content.bucket;
