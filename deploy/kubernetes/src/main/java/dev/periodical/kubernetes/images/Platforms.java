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
        if (!written.matches("[a-z0-9]+/[a-z0-9]+")) {
            throw new IllegalArgumentException("--platform " + written + " is not of the form linux/amd64");
        }
        var slash = written.indexOf('/');
        return new Platform(written.substring(slash + 1), written.substring(0, slash));
    }

    /** This machine's architecture as images name it. */
    static String architecture() {
        var own = System.getProperty("os.arch");
        return own.equals("aarch64") ? "arm64" : own;
    }
}
