package dev.periodical.ingest.submission;

import dev.periodical.events.Article;
import dev.periodical.ingest.article.Warning;
import java.util.List;

/** What ingest would publish, and what it would say: {@code POST /articles/validate}. */
public record Validated(Article article, List<Warning> warnings) {}
