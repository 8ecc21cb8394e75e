package dev.periodical.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.periodical.backing.BackingServices;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Dump and load with a database that has all that the services' may have one day, and with stores that fail. */
class DatabaseIT {

    private static final String SHELF = "lost property";

    private static BackingServices backing;
    private static Database library;

    @BeforeAll
    static void start() {
        backing = BackingServices.start(BackingServices.Options.temporary("library"));
        var at = backing.coordinates();
        library = new Database("library", at.reactiveUrl("library"), at.postgresUser(), at.postgresPassword());
    }

    @AfterAll
    static void stop() {
        backing.close();
    }

    @BeforeEach
    void empty() throws Exception {
        try (var connection = library.open()) {
            Database.empty(connection);
        }
    }

    @Test
    void foreignKeys_partitions_generatedColumns_identities_comeBack() throws Exception {
        // Given
        library.migrate("2");
        sql("insert into shelf (name) values ('poems')");
        sql("insert into book (id, shelf, title) values (2, 2, 'Second')");
        sql("insert into book (id, shelf, sequel, title) values (1, 2, 2, 'First')");
        sql("insert into loan values (1, '2025-12-31'), (2, '2026-01-01')");
        var dump = dump("backup-1");

        // When
        new DatabaseLoader(bucket("kept"), "backup-1", true).load(library, dump);

        // Then
        assertThat(dump.tables())
                .extracting(Backup.TableDump::table)
                .containsExactly("book", "guest", "loan", "reader", "shelf", "welcome");
        assertThat(one("select string_agg(title || letters || coalesce(sequel, 0), ' ' order by id) from book"))
                .isEqualTo("First52 Second60");
        assertThat(one("select count(*) from loan_2025")).isEqualTo("1");
        assertThat(one("select string_agg(name, ', ' order by id) from shelf")).isEqualTo(SHELF + ", poems");
        sql("insert into shelf (name) values ('maps')");
        assertThat(one("select id from shelf where name = 'maps'")).isEqualTo("3");
    }

    @Test
    void sequenceOfTwoTables_goesOnBehindBoth() throws Exception {
        library.migrate("2");
        sql("insert into reader (name) values ('Ada')");
        sql("insert into guest (name) values ('Bo'), ('Cy')");
        var dump = dump("backup-8");

        new DatabaseLoader(bucket("kept"), "backup-8", true).load(library, dump);

        sql("insert into reader (name) values ('Di')");
        assertThat(one("select card from reader where name = 'Di'")).isEqualTo("4");
    }

    @Test
    void rowsThatATriggerWrote_comeBackAsTheyWere_andItGoesOn() throws Exception {
        library.migrate("2");
        sql("insert into reader (name) values ('Ada'), ('Bo')");
        sql("delete from welcome where reader = 'Bo'");
        var dump = dump("backup-9");

        new DatabaseLoader(bucket("kept"), "backup-9", true).load(library, dump);

        assertThat(one("select string_agg(reader, ' ') from welcome")).isEqualTo("Ada");
        sql("insert into reader (name) values ('Cy')");
        assertThat(one("select string_agg(reader, ' ' order by reader) from welcome"))
                .isEqualTo("Ada Cy");
    }

    @Test
    void olderSchema_comesBackAsItWas() throws Exception {
        library.migrate("1");
        var dump = dump("backup-2");
        library.migrate("2");

        new DatabaseLoader(bucket("kept"), "backup-2", true).load(library, dump);

        assertThat(one("select to_regclass('reader')")).isNull();
        library.migrate("2");
        assertThat(one("select to_regclass('reader')")).isEqualTo("reader");
    }

    @Test
    void newerSchema_isRefusedByAnOlderProgram() throws Exception {
        library.migrate("2");
        var dump = dump("backup-3");
        var newer = new Backup.Dump(dump.database(), "3", dump.tables());

        var loader = new DatabaseLoader(bucket("kept"), "backup-3", true);
        loader.check(library, dump);
        assertThatThrownBy(() -> loader.check(library, newer))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("schema version 3, which this program does not know");
    }

    @Test
    void emptyTables_areNothingToLose() throws Exception {
        library.migrate("2");
        var dump = dump("backup-4");
        sql("delete from shelf");

        var loader = new DatabaseLoader(bucket("kept"), "backup-4", false);
        loader.check(library, dump);
        loader.load(library, dump);

        assertThat(one("select name from shelf")).isEqualTo(SHELF);
    }

    @Test
    void missingRows_leaveTheTablesEmpty() throws Exception {
        library.migrate("2");
        var dump = dump("backup-5");
        bucket("kept").put(Backup.key("backup-5", "library", "reader"), new ByteArrayInputStream(new byte[] {31, 17}));

        assertThatThrownBy(() -> new DatabaseLoader(bucket("kept"), "backup-5", true).load(library, dump))
                .isInstanceOf(IOException.class);

        assertThat(one("select count(*) from book")).isEqualTo("0");
    }

    @Test
    void tableRewrittenUnderASnapshot_isWaitedFor_neverDumpedEmpty() throws Exception {
        library.migrate("1");
        bucket("kept").make();
        try (var snapshot = Snapshot.of(library);
                var connection = library.open();
                var statement = connection.createStatement()) {
            statement.execute("set lock_timeout = '200ms'");
            assertThatThrownBy(() ->
                            statement.execute("alter table shelf add column at timestamptz default clock_timestamp()"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("lock timeout");

            assertThat(new DatabaseDumper(bucket("kept"), "backup-7")
                            .dump(snapshot)
                            .tables())
                    .filteredOn(table -> table.table().equals("shelf"))
                    .extracting(Backup.TableDump::rows)
                    .containsExactly(1L);
        }
    }

    @Test
    void storeThatFailsUnderADump_isNamed_andNobodyWaitsForEver() throws Exception {
        library.migrate("1");
        sql(
                "insert into book (shelf, title) select 1, string_agg(md5(random()::text), '') from generate_series(1, 40000) n"
                        + " group by n % 4");

        try (var snapshot = Snapshot.of(library)) {
            var dumper = new DatabaseDumper(bucket("missing"), "backup-6");
            assertThatThrownBy(() -> dumper.dump(snapshot))
                    .isInstanceOf(IOException.class)
                    .hasMessage("table book of library")
                    .hasRootCauseMessage("The specified bucket does not exist");
        }
    }

    private static Backup.Dump dump(String name) throws IOException, SQLException {
        bucket("kept").make();
        try (var snapshot = Snapshot.of(library)) {
            return new DatabaseDumper(bucket("kept"), name).dump(snapshot);
        }
    }

    private static Bucket bucket(String name) {
        var at = backing.coordinates();
        return Bucket.at(at.s3Endpoint(), "us-east-1", name, at.s3AccessKey(), at.s3SecretKey());
    }

    private static String one(String query) throws SQLException {
        try (var connection = library.open();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static void sql(String text) throws SQLException {
        try (var connection = library.open();
                var statement = connection.createStatement()) {
            statement.execute(text);
        }
    }
}
