package dev.periodical.content.desk;

import dev.periodical.content.article.ArchiveFigures.Figures;
import dev.periodical.desk.ConsumerState;

/**
 * All that the page shows.
 *
 * @param archive null while the database does not answer
 */
record ContentFigures(Figures archive, ConsumerState consumer) {}
