package org.lacuna.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.lacuna.ledger.merkle.Hash;
import org.lacuna.ledger.merkle.TreeHead;
import org.lacuna.shared.Database;

/** Leaves, checkpoints, and whose turn it is. */
@ApplicationScoped
class LogQueries {
    private final Database database;

    LogQueries(Database database) {
        this.database = database;
    }

    /** A checkpoint as it was signed. */
    record Signed(TreeHead head, byte[] note, String origin, Instant at) {}

    /** The entries from a position on, in order. */
    List<byte[]> entries(long from, long upTo) {
        return database.list(
                "SELECT entry FROM log_leaf WHERE position >= ? AND position < ? ORDER BY position",
                row -> row.getBytes(1),
                from,
                upTo);
    }

    /** The same by their positions, where some may be missing. */
    Map<Long, byte[]> entriesAt(long from, long upTo) {
        Map<Long, byte[]> entries = new HashMap<>();
        database.list(
                "SELECT position, entry FROM log_leaf WHERE position >= ? AND position < ?",
                row -> entries.put(row.getLong(1), row.getBytes(2)),
                from,
                upTo);
        return entries;
    }

    /** A leaf that is not about a change, in the transaction of the caller. */
    void addLeaf(byte[] entry) {
        database.change("INSERT INTO log_leaf (position, entry) VALUES (log_next(), ?)", entry);
    }

    /** How many leaves there are, integrated or not. */
    long leaves() {
        return database.first("SELECT coalesce(max(position) + 1, 0) FROM log_leaf", row -> row.getLong(1))
                .orElseThrow();
    }

    /** Where the leaf of a change stands. */
    OptionalLong position(long sequence) {
        return database
                .list("SELECT position FROM log_leaf WHERE sequence = ?", row -> row.getLong(1), sequence)
                .stream()
                .mapToLong(Long::longValue)
                .findFirst();
    }

    /** The last one. */
    Optional<Signed> checkpoint() {
        return database.first(
                "SELECT size, root, note, origin, recorded FROM log_checkpoint ORDER BY size DESC LIMIT 1",
                LogQueries::signed);
    }

    /** The one of this size. */
    Optional<Signed> checkpoint(long size) {
        return database.first(
                "SELECT size, root, note, origin, recorded FROM log_checkpoint WHERE size = ?",
                LogQueries::signed,
                size);
    }

    /** The last one that was signed before a moment. */
    Optional<Signed> checkpointBefore(Instant end) {
        return database.first(
                "SELECT size, root, note, origin, recorded FROM log_checkpoint WHERE recorded < ?"
                        + " ORDER BY size DESC LIMIT 1",
                LogQueries::signed,
                end.atOffset(ZoneOffset.UTC));
    }

    /** The roots of all checkpoints that are larger than one size and not larger than another, by their sizes. */
    Map<Long, Hash> roots(long beyond, long upTo) {
        Map<Long, Hash> roots = new HashMap<>();
        database.list(
                "SELECT size, root FROM log_checkpoint WHERE size > ? AND size <= ?",
                row -> roots.put(row.getLong(1), new Hash(row.getBytes(2))),
                beyond,
                upTo);
        return roots;
    }

    /** What witnesses said of the checkpoint of this size: lines of its note. */
    List<String> cosignatures(long size) {
        return database.list(
                "SELECT line FROM log_cosignature WHERE size = ? ORDER BY witness", row -> row.getString(1), size);
    }

    /** The largest checkpoint that this witness has signed; 0 if none. */
    long cosignedBy(String witness) {
        return database.first(
                        "SELECT coalesce(max(size), 0) FROM log_cosignature WHERE witness = ?",
                        row -> row.getLong(1),
                        witness)
                .orElseThrow();
    }

    void addCosignature(long size, String witness, String line, Instant at) {
        database.change(
                "INSERT INTO log_cosignature (size, witness, line, recorded) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING",
                size,
                witness,
                line,
                at.atOffset(ZoneOffset.UTC));
    }

    /** Records a checkpoint if this token is still the last one; false if it is not. */
    boolean add(Signed checkpoint, long token) {
        int added = database.change(
                "INSERT INTO log_checkpoint (size, root, note, origin, token, recorded)"
                        + " SELECT ?, ?, ?, ?, token, ? FROM log_turn WHERE token = ?",
                checkpoint.head().size(),
                checkpoint.head().root().bytes(),
                checkpoint.note(),
                checkpoint.origin(),
                checkpoint.at().atOffset(ZoneOffset.UTC),
                token);
        return added == 1;
    }

    /**
     * Takes the turn or keeps it, by the database's own clock; empty while another process has it. A turn that lasts longer
     * than any can was given before that clock was set back, and is over.
     *
     * @return the token, another one after every take-over
     */
    Optional<Long> turn(UUID me, int seconds) {
        return database.first("""
                UPDATE log_turn SET token = token + CASE WHEN holder = ? THEN 0 ELSE 1 END, holder = ?,
                    until = clock_timestamp() + make_interval(secs => ?)
                WHERE holder = ? OR until < clock_timestamp() OR until > clock_timestamp() + make_interval(secs => ?)
                RETURNING token
                """, row -> row.getLong(1), me, me, seconds, me, seconds);
    }

    /**
     * Whether this token is still the last one; nobody can take over before the transaction ends. One that sleeps here is
     * ended by the database, so that nobody waits for it, and whatever it signs when it wakes is recorded nowhere.
     */
    boolean holds(long token, Duration patience) {
        database.list(
                "SELECT set_config('idle_in_transaction_session_timeout', ?, true)",
                row -> true,
                patience.toMillis() + "ms");
        return database.first("SELECT token FROM log_turn WHERE token = ? FOR UPDATE", row -> true, token)
                .isPresent();
    }

    /** Gives the turn back, so that nobody has to wait until it runs out. */
    void release(UUID me) {
        database.change("UPDATE log_turn SET until = '-infinity' WHERE holder = ?", me);
    }

    private static Signed signed(ResultSet row) throws SQLException {
        return new Signed(
                new TreeHead(row.getLong(1), new Hash(row.getBytes(2))),
                row.getBytes(3),
                row.getString(4),
                row.getObject(5, OffsetDateTime.class).toInstant());
    }
}
