/**
 * From an image URL as written to the URLs worth trying: the origin behind CORS workers, image proxies, caches and CDNs
 * first, each wrapper after it, the URL as written last.
 *
 * <p>One table row ({@link dev.periodical.media.unwrap.FamilyRule}) or one small class per family of wrappers; the first
 * that matches wins. {@code plan} may call; operators add rows as
 * {@code periodical.unwrap.families}, which are asked before the built-in ones. Knows the JDK alone, reads text alone: it must never fetch, resolve, judge
 * whether a URL is allowed (that is the guard's, for every candidate), or repair what the guard would refuse.
 */
package dev.periodical.media.unwrap;
