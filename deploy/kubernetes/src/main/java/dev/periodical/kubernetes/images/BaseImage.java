package dev.periodical.kubernetes.images;

import com.google.cloud.tools.jib.api.ImageReference;
import com.google.cloud.tools.jib.api.InvalidImageReferenceException;
import com.google.cloud.tools.jib.api.Jib;
import com.google.cloud.tools.jib.api.JibContainerBuilder;
import com.google.cloud.tools.jib.api.TarImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The image below ours: a Java runtime (17 or newer) whose {@code java} its {@code PATH} finds.
 *
 * @param written {@code tar:FILE} ({@code docker save}'s layout, no registry needed) or a reference such as
 *     {@code eclipse-temurin:17-jre}, which a registry serves
 * @param file the tar, if it is one
 * @param reference the reference, if it is one
 */
record BaseImage(String written, Optional<Path> file, Optional<ImageReference> reference) {

    private static final String TAR = "tar:";

    /**
     * Reads what the option says.
     *
     * @throws IllegalArgumentException when there is no such file or the reference is none
     */
    static BaseImage parse(String written) {
        if (written.startsWith(TAR)) {
            var file = Path.of(written.substring(TAR.length())).toAbsolutePath();
            if (!Files.isRegularFile(file)) {
                throw new IllegalArgumentException("--base " + written + ": no such file");
            }
            return new BaseImage(written, Optional.of(file), Optional.empty());
        }
        try {
            return new BaseImage(written, Optional.empty(), Optional.of(ImageReference.parse(written)));
        } catch (InvalidImageReferenceException wrong) {
            throw new IllegalArgumentException(
                    "--base " + written + " is neither tar:FILE nor an image reference", wrong);
        }
    }

    /** Begins an image on this base. */
    JibContainerBuilder begin() {
        return local() ? Jib.from(TarImage.at(file.get())) : Jib.from(reference.get());
    }

    /** Whether no registry is asked for it. */
    boolean local() {
        return file.isPresent();
    }
}
