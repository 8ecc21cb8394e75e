package dev.periodical.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code status}: what runs, where, whether it is ready, how much memory it has. */
@Command(
        name = "status",
        mixinStandardHelpOptions = true,
        description = "Shows what of the suite runs. Exit code 0: everything is ready; 3: something is not.")
final class StatusCommand implements Callable<Integer> {

    private static final int NOT_ALL = 3;

    @Mixin
    private Place place;

    private final Readiness readiness = new Readiness();

    @Override
    public Integer call() throws IOException, InterruptedException {
        RunFolder folder = place.folder();
        Progress progress = new Progress(System.out);
        Map<String, String> told = SuiteFile.read(folder).values();
        boolean all = true;
        for (Resident resident : new Suite(place.sources(), folder, folder.path(), progress).residents()) {
            Optional<ProcessHandle> process = resident.process();
            String state = process.isPresent() ? state(resident.name(), told) : "stopped";
            all &= state.startsWith("ready")
                    || state.equals("runs")
                    || resident.name().equals(Suite.ORIGIN);
            progress.say(String.format(
                    Locale.ROOT,
                    "%-8s %8s %9s  %s",
                    resident.name(),
                    process.map(p -> Long.toString(p.pid())).orElse("-"),
                    process.flatMap(StatusCommand::memory).orElse("-"),
                    state));
        }
        return all ? 0 : NOT_ALL;
    }

    private String state(String name, Map<String, String> told) throws InterruptedException {
        String prefix = name.toUpperCase(Locale.ROOT);
        String management = told.get(prefix + "_MANAGEMENT_URL");
        if (management == null) {
            return "runs";
        }
        Readiness.Answer answer = readiness.ask(management);
        return answer.ready() ? "ready  " + told.get(prefix + "_URL") : "not ready: " + answer.words();
    }

    /** Resident memory, as Linux tells it. */
    private static Optional<String> memory(ProcessHandle process) {
        try {
            return Files.readAllLines(Path.of("/proc/" + process.pid() + "/status")).stream()
                    .filter(line -> line.startsWith("VmRSS:"))
                    .map(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024 + " MiB")
                    .findFirst();
        } catch (IOException notLinux) {
            return Optional.empty();
        }
    }
}
