package dev.periodical.local;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The options that say which suite is meant. */
final class Place {

    @Option(
            names = "--run",
            paramLabel = "DIR",
            description = "Folder of pid files, logs and suite.env. Default: deploy/local/.run")
    private Path run;

    /** The checkout: the scripts say it. */
    Path sources() {
        return Path.of(System.getProperty("periodical.sources", ""))
                .toAbsolutePath()
                .normalize();
    }

    RunFolder folder() {
        return RunFolder.at(run != null ? run : sources().resolve("deploy/local/.run"));
    }
}
