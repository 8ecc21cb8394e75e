package dev.periodical.kubernetes.images;

import com.google.cloud.tools.jib.api.buildplan.FileEntriesLayer;
import java.util.List;
import java.util.Map;

/**
 * One image above its base.
 *
 * @param name repository's last part, such as {@code ingest-service}
 * @param title for people
 * @param layers what seldom changes first, so that a code change moves only the last
 * @param entrypoint the program and its flags, found on the base's {@code PATH}; never a shell
 * @param environment added to the base's
 */
record Recipe(
        String name,
        String title,
        List<FileEntriesLayer> layers,
        List<String> entrypoint,
        Map<String, String> environment) {}
