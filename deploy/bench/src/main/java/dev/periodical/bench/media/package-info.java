/**
 * How many pictures media keeps and serves a second, beside the raw limits in the same run: the same bytes by plain GET, by
 * plain S3 put, and by a bare loop of fetch, digest and put. Starts everything itself and leaves nothing behind.
 */
package dev.periodical.bench.media;
