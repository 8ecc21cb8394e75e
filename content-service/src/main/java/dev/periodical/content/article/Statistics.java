package dev.periodical.content.article;

import java.util.List;
import java.util.Map;

/**
 * The archive in numbers.
 *
 * @param pictures of these articles, each once, by state
 * @param days the latest first
 */
public record Statistics(long articles, long revisions, Map<String, Long> pictures, List<Day> days) {

    /**
     * A day in the readers' zone.
     *
     * @param published how many articles stand under it in lists
     * @param ingested how many were first accepted then
     */
    public record Day(String day, long published, long ingested) {}
}
