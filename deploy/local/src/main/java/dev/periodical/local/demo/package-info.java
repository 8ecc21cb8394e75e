/**
 * The demonstration: sample articles in the shape that syndication leaves them in, the image hosts their pictures come
 * from, and the posting of documents, the samples or the user's own.
 *
 * <p>The launcher calls it. It speaks to the services over HTTP like any client and must never know how they are run.
 */
package dev.periodical.local.demo;
