package dev.periodical.backup;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/**
 * One service's database.
 *
 * @param name the service, {@code content} or {@code media}: names its migrations
 * @param url {@code postgresql://host:port/name}
 */
record Database(String name, String url, String username, String password) {

    private static final String HISTORY = "flyway_schema_history";

    private static final String TABLES = """
            select c.relname, string_agg(quote_ident(a.attname), ',' order by a.attnum)
            from pg_class c join pg_attribute a on a.attrelid = c.oid
            where c.relkind in ('r', 'p') and not c.relispartition and c.relnamespace = current_schema()::regnamespace
              and a.attnum > 0 and not a.attisdropped and a.attgenerated = '' and c.relname <> 'flyway_schema_history'
            group by c.relname order by c.relname
            """;

    /** Every sequence with each column that draws from it: identities, and columns whose default does; one may serve several. */
    private static final String SEQUENCES = """
            select cast(cast(s.oid as regclass) as text), string_agg(
                'select max(' || quote_ident(a.attname) || ') as used from ' || quote_ident(t.relname), ' union all ')
            from pg_class s join pg_depend d
                on d.classid = 'pg_class'::regclass and d.objid = s.oid and d.deptype = 'i'
                or d.classid = 'pg_attrdef'::regclass and d.refclassid = 'pg_class'::regclass and d.refobjid = s.oid
            left join pg_attrdef def on d.classid = 'pg_attrdef'::regclass and def.oid = d.objid
            join pg_class t on t.oid = coalesce(def.adrelid, d.refobjid)
            join pg_attribute a on a.attrelid = t.oid and a.attnum = coalesce(def.adnum, d.refobjsubid)
            where s.relkind = 'S' and s.relnamespace = current_schema()::regnamespace and t.relkind in ('r', 'p')
            group by s.oid
            """;

    private static final String REFERENCES = """
            select child.relname, parent.relname
            from pg_constraint c join pg_class child on child.oid = c.conrelid join pg_class parent on parent.oid = c.confrelid
            where c.contype = 'f' and child.oid <> parent.oid and c.connamespace = current_schema()::regnamespace
            """;

    /** A table and the columns that are its own: generated ones make themselves. */
    record Table(String name, String columns) {}

    Connection open() throws SQLException {
        return DriverManager.getConnection("jdbc:" + url, username, password);
    }

    static CopyManager copying(Connection connection) throws SQLException {
        return connection.unwrap(PGConnection.class).getCopyAPI();
    }

    /** The tables of the schema, by name. */
    static List<Table> tables(Connection connection) throws SQLException {
        var tables = new ArrayList<Table>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(TABLES)) {
            while (rows.next()) {
                tables.add(new Table(rows.getString(1), rows.getString(2)));
            }
        }
        return tables;
    }

    /** The version of the last migration that ran. */
    static String schemaVersion(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("select version from " + HISTORY
                        + " where success and version is not null order by installed_rank desc limit 1")) {
            if (!rows.next()) {
                throw new SQLException("no migration has run here yet");
            }
            return rows.getString(1);
        }
    }

    /** Whether this program has the migrations up to a version. */
    boolean knows(String version) {
        var wanted = MigrationVersion.fromVersion(version);
        return Arrays.stream(migrations(MigrationVersion.LATEST).info().all())
                .anyMatch(migration -> wanted.equals(migration.getVersion())
                        && migration.getState().isResolved());
    }

    /** Makes the tables as they were at a version, in a database that has none. */
    void migrate(String version) {
        migrations(MigrationVersion.fromVersion(version)).migrate();
    }

    private Flyway migrations(MigrationVersion target) {
        return Flyway.configure(Database.class.getClassLoader())
                .dataSource("jdbc:" + url, username, password)
                .locations("classpath:migrations/" + name)
                .target(target)
                .load();
    }

    /** Whether there is anything that a restore would lose. */
    static boolean holdsRows(Connection connection) throws SQLException {
        for (var table : tables(connection)) {
            try (var statement = connection.createStatement();
                    var rows = statement.executeQuery("select 1 from \"%s\" limit 1".formatted(table.name()))) {
                if (rows.next()) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Whether the schema is not as fresh as the server made it. */
    static boolean holdsRelations(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "select 1 from pg_class where relnamespace = current_schema()::regnamespace limit 1")) {
            return rows.next();
        }
    }

    /** Which tables refer to which others, by name. */
    static Map<String, Set<String>> references(Connection connection) throws SQLException {
        var references = new HashMap<String, Set<String>>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(REFERENCES)) {
            while (rows.next()) {
                references
                        .computeIfAbsent(rows.getString(1), child -> new HashSet<>())
                        .add(rows.getString(2));
            }
        }
        return references;
    }

    /** Drops every table and whatever else the schema holds, or nothing. */
    static void empty(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("select quote_ident(current_schema())")) {
            rows.next();
            var schema = rows.getString(1);
            statement.execute("drop schema " + schema + " cascade");
            statement.execute("create schema " + schema);
        }
        connection.commit();
        connection.setAutoCommit(true);
    }

    /** Lets every sequence go on after the largest number that was copied in. */
    static void continueSequences(Connection connection) throws SQLException {
        var settings = new ArrayList<String>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(SEQUENCES)) {
            while (rows.next()) {
                settings.add("select setval('%s', coalesce(max(used), 0) + 1, false) from (%s) as columns"
                        .formatted(rows.getString(1), rows.getString(2)));
            }
        }
        try (var statement = connection.createStatement()) {
            for (var setting : settings) {
                statement.execute(setting);
            }
        }
    }
}
