package dev.periodical.desk;

import io.quarkus.qute.TemplateExtension;
import java.time.Instant;
import java.time.ZoneId;

/** How templates show moments and sizes. */
@TemplateExtension
public final class Shown {

    private Shown() {}

    public static ShownTime in(Instant instant, ZoneId zone) {
        return ShownTime.of(instant, zone);
    }

    public static String bytes(Long size) {
        return Bytes.shown(size);
    }
}
