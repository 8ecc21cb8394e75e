package dev.periodical.database;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.Objects;
import java.util.logging.Logger;
import javax.sql.DataSource;

/** A data source whose every failure to connect begins with the database's name. */
final class NamedDataSource implements DataSource {

    private final String name;
    private final DataSource source;

    /** @param name an address without credentials, as {@code postgresql://host:5432/name} */
    NamedDataSource(String name, DataSource source) {
        this.name = name;
        this.source = Objects.requireNonNull(source);
    }

    @Override
    public Connection getConnection() throws SQLException {
        try {
            return source.getConnection();
        } catch (SQLException failure) {
            throw named(failure);
        }
    }

    @Override
    public Connection getConnection(String username, String password) throws SQLException {
        try {
            return source.getConnection(username, password);
        } catch (SQLException failure) {
            throw named(failure);
        }
    }

    private SQLException named(SQLException failure) {
        return new SQLException(
                name + ": " + failure.getMessage(), failure.getSQLState(), failure.getErrorCode(), failure);
    }

    @Override
    public PrintWriter getLogWriter() throws SQLException {
        return source.getLogWriter();
    }

    @Override
    public void setLogWriter(PrintWriter out) throws SQLException {
        source.setLogWriter(out);
    }

    @Override
    public void setLoginTimeout(int seconds) throws SQLException {
        source.setLoginTimeout(seconds);
    }

    @Override
    public int getLoginTimeout() throws SQLException {
        return source.getLoginTimeout();
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        return source.getParentLogger();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        return type.isInstance(source) ? type.cast(source) : source.unwrap(type);
    }

    @Override
    public boolean isWrapperFor(Class<?> type) throws SQLException {
        return type.isInstance(source) || source.isWrapperFor(type);
    }
}
