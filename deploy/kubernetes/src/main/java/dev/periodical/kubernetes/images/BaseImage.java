package dev.periodical.kubernetes.images;

import com.google.cloud.tools.jib.api.ImageReference;
import com.google.cloud.tools.jib.api.InvalidImageReferenceException;
import com.google.cloud.tools.jib.api.Jib;
import com.google.cloud.tools.jib.api.JibContainerBuilder;
import com.google.cloud.tools.jib.api.TarImage;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The image below ours: a Java runtime (17 or newer) whose {@code java} its {@code PATH} finds.
 *
 * @param written {@code tar:FILE} (docker or OCI layout, no registry needed) or a reference such as
 *     {@code eclipse-temurin:17-jre}, which a registry serves
 */
record BaseImage(String written) {

    private static final String TAR = "tar:";

    /**
     * Begins an image on this base.
     *
     * @throws IllegalArgumentException when the file is not there or the reference is none
     */
    JibContainerBuilder begin() {
        if (local()) {
            var file = Path.of(written.substring(TAR.length())).toAbsolutePath();
            if (!Files.isRegularFile(file)) {
                throw new IllegalArgumentException("--base " + written + ": no such file");
            }
            return Jib.from(TarImage.at(file));
        }
        try {
            return Jib.from(ImageReference.parse(written));
        } catch (InvalidImageReferenceException wrong) {
            throw new IllegalArgumentException(
                    "--base " + written + " is neither tar:FILE nor an image reference", wrong);
        }
    }

    /** Whether no registry is asked for it. */
    boolean local() {
        return written.startsWith(TAR);
    }
}
