package org.lacuna.boot;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Properties;
import java.util.function.BooleanSupplier;

/**
 * One application starts at a time on one database. Quartz writes its jobs down while it starts, and of two that do so at
 * the same moment one fails. The turn is a lock of the database's, so it holds across machines and ends with its process.
 */
final class StartTurn implements AutoCloseable {
    private static final String TRY = "SELECT pg_try_advisory_lock(hashtextextended('start', 0))";
    private static final Duration BETWEEN_TRIES = Duration.ofMillis(200);

    private final Connection connection;

    private StartTurn(Connection connection) {
        this.connection = connection;
    }

    /**
     * Waits for the turn.
     *
     * @param longest how long
     * @param leaving whether waiting is of no more use; then the turn is not taken
     * @throws CannotStart if the database refuses, or somebody else takes longer than that
     */
    static StartTurn take(String url, Properties properties, Duration longest, BooleanSupplier leaving) {
        try {
            StartTurn turn = new StartTurn(DriverManager.getConnection(url, properties));
            long until = System.nanoTime() + longest.toNanos();
            while (!leaving.getAsBoolean() && !turn.taken()) {
                if (System.nanoTime() > until) {
                    turn.close();
                    throw new CannotStart("Another Lacuna has been starting on this database for more than "
                            + longest.toSeconds() + " seconds. Look at its output, stop it, or try again.");
                }
                Thread.sleep(BETWEEN_TRIES.toMillis());
            }
            return turn;
        } catch (SQLException refused) {
            throw new CannotStart("The database did not let Lacuna start: " + refused.getMessage(), refused);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new CannotStart("Interrupted while another Lacuna was starting.", interrupted);
        }
    }

    private boolean taken() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(TRY)) {
            return row.next() && row.getBoolean(1);
        }
    }

    /** Lets the next one start; more than once does nothing. */
    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException broken) {
            // the lock ended with the connection, however that ended
        }
    }
}
