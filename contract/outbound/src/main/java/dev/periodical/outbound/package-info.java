/**
 * Requests to addresses that strangers name: each is judged, its name resolved once, and only the judged address connected to
 * (law 5).
 *
 * <p>Whoever asks something of a URL that came from outside goes through here: the fetching of pictures, the delivery of
 * webhooks. It follows no redirect by itself, reads no body and keeps nothing; it must never connect to a name, and it knows no
 * service, no table and no door.
 */
package dev.periodical.outbound;
