/**
 * The bytes: pictures in an S3 bucket, each under the SHA-256 of its bytes, so the same bytes are there once.
 *
 * <p>The fetch room puts, the serve room opens. Uses plain S3 calls only, so that any store serves; must never know why a
 * picture is kept.
 */
package dev.periodical.media.store;
