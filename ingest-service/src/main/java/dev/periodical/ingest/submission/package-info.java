/**
 * The HTTP door: takes a document or an article, has it read, has it published, and answers.
 *
 * <p>Nobody calls it. It bounds what is taken at once; it must never parse a document itself.
 */
package dev.periodical.ingest.submission;
