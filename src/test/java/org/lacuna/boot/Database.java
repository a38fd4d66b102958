package org.lacuna.boot;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Short words for tests to speak to a database with. */
record Database(String url, String user, String password) {
    static Database of(EmbeddedPostgres postgres) {
        return new Database(postgres.jdbcUrl(), postgres.username(), postgres.password());
    }

    Database withUrl(String other) {
        return new Database(other, user, password);
    }

    void run(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url, user, password);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** The first column of the first row. */
    String ask(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url, user, password);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
