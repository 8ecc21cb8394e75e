/**
 * The door for people: server-rendered pages that show articles with their kept pictures, and say of the others why not.
 *
 * <p>Nobody calls it. A page never makes a browser ask a third party for anything.
 */
package dev.periodical.content.reader;
