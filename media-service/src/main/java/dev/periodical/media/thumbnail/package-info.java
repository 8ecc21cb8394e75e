/**
 * Smaller copies of kept pictures: made when one is first asked for, kept beside the pictures, and never told to anybody: what
 * is derived is no fact.
 *
 * <p>The serve room asks for them, the collect room removes them with their picture. It must never touch a picture's own
 * bytes.
 */
package dev.periodical.media.thumbnail;
