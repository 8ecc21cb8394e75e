/**
 * Copies what Periodical keeps (both databases, every picture) to another bucket, and back. Run as a Job, or by hand; it
 * holds no state of its own. A backup is whole or it is none: its last object says so. It must never change the databases or
 * the bucket that it reads, and never restore over anything that it was not told to replace.
 */
package dev.periodical.backup;
