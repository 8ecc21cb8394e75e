package dev.periodical.ingest.batch;

/**
 * How a batch is cut.
 *
 * @param maxBytes the largest item
 * @param drafts whether a tree's drafts are posts too
 */
public record BatchRules(int maxBytes, boolean drafts) {}
