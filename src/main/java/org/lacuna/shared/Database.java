package org.lacuna.shared;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.BatchUpdateException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.PGStatement;
import org.postgresql.util.PSQLException;

/**
 * SQL with parameters, for the one {@code …Queries} class of each feature. Inside a transaction every call uses that
 * transaction's connection.
 */
@ApplicationScoped
public class Database {
    private final DataSource source;
    private final ThreadLocal<Gathered> gathered = new ThreadLocal<>();

    Database(DataSource source) {
        this.source = source;
    }

    /** Turns the current row into a value. */
    @FunctionalInterface
    public interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    /**
     * Does work whose changes wait and are sent together, so that many documents cost few journeys to the database. They are
     * sent statement by statement, in the order in which the statements first came: work on one row must not depend on
     * another statement's work on the same row that came later. Whatever is asked meanwhile sends first what waits.
     *
     * <p>Within it {@link #change} says 0, since nobody knows yet.
     */
    public void together(Runnable work) {
        if (gathered.get() != null) {
            work.run();
            return;
        }
        gathered.set(new Gathered(false));
        try {
            work.run();
            send();
        } finally {
            gathered.remove();
        }
    }

    /**
     * Does work whose changes another thread will {@link #send(Gathered)}; nothing may be asked in it. So what is to be
     * written next can be prepared while the transaction's own thread waits for the database.
     */
    public Gathered apart(Runnable work) {
        Gathered waiting = new Gathered(true);
        gathered.set(waiting);
        try {
            work.run();
            return waiting;
        } finally {
            gathered.remove();
        }
    }

    /** Sends what was prepared apart, within the transaction of this thread. */
    public void send(Gathered prepared) {
        prepared.take().forEach(this::send);
    }

    /** All rows of a query. Parameters are handed to JDBC as they are; a {@code String[]} becomes a {@code text[]}. */
    public <T> List<T> list(String sql, RowReader<T> reader, Object... parameters) {
        send();
        return with(sql, parameters, statement -> rows(statement, reader));
    }

    private static <T> List<T> rows(PreparedStatement statement, RowReader<T> reader) throws SQLException {
        List<T> found = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                found.add(reader.read(rows));
            }
        }
        return found;
    }

    /**
     * All rows of a query that is planned for just these parameters. A statement that is prepared once for all of them
     * would get one plan for a value that fits a third of a table and one that fits nothing, and be slow for either.
     */
    public <T> List<T> listPlanned(String sql, RowReader<T> reader, Object... parameters) {
        send();
        return with(sql, parameters, statement -> {
            statement.unwrap(PGStatement.class).setPrepareThreshold(0);
            return rows(statement, reader);
        });
    }

    /** The first row of a query. */
    public <T> Optional<T> first(String sql, RowReader<T> reader, Object... parameters) {
        return list(sql, reader, parameters).stream().findFirst();
    }

    /** Inserts, or whatever else changes rows; how many there were. */
    public int change(String sql, Object... parameters) {
        Gathered waiting = gathered.get();
        if (waiting != null) {
            waiting.change(sql, parameters);
            return 0;
        }
        return with(sql, parameters, PreparedStatement::executeUpdate);
    }

    /**
     * Inserts a row, by {@code COPY}: many of them within {@link #together} cost a fraction of so many statements.
     *
     * @param columns with commas between them
     * @param values as many; texts in the form that PostgreSQL reads for the column's type
     */
    public void insert(String table, String columns, Object... values) {
        together(() -> gathered.get().copy("COPY " + table + " (" + columns + ") FROM STDIN", values));
    }

    /**
     * The same for a row of a number and bytes, which are not written as text first.
     *
     * @param columns the number's and the bytes', with a comma between them
     * @param bytes in the binary form of the column's type; of {@code bytea} as they are
     */
    public void insertBytes(String table, String columns, long number, byte[] bytes) {
        together(() -> gathered.get()
                .copyBytes("COPY " + table + " (" + columns + ") FROM STDIN (FORMAT binary)", number, bytes));
    }

    /**
     * Waits for a lock that the transaction holds until its end.
     *
     * @param name what is locked; the same name is the same lock on every node
     */
    public void lock(String name) {
        list("SELECT pg_advisory_xact_lock(hashtextextended(?, 0))", row -> true, name);
    }

    private void send() {
        Gathered waiting = gathered.get();
        if (waiting != null) {
            waiting.refuseIfApart();
            send(waiting);
        }
    }

    private void send(String sql, Gathered.Waiting waiting) {
        if (waiting instanceof Gathered.Copy copy) {
            send(sql, copy.rows().bytes());
        } else if (waiting instanceof Gathered.CopyBytes copy) {
            send(sql, copy.rows().bytes());
        } else if (waiting instanceof Gathered.Batch batch) {
            send(sql, batch.parameters());
        }
    }

    private void send(String sql, byte[] rows) {
        try (Connection connection = source.getConnection()) {
            connection.unwrap(PGConnection.class).getCopyAPI().copyIn(sql, new ByteArrayInputStream(rows));
        } catch (PSQLException failed) {
            // the context of a failed COPY quotes the row
            throw new DatabaseFailure(Optional.ofNullable(failed.getServerErrorMessage())
                    .map(told -> new SQLException(told.getMessage(), failed.getSQLState()))
                    .orElse(failed));
        } catch (SQLException failed) {
            throw new DatabaseFailure(failed);
        } catch (IOException impossible) {
            throw new UncheckedIOException("rows in memory could not be read", impossible);
        }
    }

    private void send(String sql, List<Object[]> rows) {
        try (Connection connection = source.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (Object[] parameters : rows) {
                set(connection, statement, parameters);
                statement.addBatch();
            }
            statement.executeBatch();
        } catch (BatchUpdateException failed) {
            // the cause says what failed; the message around it would quote the values
            throw new DatabaseFailure(
                    Optional.ofNullable(failed.getNextException()).orElse(failed));
        } catch (SQLException failed) {
            throw new DatabaseFailure(failed);
        }
    }

    private interface Work<T> {
        T on(PreparedStatement statement) throws SQLException;
    }

    private <T> T with(String sql, Object[] parameters, Work<T> work) {
        try (Connection connection = source.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            set(connection, statement, parameters);
            return work.on(statement);
        } catch (SQLException failed) {
            throw new DatabaseFailure(failed);
        }
    }

    private static void set(Connection connection, PreparedStatement statement, Object[] parameters)
            throws SQLException {
        for (int i = 0; i < parameters.length; i++) {
            Object value = parameters[i] instanceof Optional<?> maybe ? maybe.orElse(null) : parameters[i];
            statement.setObject(
                    i + 1, value instanceof String[] texts ? connection.createArrayOf("text", texts) : value);
        }
    }

    /** The database refused or could not be reached. */
    public static final class DatabaseFailure extends RuntimeException {
        DatabaseFailure(SQLException cause) {
            super(cause.getMessage(), cause);
        }

        /** The SQLSTATE, such as {@code 23505} for a value that must be unique. */
        public String state() {
            return Optional.ofNullable(((SQLException) getCause()).getSQLState())
                    .orElse("");
        }
    }
}
