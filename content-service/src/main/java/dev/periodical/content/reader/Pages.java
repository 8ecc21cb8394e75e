package dev.periodical.content.reader;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** The pages' templates, checked against their parameters by the build. */
@CheckedTemplate(basePath = "reader")
final class Pages {

    private Pages() {}

    static native TemplateInstance list(Frame frame, ListPage page);

    static native TemplateInstance article(Frame frame, ArticlePage article);

    static native TemplateInstance history(Frame frame, HistoryPage page);

    static native TemplateInstance missing(Frame frame, String id);
}
