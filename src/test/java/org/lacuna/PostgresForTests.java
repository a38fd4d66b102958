package org.lacuna;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.lacuna.boot.Durability;
import org.lacuna.boot.EmbeddedPostgres;

/**
 * The embedded PostgreSQL under {@code target}, emptied once at the start of a run. Standing on any class of the tests,
 * the annotation holds for all of them, so that every {@code @QuarkusTest} shares one server and one application.
 */
@QuarkusTestResource(PostgresForTests.class)
public class PostgresForTests implements QuarkusTestResourceLifecycleManager {
    private EmbeddedPostgres postgres;

    @Override
    public Map<String, String> start() {
        postgres = EmbeddedPostgres.start(Scratch.folder("postgres"), Durability.FOR_TESTS);
        emptyTheDatabase();
        return Map.of(
                "quarkus.datasource.jdbc.url", postgres.jdbcUrl(),
                "quarkus.datasource.username", postgres.username(),
                "quarkus.datasource.password", postgres.password());
    }

    @Override
    public void stop() {
        if (postgres != null) {
            postgres.close();
        }
    }

    private void emptyTheDatabase() {
        try (Connection connection =
                        DriverManager.getConnection(postgres.jdbcUrl(), postgres.username(), postgres.password());
                Statement statement = connection.createStatement()) {
            statement.execute("DROP SCHEMA public CASCADE; CREATE SCHEMA public");
        } catch (SQLException refused) {
            throw new IllegalStateException("the test database could not be emptied", refused);
        }
    }
}
