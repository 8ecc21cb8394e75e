package dev.periodical.kubernetes.images;

import com.google.cloud.tools.jib.api.ImageReference;
import com.google.cloud.tools.jib.api.InvalidImageReferenceException;
import com.google.cloud.tools.jib.api.buildplan.Platform;
import java.util.List;
import java.util.Optional;

/**
 * What the command line asks for, checked before anything is made.
 *
 * @param base the image below
 * @param platforms what to make images for
 * @param pushed whether they go to a registry
 */
record Order(BaseImage base, List<Platform> platforms, boolean pushed) {

    private static final String USUAL = "linux/amd64";

    /**
     * Checks the options against one another.
     *
     * @param platforms none: the base's
     * @param registry null: no registry
     * @throws IllegalArgumentException saying which option is wrong
     */
    static Order of(String base, List<String> platforms, String tag, String registry) {
        var wanted = platforms.stream().map(Platforms::parse).toList();
        if (!ImageReference.isValidTag(tag)) {
            throw new IllegalArgumentException("--tag " + tag + " is no image's tag");
        }
        if (registry != null && !valid(registry + "/x")) {
            throw new IllegalArgumentException("--push " + registry + " is not of the form registry.example/path");
        }
        var image = BaseImage.parse(base);
        if (wanted.size() > 1 && (registry == null || image.local())) {
            throw new IllegalArgumentException("--platform: several need --push and a registry's base");
        }
        image.file().map(file -> BaseTar.read(file).platform()).ifPresent(own -> {
            if (!platforms.isEmpty() && !platforms.get(0).equals(own)) {
                throw new IllegalArgumentException("--platform " + platforms.get(0) + ": " + base + " is for " + own);
            }
        });
        return new Order(image, wanted.isEmpty() ? List.of(Platforms.parse(USUAL)) : wanted, registry != null);
    }

    /** Why no class-data archive can be made, if so. */
    Optional<String> archiveLeftOut() {
        if (!base.local()) {
            return Optional.of("a registry's base is not run here");
        }
        var own = "linux/" + Platforms.architecture();
        if (!System.getProperty("os.name").equals("Linux")
                || !BaseTar.read(base.file().orElseThrow()).platform().equals(own)) {
            return Optional.of("the base is for another platform");
        }
        return Steadily.onPath("unshare") ? Optional.empty() : Optional.of("unshare is not installed");
    }

    private static boolean valid(String reference) {
        try {
            ImageReference.parse(reference);
            return true;
        } catch (InvalidImageReferenceException wrong) {
            return false;
        }
    }
}
