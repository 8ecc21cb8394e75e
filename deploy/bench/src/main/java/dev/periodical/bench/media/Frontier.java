package dev.periodical.bench.media;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** What media's tables say of its progress. */
final class Frontier implements AutoCloseable {

    private final Connection connection;

    Frontier(String jdbcUrl, String user, String password) throws SQLException {
        connection = DriverManager.getConnection(jdbcUrl, user, password);
    }

    /** How many pictures of hosts with this beginning are stored. */
    long stored(String hosts) throws SQLException {
        try (var query = connection.prepareStatement(
                "select count(*) from picture where state = 'stored' and home like ? || '%'")) {
            query.setString(1, hosts);
            try (var rows = query.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }

    List<String> ids(int most) throws SQLException {
        List<String> ids = new ArrayList<>();
        try (var query = connection.createStatement();
                var rows = query.executeQuery("select media_id from picture where state = 'stored' limit " + most)) {
            while (rows.next()) {
                ids.add(rows.getString(1));
            }
        }
        return ids;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
