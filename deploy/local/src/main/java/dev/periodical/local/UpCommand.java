package dev.periodical.local;

import dev.periodical.local.demo.Demo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code up}: starts what does not run, and with {@code --demo} shows what it is good for. */
@Command(
        name = "up",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Starts the suite, or what is missing of it, and returns when it is ready.")
final class UpCommand implements Callable<Integer> {

    @Option(
            names = "--demo",
            description =
                    "Post sample articles and wait for their pictures; with FILE..., post those documents instead.")
    private boolean demo;

    @Parameters(paramLabel = "FILE", description = "Documents to post: Markdown or HTML with YAML front matter.")
    private List<Path> files = List.of();

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Where everything is kept. Default: data inside the run folder.")
    private Path data;

    @Mixin
    private Place place;

    @Option(names = "--foreground", description = "Stay; Ctrl-C stops the suite.")
    private boolean foreground;

    @Mixin
    private PortOptions ports;

    private final Progress progress = new Progress(System.out);

    @Override
    @SuppressWarnings("try") // The lock is held, not used.
    public Integer call() throws Exception {
        if (!files.isEmpty() && !demo) {
            progress.say("FILE is for --demo");
            return 2;
        }
        Instant since = Instant.now();
        RunFolder folder = place.folder();
        SuiteFile file;
        Suite suite = new Suite(place.sources(), folder, dataFolder(folder), progress);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> end(folder, suite.end()), "end"));
        try (RunFolder.Lock held = folder.lock()) {
            file = suite.up(ports.asked(), demo && files.isEmpty());
            suite.leaveRunning();
        }
        progress.ready("suite", since, folder.suiteEnv().toString());
        int outcome = demo ? demonstrate(file) : 0;
        if (foreground) {
            suite.holdAll();
            progress.say("Ctrl-C stops the suite");
            CompletableFuture.allOf(suite.residents().stream()
                            .flatMap(resident -> resident.process().stream())
                            .map(ProcessHandle::onExit)
                            .toArray(CompletableFuture[]::new))
                    .join();
        }
        return outcome;
    }

    private int demonstrate(SuiteFile file) throws IOException, InterruptedException {
        Demo posting = new Demo(
                file.values().get("INGEST_URL"),
                file.values().get("CONTENT_URL"),
                file.values().get("PERIODICAL_TOKEN"),
                progress::say);
        return (files.isEmpty() ? posting.samples() : posting.files(files)) ? 0 : 1;
    }

    /** The suite that runs, if one does, decides: two data folders under one suite would be two truths. */
    private Path dataFolder(RunFolder folder) throws IOException {
        Path wanted = (data != null ? data : folder.path().resolve("data"))
                .toAbsolutePath()
                .normalize();
        Optional<Path> noted = Files.exists(folder.dataFolderNote())
                ? Optional.of(Path.of(Files.readString(folder.dataFolderNote()).trim()))
                : Optional.empty();
        boolean runs = new Resident(Suite.BACKING, folder).runs();
        if (runs && data != null && noted.filter(wanted::equals).isEmpty()) {
            throw new StartFailed("the suite runs on the data in " + noted.orElse(null) + ": stop it first (down)");
        }
        return runs ? noted.orElse(wanted) : wanted;
    }

    /** A start that is not finished leaves nothing behind that it began. */
    private static void end(RunFolder folder, List<Resident> toEnd) {
        if (toEnd.isEmpty()) {
            return;
        }
        try {
            List<String> stopped = new Shutdown(folder).of(toEnd);
            System.out.println("stopped " + String.join(", ", stopped));
        } catch (IOException failure) {
            System.err.println("could not stop everything: " + failure.getMessage());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
