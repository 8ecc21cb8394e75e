package dev.periodical.media.desk;

import dev.periodical.desk.ConsumerState;
import dev.periodical.desk.Frame;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** The page's template, checked against its parameters by the build. */
@CheckedTemplate(basePath = "media-desk")
final class Pages {

    private Pages() {}

    static native TemplateInstance page(Frame frame, ConsumerState consumer, PicturesPart pictures);
}
