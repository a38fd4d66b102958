package org.lacuna.publication.bulk;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import javax.sql.DataSource;
import org.postgresql.PGStatement;

/** Reads all documents of one moment through a cursor, and lets one process at a time make a set. */
@ApplicationScoped
class MakingQueries {
    private static final int AT_A_TIME = 100;
    private static final int ALWAYS_BINARY = -1;

    private static final String TURN = "SELECT pg_try_advisory_xact_lock(hashtextextended('bulk files', 0))";
    private static final String SNAPSHOT = "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY";

    /** As they are handed out; in the order in which they were written, which is that of both primary keys. */
    private static final String DOCUMENTS = """
            SELECT coalesce(v.body, d.body)
            FROM public_case p JOIN document d USING (sequence) LEFT JOIN document_veil v USING (sequence)
            WHERE p.sequence <= ? AND p.ended > ? ORDER BY p.sequence
            """;

    private final DataSource source;

    MakingQueries(DataSource source) {
        this.source = source;
    }

    /** Takes one document. */
    @FunctionalInterface
    interface Body {
        void take(byte[] body) throws IOException;
    }

    /** Hands over every public case as it stood at this change, as it is shown now, in one snapshot. */
    void documents(long sequence, Body each) throws IOException {
        try (Connection connection = source.getConnection()) {
            connection.setAutoCommit(false);
            try (Statement begin = connection.createStatement();
                    PreparedStatement query = connection.prepareStatement(DOCUMENTS)) {
                begin.execute(SNAPSHOT);
                // bytes as text would be twice as many
                query.unwrap(PGStatement.class).setPrepareThreshold(ALWAYS_BINARY);
                query.setFetchSize(AT_A_TIME);
                query.setLong(1, sequence);
                query.setLong(2, sequence);
                try (ResultSet rows = query.executeQuery()) {
                    while (rows.next()) {
                        each.take(rows.getBytes(1));
                    }
                }
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        } catch (SQLException failed) {
            throw new IllegalStateException("the documents could not be read: " + failed.getMessage(), failed);
        }
    }

    /** The turn to make sets, until it is closed or its process ends. */
    final class Turn implements AutoCloseable {
        private final Connection connection;

        private Turn(Connection connection) {
            this.connection = connection;
        }

        @Override
        public void close() {
            try (connection) {
                connection.rollback();
                connection.setAutoCommit(true);
            } catch (SQLException broken) {
                // the lock ended with the connection, however that ended
            }
        }
    }

    /** Empty while another process has it. */
    Optional<Turn> turn() {
        try {
            Connection connection = source.getConnection();
            connection.setAutoCommit(false);
            Turn turn = new Turn(connection);
            try (Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery(TURN)) {
                if (row.next() && row.getBoolean(1)) {
                    return Optional.of(turn);
                }
            }
            turn.close();
            return Optional.empty();
        } catch (SQLException failed) {
            throw new IllegalStateException("the turn to make bulk files could not be taken", failed);
        }
    }
}
