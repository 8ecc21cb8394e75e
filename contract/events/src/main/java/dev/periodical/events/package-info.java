/**
 * What crosses between the services, in words and shapes: the events, the identities they are about, the topics they
 * travel on.
 *
 * <p>Every service may call this package, and so may any program that consumes the topics. It knows the JDK and Jackson's
 * annotations alone; it must never know a service, a broker client or a framework. How events meet Kafka is the business
 * of {@link dev.periodical.events.kafka}.
 */
package dev.periodical.events;
