package dev.periodical.local;

import dev.periodical.backing.Coordinates;
import dev.periodical.backing.OrphanedPostgres;
import dev.periodical.local.demo.DemoHosts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The processes of one run folder: starts what is missing, in order, and remembers what it started so that a failed start
 * can be undone.
 */
final class Suite {

    static final String BACKING = "backing";
    static final String ORIGIN = "origin";

    private final RunFolder folder;
    private final Path data;
    private final Progress progress;
    private final Resident backing;
    private final Resident origin;
    private final Map<Service, Resident> services = new EnumMap<>(Service.class);
    private final BackingStart backingStart;
    private final OriginStart originStart;
    private final ServiceStart serviceStart;
    private final List<Resident> ours = new ArrayList<>();
    private boolean ending;

    Suite(Path sources, RunFolder folder, Path data, Progress progress) {
        this.folder = folder;
        this.data = data;
        this.progress = progress;
        this.backing = new Resident(BACKING, folder);
        this.origin = new Resident(ORIGIN, folder);
        for (Service service : Service.values()) {
            services.put(service, new Resident(service.label(), folder));
        }
        this.backingStart = new BackingStart(sources, folder, backing, progress);
        this.originStart = new OriginStart(sources, folder, origin);
        this.serviceStart = new ServiceStart(sources, folder, services, progress);
    }

    /**
     * Starts what does not run and waits until everything is ready.
     *
     * @param asked ports the user wants, by {@link PortPlan}'s names
     * @param demo whether the demo's image hosts are wanted too
     * @return what is written to {@code suite.env}
     * @throws StartFailed when something does not come up; {@link #end} then names what did
     */
    SuiteFile up(Map<String, Integer> asked, boolean demo) throws IOException, InterruptedException {
        Files.createDirectories(data);
        if (!backing.runs()) {
            OrphanedPostgres.stopUnder(data);
        }
        PortPlan plan = PortPlan.settle(asked, portsOfRunningPart(), running());
        Token token = Token.of(data);
        Files.writeString(folder.dataFolderNote(), data + "\n");
        Coordinates coordinates = startBacking(plan);
        Optional<String> connectTo = demo || origin.runs() ? Optional.of(startOrigin()) : Optional.empty();
        SuiteFile file = SuiteFile.of(plan, coordinates, token, connectTo);
        file.write(folder);
        startServices(plan, new ServiceEnvironment(plan, coordinates, token, connectTo));
        return file;
    }

    /** Every process this suite may have: the services first, what they stand on last. */
    List<Resident> residents() {
        List<Resident> all = new ArrayList<>(services.values());
        all.add(origin);
        all.add(backing);
        return all;
    }

    /** From now on nothing ends with the command that holds this object. */
    synchronized void leaveRunning() {
        ours.clear();
    }

    /** From now on everything ends with the command that holds this object. */
    synchronized void holdAll() {
        ours.clear();
        ours.addAll(residents());
    }

    /** What ends with the command that holds this object: until told otherwise, what it started. It starts no more. */
    synchronized List<Resident> end() {
        ending = true;
        return List.copyOf(ours);
    }

    /** The end may come, by Ctrl-C, between any two steps of a start: none may slip through behind it. */
    private synchronized void start(Resident resident, Spawning spawning) throws IOException {
        if (ending) {
            throw new StartFailed("interrupted");
        }
        ours.add(resident);
        spawning.spawn();
    }

    @FunctionalInterface
    private interface Spawning {
        void spawn() throws IOException;
    }

    private Coordinates startBacking(PortPlan plan) throws IOException, InterruptedException {
        if (backing.runs()) {
            progress.say("backing services run already");
        } else {
            progress.say("starting PostgreSQL, Kafka and the S3 server on " + data);
            start(backing, () -> backingStart.spawn(plan, data));
        }
        return backingStart.await();
    }

    /** A media-service that runs without the demo's exception must be told of it, and is told at its start only. */
    private String startOrigin() throws IOException, InterruptedException {
        if (!origin.runs()) {
            start(origin, originStart::spawn);
            if (services.get(Service.MEDIA).stop(Shutdown.PATIENCE)) {
                progress.say("media starts again, to be led to the demo's image hosts");
            }
        }
        return DemoHosts.connectTo(originStart.await());
    }

    private void startServices(PortPlan plan, ServiceEnvironment environment) throws IOException, InterruptedException {
        List<String> missing = new ArrayList<>();
        for (Service service : Service.values()) {
            if (!services.get(service).runs()) {
                missing.add(service.label());
                start(
                        services.get(service),
                        () -> serviceStart.spawn(service, environment.of(service, System.getenv())));
            }
        }
        progress.say(missing.isEmpty() ? "services run already" : "starting " + String.join(", ", missing));
        serviceStart.await(plan);
    }

    private Set<String> running() {
        Set<String> running = new LinkedHashSet<>();
        if (backing.runs()) {
            running.addAll(Set.of("kafka", "postgres", "s3"));
        }
        services.forEach((service, resident) -> {
            if (resident.runs()) {
                running.add(service.label());
                running.add(PortPlan.management(service));
            }
        });
        return running;
    }

    private Map<String, Integer> portsOfRunningPart() throws IOException {
        return running().isEmpty() ? Map.of() : SuiteFile.read(folder).ports();
    }
}
