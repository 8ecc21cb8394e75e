package dev.periodical.content.export;

import dev.periodical.content.article.ArticleLibrary;
import dev.periodical.content.article.ArticleLists;
import dev.periodical.content.article.ArticleQuery;
import dev.periodical.content.article.FoundArticle;
import dev.periodical.content.article.KeptArticle;
import dev.periodical.database.DatabaseWork;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/** The articles that a query means, whole, one after the other: read when they are asked for, a page of places at a time. */
@ApplicationScoped
class Selected {

    private static final int PAGE = 50;

    private final ArticleLists lists;
    private final ArticleLibrary library;
    private final DatabaseWork database;

    Selected(ArticleLists lists, ArticleLibrary library, DatabaseWork database) {
        this.lists = lists;
        this.library = library;
        this.database = database;
    }

    Multi<KeptArticle> articles(ArticleQuery query) {
        return Multi.createBy()
                .repeating()
                .uni(() -> new AtomicReference<>(query), this::page)
                .whilst(page -> page.size() == PAGE)
                .onItem()
                .transformToMultiAndConcatenate(page -> Multi.createFrom().iterable(page))
                .onItem()
                .transformToUniAndConcatenate(found ->
                        database.apart(() -> library.find(found.summary().id(), query.restricted())));
    }

    private Uni<List<FoundArticle>> page(AtomicReference<ArticleQuery> next) {
        return database.apart(() -> lists.page(next.get(), PAGE)).invoke(page -> {
            if (!page.isEmpty()) {
                next.set(next.get().behind(page.get(page.size() - 1).place()));
            }
        });
    }
}
