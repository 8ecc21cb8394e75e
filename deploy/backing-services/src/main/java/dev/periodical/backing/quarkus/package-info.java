/**
 * The backing services as a Quarkus test resource. Tests of Quarkus services call it through {@code @QuarkusTestResource}
 * or {@code @WithTestResource}; nothing else in this module may know Quarkus.
 */
package dev.periodical.backing.quarkus;
