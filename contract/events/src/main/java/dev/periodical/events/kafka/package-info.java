/**
 * How events meet Kafka, once for all: CloudEvents in binary mode, the creation of topics, publishing, and the consuming
 * loop with its dead letters.
 *
 * <p>The services' {@code publish}, {@code intake} and {@code plan} rooms call it. It never decides what an event means and
 * never knows a service.
 */
package dev.periodical.events.kafka;
