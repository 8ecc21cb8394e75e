package dev.periodical.content.reader;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;

/** The pages' templates, checked against their parameters by the build. */
@CheckedTemplate(basePath = "reader")
final class Pages {

    private Pages() {}

    static native TemplateInstance list(List<ListEntry> entries, String next, boolean continued);

    static native TemplateInstance article(ArticlePage article);

    static native TemplateInstance missing(String id);
}
