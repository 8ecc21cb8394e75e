/**
 * What bytes are, whatever anybody declared: law 6. Type by magic bytes, size from headers, structure followed to its
 * end, caps enforced while the bytes pass.
 *
 * <p>Whoever moves picture bytes ({@code fetch}, {@code store}, {@code serve} for bytes given by hand) may call. Knows the
 * JDK and the contract's {@link dev.periodical.events.FailureReason}; keeps at most 64 KiB of a picture whatever its size;
 * it must never decode pixels, expand anything compressed, or see a URL or a header.
 */
package dev.periodical.media.inspect;
