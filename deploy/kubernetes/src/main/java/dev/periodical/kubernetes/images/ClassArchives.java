package dev.periodical.kubernetes.images;

import com.google.cloud.tools.jib.api.buildplan.FileEntriesLayer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Where a service's class-data archive comes from. */
interface ClassArchives {

    /**
     * The archive of the classes that a start loads from the libraries, if it can be made.
     *
     * @param name the image's
     * @param libraries what the archive is made of and depends on
     * @param application what a start needs besides
     */
    Optional<Path> of(String name, FileEntriesLayer libraries, List<FileEntriesLayer> application) throws IOException;

    /** No archives, as for a base that cannot be run here. */
    static ClassArchives none() {
        return (name, libraries, application) -> Optional.empty();
    }
}
