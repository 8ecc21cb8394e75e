package dev.periodical.media.desk;

import dev.periodical.desk.ConsumerState;
import dev.periodical.media.frontier.FrontierFigures.Figures;
import dev.periodical.media.frontier.FrontierFigures.Kept;
import dev.periodical.media.frontier.HostView;
import dev.periodical.media.frontier.PictureView;
import java.util.List;

/**
 * All that the page shows.
 *
 * @param frontier null, as all that follows but the last, while the database does not answer
 * @param latest pictures that could not be had, the latest planned first
 * @param resting hosts that rest
 */
record MediaFigures(
        Figures frontier, Kept kept, List<PictureView> latest, List<HostView> resting, ConsumerState consumer) {}
