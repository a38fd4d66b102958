package org.lacuna.boot;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Properties;

/**
 * A PostgreSQL that somebody else runs.
 *
 * @param url JDBC, as the operator wrote it
 */
record ExternalPostgres(String url, Optional<String> user, Optional<String> password) {
    static final int OLDEST = 15;

    private static final String SECONDS_TO_CONNECT = "15";

    /** Refuses a server that does not answer, or is older than {@link #OLDEST}, before the application stumbles over it. */
    void requireUsable() {
        try (Connection connection = DriverManager.getConnection(url, properties())) {
            requireVersion(
                    connection.getMetaData().getDatabaseMajorVersion(),
                    connection.getMetaData().getDatabaseProductVersion());
        } catch (SQLException refused) {
            throw new CannotStart(
                    "The database at " + withoutQuery() + " did not let Lacuna in: " + refused.getMessage()
                            + " Check QUARKUS_DATASOURCE_JDBC_URL, QUARKUS_DATASOURCE_USERNAME and "
                            + "QUARKUS_DATASOURCE_PASSWORD (or LACUNA_DATABASE_PASSWORD_FILE); without the first, "
                            + "Lacuna runs a PostgreSQL of its own.",
                    refused);
        }
    }

    static void requireVersion(int major, String found) {
        if (major < OLDEST) {
            throw new CannotStart("Lacuna needs PostgreSQL " + OLDEST + " or newer, found " + found + ".");
        }
    }

    /** The part of a JDBC URL behind the question mark may hold a password. */
    private String withoutQuery() {
        return url.replaceFirst("\\?.*$", "");
    }

    Properties properties() {
        Properties properties = new Properties();
        properties.setProperty("connectTimeout", SECONDS_TO_CONNECT);
        properties.setProperty("logServerErrorDetail", "false");
        user.ifPresent(name -> properties.setProperty("user", name));
        password.ifPresent(secret -> properties.setProperty("password", secret));
        return properties;
    }
}
