/**
 * A real Kafka broker, PostgreSQL and S3 server in one JVM, started from Maven artifacts, for machines without a
 * container engine.
 *
 * <p>{@link dev.periodical.backing.Main} is that JVM's program; {@link dev.periodical.backing.BackingServices} starts it as
 * a child and is what tests hold. The client needs the JDK alone, so it can live on any class path; the servers live on
 * the child's own. This package must never know one of Periodical's services: names of databases and of the bucket come
 * from the caller.
 */
package dev.periodical.backing;
