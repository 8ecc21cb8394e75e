package dev.periodical.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Starts the services' processes and waits for them side by side. */
final class ServiceStart {

    private static final Duration LIMIT = Duration.ofSeconds(90);
    private static final long PAUSE_MILLIS = 100;
    /**
     * Made to start fast on few cores: one compiler tier, and the class-data archive that lies beside the jar since the build
     * (a JDK that can't use it does without). Deployments choose for throughput instead.
     */
    private static final List<String> FLAGS = List.of(
            "-Xmx256m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:+ExitOnOutOfMemoryError",
            "-XX:SharedArchiveFile=app-cds.jsa",
            "-Xshare:auto");

    private final Path sources;
    private final RunFolder folder;
    private final Map<Service, Resident> residents;
    private final Progress progress;
    private final Readiness readiness = new Readiness();

    ServiceStart(Path sources, RunFolder folder, Map<Service, Resident> residents, Progress progress) {
        this.sources = sources;
        this.folder = folder;
        this.residents = residents;
        this.progress = progress;
    }

    void spawn(Service service, Map<String, String> environment) throws IOException {
        Path jar = service.jar(sources);
        if (!Files.exists(jar)) {
            throw new StartFailed(jar + " is missing: build first (mvn install)");
        }
        Spawn.java(
                residents.get(service),
                folder.log(service.label()),
                jar.getParent(),
                FLAGS,
                List.of("-jar", jar.getFileName().toString()),
                environment);
    }

    /**
     * Waits until every service says that it is ready.
     *
     * @throws StartFailed when one ends before, or the time is up
     */
    void await(PortPlan plan) throws InterruptedException {
        Instant since = Instant.now();
        Set<Service> waiting = EnumSet.allOf(Service.class);
        while (!waiting.isEmpty()) {
            for (Iterator<Service> services = waiting.iterator(); services.hasNext(); ) {
                Service service = services.next();
                boolean runs = residents.get(service).runs();
                Readiness.Answer answer = readiness.ask(plan.managementUrl(service));
                if (answer.ready() && runs) {
                    progress.ready(service.label(), since, plan.url(service));
                    services.remove();
                } else if (!runs) {
                    throw failed(service, "ended while it started");
                } else if (Instant.now().isAfter(since.plus(LIMIT))) {
                    throw failed(service, "was not ready after " + LIMIT.toSeconds() + " s: " + answer.words());
                }
            }
            Thread.sleep(waiting.isEmpty() ? 0 : PAUSE_MILLIS);
        }
    }

    private StartFailed failed(Service service, String how) {
        return new StartFailed(service.label() + " " + how + "\n" + LogTail.of(folder.log(service.label())));
    }
}
