package dev.periodical.local;

import dev.periodical.backing.Coordinates;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Starts the backing services' process and learns from its log where they are. */
final class BackingStart {

    private static final Duration LIMIT = Duration.ofSeconds(90);
    private static final long PAUSE_MILLIS = 50;
    private static final String READY = "READY ";
    private static final List<String> FLAGS =
            List.of("-Xmx384m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:+ExitOnOutOfMemoryError");

    private final Path sources;
    private final RunFolder folder;
    private final Resident resident;
    private final Progress progress;

    BackingStart(Path sources, RunFolder folder, Resident resident, Progress progress) {
        this.sources = sources;
        this.folder = folder;
        this.resident = resident;
        this.progress = progress;
    }

    void spawn(PortPlan plan, Path data) throws IOException {
        Path jar = sources.resolve("deploy/backing-services/target/periodical-backing-services.jar");
        if (!Files.exists(jar)) {
            throw new StartFailed(jar + " is missing: build first (mvn install)");
        }
        String databases = Arrays.stream(Service.values())
                .flatMap(service -> service.database().stream())
                .collect(Collectors.joining(","));
        List<String> program = List.of(
                "-jar",
                jar.toString(),
                "--data=" + data,
                "--databases=" + databases,
                "--bucket=periodical",
                "--kafka-port=" + plan.of("kafka"),
                "--postgres-port=" + plan.of("postgres"),
                "--s3-port=" + plan.of("s3"));
        Spawn.java(resident, folder.log(resident.name()), sources, FLAGS, program, Map.of());
    }

    /** Where they are, once they said so. */
    Optional<Coordinates> announced() {
        return LogTail.lines(folder.log(resident.name())).stream()
                .filter(line -> line.startsWith(READY))
                .findFirst()
                .map(line -> Coordinates.fromJson(line.substring(READY.length())));
    }

    /**
     * Waits until all three are up and repeats what they say meanwhile.
     *
     * @throws StartFailed when the process ends or the time is up
     */
    Coordinates await() throws InterruptedException {
        Instant deadline = Instant.now().plus(LIMIT);
        int told = 0;
        while (Instant.now().isBefore(deadline)) {
            boolean runs = resident.runs();
            List<String> lines = LogTail.lines(folder.log(resident.name()));
            lines.stream().skip(told).filter(line -> line.contains(" up on ")).forEach(progress::say);
            told = lines.size();
            Optional<Coordinates> announced = announced();
            if (announced.isPresent()) {
                return announced.get();
            }
            if (!runs) {
                break;
            }
            Thread.sleep(PAUSE_MILLIS);
        }
        throw new StartFailed("the backing services did not start\n" + LogTail.of(folder.log(resident.name())));
    }
}
