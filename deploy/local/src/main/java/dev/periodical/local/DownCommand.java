package dev.periodical.local;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code down}: ends the suite, or some of its processes. Data stays. */
@Command(
        name = "down",
        mixinStandardHelpOptions = true,
        description = "Stops the suite, or only what is named. What it keeps stays where it is.")
final class DownCommand implements Callable<Integer> {

    @Mixin
    private Place place;

    @Parameters(paramLabel = "NAME", description = "ingest, content, media, origin or backing. Default: everything.")
    private List<String> names = List.of();

    @Override
    @SuppressWarnings("try") // The lock is held, not used.
    public Integer call() throws IOException, InterruptedException {
        RunFolder folder = place.folder();
        try (RunFolder.Lock held = folder.lock()) {
            Progress progress = new Progress(System.out);
            List<Resident> residents = new Suite(place.sources(), folder, folder.path(), progress).residents();
            List<String> known = residents.stream().map(Resident::name).toList();
            if (!known.containsAll(names)) {
                progress.say("unknown name: known are " + String.join(", ", known));
                return 2;
            }
            List<String> stopped = new Shutdown(folder)
                    .of(residents.stream()
                            .filter(resident -> names.isEmpty() || names.contains(resident.name()))
                            .toList());
            progress.say(stopped.isEmpty() ? "nothing ran" : "stopped " + String.join(", ", stopped));
            return 0;
        }
    }
}
