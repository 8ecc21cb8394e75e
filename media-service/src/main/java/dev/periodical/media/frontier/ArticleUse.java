package dev.periodical.media.frontier;

import java.time.Instant;
import java.util.List;

/**
 * Which pictures an article shows from some time on.
 *
 * @param articleId the article
 * @param eventTime when it came to show them; of two uses of one article the later holds
 * @param eventId decides between equal times
 * @param pictures what it shows; empty once it is withdrawn
 */
public record ArticleUse(String articleId, Instant eventTime, String eventId, List<PlannedPicture> pictures) {}
