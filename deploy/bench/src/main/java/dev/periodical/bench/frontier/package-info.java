/**
 * How long the frontier takes to give out work when a million pictures wait on fifty thousand hosts, and by which plan. Runs
 * media's own migrations and statements on a PostgreSQL of its own.
 */
package dev.periodical.bench.frontier;
