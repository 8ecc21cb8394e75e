package dev.periodical.content.article;

import java.util.UUID;

/**
 * What one sees of an article before reading it.
 *
 * @param beginning of its text, null where the text has not been read yet
 * @param mediaId of the first of its pictures that is kept and sound, or null
 * @param blurHash of that picture, or null
 */
public record Face(UUID id, String beginning, String mediaId, String blurHash) {}
