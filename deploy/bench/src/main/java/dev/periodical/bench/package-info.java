/**
 * Measurements of the running suite, each beside its raw limit in the same run: figures of different machines, or of one machine
 * at different times, do not compare. Run by people, never by the build. It speaks to the services like any client and must
 * never know how they are made.
 */
package dev.periodical.bench;
