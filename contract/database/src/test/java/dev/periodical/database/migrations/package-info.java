/** Holds the suite's migrations to what lets neighbouring releases run side by side. Knows no table. */
package dev.periodical.database.migrations;
