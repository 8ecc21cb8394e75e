/**
 * Fetches: claims hosts from the frontier, climbs each picture's ladder, and settles what came of it.
 *
 * <p>Nobody calls it. Every address it connects to was judged by the guard and is the very one that was judged (law 5); what
 * it keeps was judged by its bytes (law 6). It must never hold a whole picture in memory.
 */
package dev.periodical.media.fetch;
