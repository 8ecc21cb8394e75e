/**
 * What ingest takes a second, one document a request and in batches, beside its raw limits in the same run: a producer alone, and
 * an HTTP server that passes bytes on without looking. Starts everything itself and leaves nothing behind.
 */
package dev.periodical.bench.ingest;
