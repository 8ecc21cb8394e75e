/**
 * Whether a URL, and each address it resolves to, may be fetched at all: law 5 as a pure function.
 *
 * <p>Whoever is about to open a connection must ask here: for the URL first, for the whole DNS answer next, and for
 * every redirect hop anew. Anybody may call. This package knows the JDK and the contract's
 * {@link dev.periodical.events.FailureReason}; it must never resolve a name, open a socket, or trust the JDK's own URL
 * parsers and address predicates, which read more than they should ({@code 127.1}, {@code 0x7f000001}).
 */
package dev.periodical.outbound.guard;
