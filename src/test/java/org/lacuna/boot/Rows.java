package org.lacuna.boot;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Looks into the database of a program that runs, and changes it. */
record Rows(EmbeddedPostgres postgres) {
    private static final String NO_SUCH_TABLE = "42P01";

    /** The first number; 0 if there is none, or not even the table yet. */
    long count(String sql) throws SQLException {
        String found = text(sql);
        return found.isEmpty() ? 0 : Long.parseLong(found);
    }

    /** The first value; empty if there is none, or not even the table yet. */
    String text(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            return rows.next() ? rows.getString(1) : "";
        } catch (SQLException notYet) {
            if (NO_SUCH_TABLE.equals(notYet.getSQLState())) {
                return "";
            }
            throw notYet;
        }
    }

    void change(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(postgres.jdbcUrl(), postgres.username(), postgres.password());
    }
}
