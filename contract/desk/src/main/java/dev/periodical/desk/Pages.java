package dev.periodical.desk;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** The pages that every desk has. */
@CheckedTemplate(basePath = "desk")
final class Pages {

    private Pages() {}

    static native TemplateInstance enter(Frame frame, boolean refused);
}
