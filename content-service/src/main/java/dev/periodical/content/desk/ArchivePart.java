package dev.periodical.content.desk;

import dev.periodical.content.article.ArchiveFigures.Figures;
import dev.periodical.content.article.PictureState;
import dev.periodical.desk.Bytes;
import dev.periodical.desk.HourChart;

/**
 * The archive's figures as the page shows them.
 *
 * @param lost pictures that failed or were refused
 */
record ArchivePart(
        long articles,
        long withdrawn,
        long revisions,
        String size,
        long kept,
        long waiting,
        long suspect,
        long lost,
        HourChart arrivals) {

    /** @return null while the database does not answer */
    static ArchivePart of(Figures figures, HourChart arrivals) {
        return figures == null
                ? null
                : new ArchivePart(
                        figures.articles(),
                        figures.withdrawn(),
                        figures.revisions(),
                        Bytes.shown(figures.bytes()),
                        pictures(figures, PictureState.STORED),
                        pictures(figures, PictureState.WAITING),
                        pictures(figures, PictureState.SUSPECT),
                        pictures(figures, PictureState.FAILED) + pictures(figures, PictureState.REFUSED),
                        arrivals);
    }

    private static long pictures(Figures figures, PictureState state) {
        return figures.pictures().getOrDefault(state, 0L);
    }
}
