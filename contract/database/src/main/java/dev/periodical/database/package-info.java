/**
 * What every service with a database shares: work in
 * contexts of its own, rows by the batch, which failures pass, and how a door says so.
 *
 * <p>The rooms that talk to PostgreSQL call it. It never knows a table or an event.
 */
package dev.periodical.database;
