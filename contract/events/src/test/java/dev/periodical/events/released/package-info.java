/** Proves that neighbouring releases understand each other: what was written stays readable, what will be written is borne. */
package dev.periodical.events.released;
