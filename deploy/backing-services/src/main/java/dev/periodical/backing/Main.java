package dev.periodical.backing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Runs the three servers until it is told to stop: by SIGTERM, by Ctrl-C, or by the end of its standard input.
 *
 * <p>Says on standard output which server is up after which time, then {@code READY} and the {@link Coordinates} as JSON.
 * When anything does not start it stops what did, says why in one line on standard error and exits with 1.
 */
@Command(
        name = "backing-services",
        mixinStandardHelpOptions = true,
        version = "1.0",
        description = "Runs a Kafka broker, PostgreSQL and an S3 server in one process.")
public final class Main implements Callable<Integer> {

    @Option(
            names = "--data",
            description = "Folder that keeps everything. Absent: a temporary one, removed at the end.")
    private Path data;

    @Option(
            names = "--postgres-binaries",
            description = "Where PostgreSQL's programs are unpacked. Default: under --data.")
    private Path postgresBinaries;

    @Option(names = "--kafka-port", defaultValue = "0", description = "Port of the broker; 0 (default): any free one.")
    private int kafkaPort;

    @Option(
            names = "--postgres-port",
            defaultValue = "0",
            description = "Port of PostgreSQL; 0 (default): any free one.")
    private int postgresPort;

    @Option(names = "--s3-port", defaultValue = "0", description = "Port of the S3 server; 0 (default): any free one.")
    private int s3Port;

    @Option(
            names = "--listen",
            defaultValue = Ports.HOST,
            description = "Address to listen on (default: ${DEFAULT-VALUE}); another one asks PostgreSQL's clients for"
                    + " the password.")
    private String listen;

    @Option(names = "--host", description = "Name under which clients reach this machine (default: --listen).")
    private String host;

    @Option(
            names = "--postgres-password",
            defaultValue = "${env:POSTGRES_PASSWORD:-postgres}",
            description = "POSTGRES_PASSWORD; default: postgres.")
    private String postgresPassword;

    @Option(
            names = "--postgres-setting",
            description = "A server parameter of PostgreSQL, as in shared_buffers=1GB; any number.")
    private Map<String, String> postgresSettings = Map.of();

    @Option(names = "--databases", split = ",", description = "Databases to create, by comma.")
    private List<String> databases = List.of();

    @Option(names = "--bucket", defaultValue = "periodical", description = "Bucket to create (default: periodical).")
    private String bucket;

    @Option(
            names = "--s3-access-key",
            defaultValue = "${env:S3_ACCESS_KEY:-periodical}",
            description = "S3_ACCESS_KEY; default: periodical.")
    private String s3AccessKey;

    @Option(
            names = "--s3-secret-key",
            defaultValue = "${env:S3_SECRET_KEY:-periodical-secret}",
            description = "S3_SECRET_KEY; default: periodical-secret.")
    private String s3SecretKey;

    @Option(
            names = "--stop-on-stdin-eof",
            description = "Stop when standard input ends. Until then obey its lines: stop|start kafka|postgres|s3.")
    private boolean stopOnStdinEof;

    /** Runs the command and ends the JVM: the servers' threads would keep a failed start alive. */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Main())
                .setExecutionExceptionHandler((failure, command, parsed) -> {
                    command.getErr().println("backing-services: " + reason(failure));
                    command.getErr().flush();
                    return CommandLine.ExitCode.SOFTWARE;
                })
                .execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        DataFolder folder = DataFolder.open(data);
        ServerSet servers = servers(folder);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> end(servers, folder), "end"));
        servers.startAll(System.out);
        System.out.println(ready(servers));
        waitForTheEnd(servers);
        return CommandLine.ExitCode.OK;
    }

    /** Secrets are told to whoever started this process, and to nobody who reads a pod's log. */
    private String ready(ServerSet servers) {
        return stopOnStdinEof || !reach().beyondLoopback()
                ? "READY " + coordinates(servers).toJson()
                : "READY as " + reach().name();
    }

    /** However this process ends, short of being killed, it ends here. */
    private static void end(ServerSet servers, DataFolder folder) {
        servers.stopAll();
        folder.close();
    }

    private ServerSet servers(DataFolder folder) throws IOException {
        Reach reach = reach();
        Path binaries =
                postgresBinaries != null ? postgresBinaries : folder.path().resolve("postgres-programs");
        return new ServerSet(List.of(
                new PostgresServer(
                        folder.path().resolve("postgres"),
                        binaries.toAbsolutePath(),
                        reach,
                        Ports.claim("postgres", postgresPort),
                        postgresPassword,
                        databases,
                        !folder.temporary(),
                        postgresSettings),
                new KafkaBroker(folder.path().resolve("kafka"), reach, Ports.claim("kafka", kafkaPort)),
                new S3Server(
                        folder.path().resolve("s3"),
                        reach,
                        Ports.claim("s3", s3Port),
                        bucket,
                        s3AccessKey,
                        s3SecretKey)));
    }

    private Reach reach() {
        return new Reach(listen, host == null ? listen : host);
    }

    private Coordinates coordinates(ServerSet servers) {
        String name = reach().name();
        return new Coordinates(
                name + ":" + servers.named("kafka").port(),
                name,
                servers.named("postgres").port(),
                PostgresServer.USER,
                postgresPassword,
                "http://" + name + ":" + servers.named("s3").port(),
                s3AccessKey,
                s3SecretKey,
                bucket);
    }

    private void waitForTheEnd(ServerSet servers) throws Exception {
        if (!stopOnStdinEof) {
            new CountDownLatch(1).await();
        }
        BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            System.out.println(servers.obey(line.trim()));
        }
    }

    private static String reason(Throwable failure) {
        return failure instanceof PortTaken || failure instanceof IOException
                ? failure.getMessage()
                : failure.toString();
    }
}
