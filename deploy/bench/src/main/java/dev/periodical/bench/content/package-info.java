/**
 * What content takes in a second, beside what PostgreSQL takes of the same rows by plain JDBC, and how fast it answers from an
 * archive of any size. Starts everything itself and leaves nothing behind. It knows content's tables, to fill them faster than
 * intake would; what it measures goes through Kafka and HTTP alone.
 */
package dev.periodical.bench.content;
