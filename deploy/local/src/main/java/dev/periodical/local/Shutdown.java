package dev.periodical.local;

import dev.periodical.backing.OrphanedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Ends processes of the suite: the services side by side, then what they stand on. */
final class Shutdown {

    /** How long a process may take to finish what is in flight before it is killed. */
    static final Duration PATIENCE = Duration.ofSeconds(20);

    private final RunFolder folder;

    Shutdown(RunFolder folder) {
        this.folder = folder;
    }

    /**
     * Ends the given processes, and the PostgreSQL of a backing process that was killed.
     *
     * @return the names of those that ran
     */
    List<String> of(List<Resident> residents) throws IOException, InterruptedException {
        List<Resident> first =
                residents.stream().filter(r -> !r.name().equals(Suite.BACKING)).toList();
        List<String> stopped = sideBySide(first);
        for (Resident resident : residents) {
            if (resident.name().equals(Suite.BACKING)) {
                if (resident.stop(PATIENCE)) {
                    stopped.add(resident.name());
                }
                stopOrphan();
            }
        }
        return stopped;
    }

    private void stopOrphan() throws IOException, InterruptedException {
        if (Files.exists(folder.dataFolderNote())) {
            Path data = Path.of(Files.readString(folder.dataFolderNote()).trim());
            if (Files.exists(data)) {
                OrphanedPostgres.stopUnder(data);
            }
        }
    }

    private static List<String> sideBySide(List<Resident> residents) throws IOException, InterruptedException {
        ExecutorService threads = Executors.newFixedThreadPool(Math.max(1, residents.size()));
        List<String> stopped = new ArrayList<>();
        try {
            List<Future<Boolean>> ends = threads.invokeAll(residents.stream()
                    .map(resident -> (Callable<Boolean>) () -> resident.stop(PATIENCE))
                    .toList());
            for (int i = 0; i < ends.size(); i++) {
                if (ends.get(i).get()) {
                    stopped.add(residents.get(i).name());
                }
            }
            return stopped;
        } catch (ExecutionException failure) {
            throw new IOException(failure.getCause());
        } finally {
            threads.shutdown();
        }
    }
}
