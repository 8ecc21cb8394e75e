package dev.periodical.kubernetes.images;

import com.google.cloud.tools.jib.api.buildplan.Platform;

/** Reads {@code os/architecture}. */
final class Platforms {

    private Platforms() {}

    /**
     * Reads one.
     *
     * @throws IllegalArgumentException when it is not of the form {@code linux/amd64}
     */
    static Platform parse(String written) {
        var slash = written.indexOf('/');
        if (slash < 1 || slash == written.length() - 1) {
            throw new IllegalArgumentException("--platform " + written + " is not of the form linux/amd64");
        }
        return new Platform(written.substring(slash + 1), written.substring(0, slash));
    }
}
