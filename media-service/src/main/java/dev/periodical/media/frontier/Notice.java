package dev.periodical.media.frontier;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;

/**
 * A known notice: what a host shows instead of a picture.
 *
 * @param name of the operator's choice
 * @param sha256 of its bytes, or null
 * @param dhash the look of it, 16 hex digits, or null
 * @param addedAt null for one of the configuration
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Notice(String name, String sha256, String dhash, Instant addedAt) {}
