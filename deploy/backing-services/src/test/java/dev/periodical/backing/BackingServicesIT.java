package dev.periodical.backing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.minio.GetObjectArgs;
import io.minio.MinioClient;
import io.minio.PutObjectArgs;
import java.io.ByteArrayInputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackingServicesIT {

    @TempDir
    Path data;

    @Test
    void stopAndStart_keepPortsAndData() throws Exception {
        try (BackingServices backing = BackingServices.start(BackingServices.Options.temporary("press"))) {
            writeEverywhere(backing.coordinates());

            for (String server : List.of("kafka", "postgres", "s3")) {
                backing.stop(server);
                backing.start(server);
            }

            assertKeptEverywhere(backing.coordinates());
            assertThatThrownBy(() -> backing.stop("oracle")).hasMessageContaining("oracle");
        }
    }

    @Test
    void killedLauncher_startsAgainOnTheSameDataWithoutItsOrphan() throws Exception {
        BackingServices killed = BackingServices.start(BackingServices.Options.kept(data, "press"));
        writeEverywhere(killed.coordinates());
        ProcessHandle orphan = postgres();
        killed.process().destroyForcibly();
        await().atMost(Duration.ofSeconds(10)).until(() -> !killed.process().isAlive());
        assertThat(orphan.isAlive()).isTrue();

        try (BackingServices again = BackingServices.start(BackingServices.Options.kept(data, "press"))) {
            assertThat(orphan.isAlive()).isFalse();
            assertKeptEverywhere(again.coordinates());
        }
    }

    @Test
    void end_leavesNoProcessAndNoPort() throws Exception {
        BackingServices backing = BackingServices.start(BackingServices.Options.kept(data));
        ProcessHandle postgres = postgres();

        backing.close();

        assertThat(backing.process().isAlive()).isFalse();
        await().atMost(Duration.ofSeconds(5)).until(() -> !postgres.isAlive());
        Ports.claim("kafka", port(backing.coordinates().kafkaBootstrapServers()));
    }

    @Test
    void sameDataTwice_isTurnedAway() {
        try (BackingServices first = BackingServices.start(BackingServices.Options.kept(data))) {
            assertThatThrownBy(() -> BackingServices.start(BackingServices.Options.kept(data)))
                    .hasMessageContaining("in use by another process");
            assertThat(first.process().isAlive()).isTrue();
        }
    }

    @Test
    void takenPort_isNamedWithItsHolderAndNothingStarts() throws Exception {
        try (ServerSocket held = new ServerSocket(0, 1, InetAddress.getByName(Ports.HOST))) {
            var options =
                    new BackingServices.Options(data, List.of(), "periodical", held.getLocalPort(), 0, 0, Map.of());

            assertThatThrownBy(() -> BackingServices.start(options))
                    .hasMessageContaining("port " + held.getLocalPort() + " for kafka is taken");
        }
    }

    @Test
    void beyondLoopback_brokerNamesItsHost_andPostgresAsksForThePassword() throws Exception {
        var arguments = List.of(
                "--stop-on-stdin-eof",
                "--data=" + data,
                "--listen=0.0.0.0",
                "--host=localhost",
                "--postgres-password=it's ours",
                "--databases=press");
        try (Child child = Child.launch(ClassPath.find(), arguments)) {
            Coordinates at =
                    Coordinates.fromJson(child.expect(line -> line.startsWith("READY "), Duration.ofSeconds(90))
                            .substring("READY ".length()));
            assertThat(at.kafkaBootstrapServers()).startsWith("localhost:");
            writeEverywhere(at);
            assertKeptEverywhere(at);

            // 127.0.0.2 stands for another machine: only 127.0.0.1 is trusted.
            String elsewhere = at.jdbcUrl("press") + "?localSocketAddress=127.0.0.2";
            assertThatThrownBy(() -> DriverManager.getConnection(elsewhere, at.postgresUser(), "postgres"))
                    .hasMessageContaining("password authentication failed");
            DriverManager.getConnection(elsewhere, at.postgresUser(), "it's ours")
                    .close();
        }
    }

    @Test
    void postgresThatDoesNotStart_saysWhyInItsOwnWords() throws Exception {
        Files.createDirectories(data.resolve("postgres"));
        Files.writeString(data.resolve("postgres/somebody-elses"), "file");

        assertThatThrownBy(() -> BackingServices.start(BackingServices.Options.kept(data)))
                .hasMessageContaining("PostgreSQL does not start: ")
                .hasMessageContaining("initdb");
    }

    private ProcessHandle postgres() throws Exception {
        String pid = Files.readAllLines(data.resolve("postgres/postmaster.pid")).get(0);
        return ProcessHandle.of(Long.parseLong(pid.trim())).orElseThrow();
    }

    private static void writeEverywhere(Coordinates at) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", at.kafkaBootstrapServers()))) {
            admin.createTopics(List.of(new NewTopic("letters", 1, (short) 1)))
                    .all()
                    .get();
        }
        Map<String, Object> settings = Map.of("bootstrap.servers", at.kafkaBootstrapServers(), "acks", "all");
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>("letters", "key", "期刊")).get();
        }
        try (Connection connection = connect(at);
                var statement = connection.createStatement()) {
            statement.execute("CREATE TABLE letter (text text)");
            statement.execute("INSERT INTO letter VALUES ('期刊')");
        }
        byte[] bytes = "期刊".getBytes(StandardCharsets.UTF_8);
        minio(at)
                .putObject(PutObjectArgs.builder().bucket(at.s3Bucket()).object("letter").stream(
                                new ByteArrayInputStream(bytes), (long) bytes.length, -1L)
                        .build());
    }

    private static void assertKeptEverywhere(Coordinates at) throws Exception {
        Map<String, Object> settings =
                Map.of("bootstrap.servers", at.kafkaBootstrapServers(), "auto.offset.reset", "earliest");
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            consumer.assign(List.of(new TopicPartition("letters", 0)));
            consumer.seekToBeginning(consumer.assignment());
            var records = consumer.poll(Duration.ofSeconds(20));
            assertThat(records).extracting(r -> r.value()).containsExactly("期刊");
        }
        try (Connection connection = connect(at);
                var rows = connection.createStatement().executeQuery("SELECT text FROM letter")) {
            assertThat(rows.next()).isTrue();
            assertThat(rows.getString(1)).isEqualTo("期刊");
        }
        try (var object = minio(at)
                .getObject(GetObjectArgs.builder()
                        .bucket(at.s3Bucket())
                        .object("letter")
                        .build())) {
            assertThat(object).hasBinaryContent("期刊".getBytes(StandardCharsets.UTF_8));
        }
    }

    private static Connection connect(Coordinates at) throws SQLException {
        return DriverManager.getConnection(at.jdbcUrl("press"), at.postgresUser(), at.postgresPassword());
    }

    private static MinioClient minio(Coordinates at) {
        return MinioClient.builder()
                .endpoint(at.s3Endpoint())
                .credentials(at.s3AccessKey(), at.s3SecretKey())
                .build();
    }

    private static int port(String hostAndPort) {
        return Integer.parseInt(hostAndPort.substring(hostAndPort.lastIndexOf(':') + 1));
    }
}
