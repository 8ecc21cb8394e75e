package dev.periodical.backup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.periodical.backing.BackingServices;
import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BackupIT {

    private static final String AWKWARD = "灯市\t\"quoted\" \\ back\nslash \\N end";

    private static BackingServices backing;

    private final StringWriter said = new StringWriter();

    @BeforeAll
    static void start() {
        backing = BackingServices.start(BackingServices.Options.temporary("content", "media"));
    }

    @AfterAll
    static void stop() {
        backing.close();
    }

    @BeforeEach
    void keptThings() throws Exception {
        for (var name : List.of("content", "media")) {
            try (var connection = database(name).open()) {
                Database.empty(connection);
            }
            database(name).migrate("1");
        }
        for (var name : List.of("periodical", "periodical-backup")) {
            bucket(name).make();
            for (var key : bucket(name).keys("")) {
                remove(name, key);
            }
        }
        sql("content", "insert into revision values (gen_random_uuid(), repeat('a', 64), now(), now(), ?)", AWKWARD);
        sql(
                "media",
                "insert into attempt (ref, at, url, bytes, millis) select repeat('b', 64), now(), ?, 0, n"
                        + " from generate_series(1, 500) n",
                "https://pictures.example/图.png");
        sql("media", "insert into host (name, due_at) values (?, now())", "pictures.example");
        picture("a".repeat(64), "first");
        picture("b".repeat(64), "second");
    }

    @Test
    void restoreIntoNothing_bringsBackEveryRowAndPicture() throws Exception {
        // Given
        assertThat(run("backup")).as(said::toString).isZero();
        var before = rows();
        for (var name : List.of("content", "media")) {
            try (var connection = database(name).open()) {
                Database.empty(connection);
            }
        }
        remove("periodical", "a".repeat(64));

        // When
        assertThat(run("restore")).as(said::toString).isZero();

        // Then
        assertThat(rows()).isEqualTo(before);
        assertThat(one("content", "select payload from revision")).isEqualTo(AWKWARD);
        assertThat(one("media", "select ready_at = due_at from host")).isEqualTo("t");
        assertThat(text("a".repeat(64))).isEqualTo("first");
        assertThat(said.toString()).contains("2 pictures (1 of them were missing)");
        // the identity goes on after what came back
        sql(
                "media",
                "insert into attempt (ref, at, url, bytes, millis) values (repeat('b', 64), now(), ?, 0, 0)",
                "https://pictures.example/new.png");
        assertThat(one("media", "select max(id) from attempt")).isEqualTo("501");
    }

    @Test
    void restoreOverRows_isRefusedUntilTheyMayBeReplaced() throws Exception {
        assertThat(run("backup")).isZero();
        sql("content", "update revision set payload = ?", "edited since");

        assertThat(run("restore")).isEqualTo(1);
        assertThat(said.toString())
                .contains("the database of content is not empty")
                .hasLineCount(1);
        assertThat(one("content", "select payload from revision")).isEqualTo("edited since");

        assertThat(run("restore", "--replace")).as(said::toString).isZero();
        assertThat(one("content", "select payload from revision")).isEqualTo(AWKWARD);
    }

    @Test
    void secondBackup_sendsOnlyNewPictures() throws Exception {
        assertThat(run("backup")).isZero();
        picture("c".repeat(64), "third");

        assertThat(run("backup")).isZero();

        assertThat(said.toString()).contains("3 pictures (1 of them new)");
    }

    @Test
    void copy_goesOverPages_andSendsOnlyWhatIsMissingOrOfAnotherSize() throws Exception {
        // Given
        for (var digit : "0123456789".split("")) {
            picture(digit.repeat(64), "picture " + digit);
        }
        var copy = new PictureCopy(
                bucket("periodical").inPagesOf(3),
                "",
                bucket("periodical-backup").inPagesOf(2),
                "pictures/");
        assertThat(copy.run()).isEqualTo(new PictureCopy.Copied(12, 12));

        // When
        remove("periodical-backup", "pictures/" + "0".repeat(64));
        remove("periodical-backup", "pictures/" + "5".repeat(64));
        remove("periodical", "7".repeat(64));
        put("periodical-backup", "pictures/" + "9".repeat(64), "cut");

        // Then
        assertThat(copy.run()).isEqualTo(new PictureCopy.Copied(11, 3));
        assertThat(copy.run()).isEqualTo(new PictureCopy.Copied(11, 0));
        assertThat(bucket("periodical-backup").keys("pictures/")).hasSize(12);
    }

    @Test
    void olderBackups_areRemovedBeyondThoseToKeep_andTheirPicturesStay() throws Exception {
        // Given
        put("periodical-backup", "backups/20200101T000000000Z/content/article.copy.gz", "never finished");
        assertThat(run("backup")).isZero();
        assertThat(run("backup", "--keep=2")).isZero();
        assertThat(said.toString()).contains("0 old backups removed");
        var both = Backup.names(bucket("periodical-backup"));
        remove("periodical", "a".repeat(64));

        // When
        assertThat(run("backup", "--keep=2")).as(said::toString).isZero();

        // Then
        assertThat(said.toString()).contains("1 old backups removed");
        assertThat(Backup.names(bucket("periodical-backup"))).hasSize(2).startsWith(both.get(1));
        assertThat(bucket("periodical-backup").keys("backups/"))
                .allMatch(key -> key.compareTo("backups/" + both.get(1)) >= 0);
        assertThat(bucket("periodical-backup").keys("pictures/")).hasSize(2);
        assertThat(run("restore", "--replace", "--name=" + both.get(1)))
                .as(said::toString)
                .isZero();
        assertThat(text("a".repeat(64))).isEqualTo("first");
    }

    @Test
    void failureHalfWay_leavesNoBackup() throws Exception {
        // the second of the two databases has no tables
        try (var connection = database("media").open()) {
            Database.empty(connection);
        }

        assertThat(run("backup")).isEqualTo(1);
        assertThat(said.toString()).hasLineCount(1).startsWith("backup: ");

        assertThat(run("list")).isZero();
        assertThat(said.toString()).isEmpty();
    }

    @Test
    void unfinishedBackup_isNone() throws Exception {
        bucket("periodical-backup")
                .put("backups/20200101T000000Z/content/article.copy.gz", new ByteArrayInputStream(new byte[20]));

        assertThat(run("list")).isZero();
        assertThat(said.toString()).isEmpty();
        assertThat(run("restore")).isEqualTo(1);
        assertThat(said.toString()).contains("no complete backup");
    }

    @Test
    void tableLargerThanOnePart_comesBackWhole() throws Exception {
        // random bytes as base64 shrink to the bytes at best: 300,000 times 64 of them are over one part of 16 MiB
        sql(
                "content",
                "insert into revision select gen_random_uuid(), repeat('d', 64), now(), now(),"
                        + " (select string_agg(encode(sha512((random()::text || n || m || ?)::bytea), 'base64'), '')"
                        + " from generate_series(1, 600) m)"
                        + " from generate_series(1, 500) n",
                "");
        assertThat(run("backup")).as(said::toString).isZero();
        assertThat(size("revision.copy.gz")).isGreaterThan(16L << 20);
        var sum = "select md5(string_agg(md5(payload), '' order by article_id)) from revision";
        var before = one("content", sum);

        assertThat(run("restore", "--replace")).as(said::toString).isZero();

        assertThat(one("content", sum)).isEqualTo(before);
    }

    @Test
    void restoreWhileConsumersRun_isRefused_andAfterwardsTheirPositionsAreForgotten() throws Exception {
        assertThat(run("backup")).isZero();
        var partition = new TopicPartition("positions", 0);
        try (var admin = Admin.create(Map.of("bootstrap.servers", kafka()));
                var consumer = new KafkaConsumer<>(
                        Map.of("bootstrap.servers", kafka(), "group.id", "periodical-content"),
                        new StringDeserializer(),
                        new StringDeserializer())) {
            admin.createTopics(List.of(new NewTopic("positions", 1, (short) 1)))
                    .all()
                    .get();
            consumer.subscribe(List.of("positions"));
            while (consumer.assignment().isEmpty()) {
                consumer.poll(Duration.ofMillis(100));
            }
            consumer.commitSync(Map.of(partition, new OffsetAndMetadata(7)));

            assertThat(run("restore", "--replace")).isEqualTo(1);
            assertThat(said.toString()).contains("scale content and media to 0 first");

            consumer.unsubscribe();
            assertThat(run("restore", "--replace")).as(said::toString).isZero();

            assertThat(admin.listGroups().all().get())
                    .noneMatch(group -> group.groupId().equals("periodical-content"));
        }
    }

    @Test
    void missingSetting_isNamed() {
        var command = Main.commandLine();
        command.setErr(new PrintWriter(said, true));

        assertThat(command.execute("list")).isEqualTo(2);

        assertThat(said.toString()).contains("--backup-endpoint");
    }

    private int run(String name, String... options) {
        var coordinates = backing.coordinates();
        var arguments = new ArrayList<String>(List.of(name));
        arguments.addAll(List.of(
                "--backup-endpoint=" + coordinates.s3Endpoint(),
                "--backup-bucket=periodical-backup",
                "--backup-access-key=" + coordinates.s3AccessKey(),
                "--backup-secret-key=" + coordinates.s3SecretKey()));
        if (!name.equals("list")) {
            for (var database : List.of("content", "media")) {
                arguments.add("--" + database + "-database=" + coordinates.reactiveUrl(database));
                arguments.add("--" + database + "-username=" + coordinates.postgresUser());
                arguments.add("--" + database + "-password=" + coordinates.postgresPassword());
            }
            arguments.add("--store-endpoint=" + coordinates.s3Endpoint());
            arguments.add("--store-bucket=" + coordinates.s3Bucket());
            arguments.add("--store-access-key=" + coordinates.s3AccessKey());
            arguments.add("--store-secret-key=" + coordinates.s3SecretKey());
        }
        if (name.equals("restore")) {
            arguments.add("--kafka=" + kafka());
        }
        arguments.addAll(List.of(options));
        said.getBuffer().setLength(0);
        var command = Main.commandLine();
        command.setOut(new PrintWriter(said, true));
        command.setErr(new PrintWriter(said, true));
        return command.execute(arguments.toArray(String[]::new));
    }

    private static String kafka() {
        return backing.coordinates().kafkaBootstrapServers();
    }

    private static Database database(String name) {
        var coordinates = backing.coordinates();
        return new Database(
                name, coordinates.reactiveUrl(name), coordinates.postgresUser(), coordinates.postgresPassword());
    }

    private static Bucket bucket(String name) {
        var coordinates = backing.coordinates();
        return Bucket.at(
                coordinates.s3Endpoint(), "us-east-1", name, coordinates.s3AccessKey(), coordinates.s3SecretKey());
    }

    private static void picture(String key, String text) throws Exception {
        put("periodical", key, text);
    }

    private static void put(String bucket, String key, String text) throws Exception {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        bucket(bucket).put(key, new ByteArrayInputStream(bytes), bytes.length, "image/png");
    }

    private static String text(String key) throws Exception {
        var object = bucket("periodical").get(key);
        try (var bytes = object.bytes()) {
            assertThat(object.contentType()).isEqualTo("image/png");
            return new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static long size(String file) throws Exception {
        var listing = bucket("periodical-backup").list("backups/");
        for (var entry = listing.next(); entry != null; entry = listing.next()) {
            if (entry.key().endsWith(file)) {
                return entry.size();
            }
        }
        throw new AssertionError("no " + file);
    }

    private static void remove(String bucket, String key) throws Exception {
        bucket(bucket).remove(key);
    }

    private static Map<String, String> rows() throws SQLException {
        return Map.of(
                "revision", one("content", "select md5(string_agg(r::text, '' order by r::text)) from revision r"),
                "attempt", one("media", "select md5(string_agg(a::text, '' order by id)) from attempt a"),
                "host", one("media", "select md5(string_agg(h::text, '')) from host h"));
    }

    private static String one(String database, String query) throws SQLException {
        try (var connection = database(database).open();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static void sql(String database, String statement, String value) throws SQLException {
        try (var connection = database(database).open();
                var prepared = connection.prepareStatement(statement)) {
            prepared.setString(1, value);
            prepared.executeUpdate();
        }
    }
}
