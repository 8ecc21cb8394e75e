package dev.periodical.ingest.article;

import dev.periodical.events.Body;

/**
 * A document as somebody submits it.
 *
 * @param text the whole document
 * @param kind what the body is written in; null: the body itself decides, which is right for Hexo documents, whatever
 *     their media type, because Hexo posts of HTML travel as Markdown
 * @param key the client's own key, null where it gives none
 * @param name the file's name or path, null where it has none; a date in it counts where the document states none
 * @param base the absolute URL against which relative addresses are resolved, null for the article's own link
 * @param strict whether a document that needs repair is refused
 */
public record Submission(String text, Body.Kind kind, String key, String name, String base, boolean strict) {}
