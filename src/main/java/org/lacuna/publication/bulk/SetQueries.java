package org.lacuna.publication.bulk;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.lacuna.shared.Database;
import org.lacuna.shared.Digest;

/** Which sets there are, and which of them may be handed out. */
@ApplicationScoped
class SetQueries {
    private static final String COLUMNS = "SELECT name, day, sequence, made, replaces FROM bulk_set b ";
    private static final String SERVED = "made IS NOT NULL AND withdrawn IS NULL AND expired IS NULL";

    private final Database database;

    SetQueries(Database database) {
        this.database = database;
    }

    /** @param withdrawn because something it held was redacted; else it was old */
    record Gone(String name, boolean withdrawn, Optional<String> replacedBy) {}

    /** A set that is to be made again without what was redacted. */
    record Old(String name, LocalDate day, long sequence, int revision) {}

    List<BulkSet> served() {
        return database
                .list(
                        COLUMNS + "WHERE " + SERVED + " ORDER BY sequence DESC, day DESC, revision DESC",
                        SetQueries::head)
                .stream()
                .map(this::whole)
                .toList();
    }

    Optional<BulkSet> latest() {
        return latest(Optional.empty());
    }

    /** @param day only of this day or earlier */
    Optional<BulkSet> latest(Optional<LocalDate> day) {
        return database.first(
                        COLUMNS + "WHERE " + SERVED + " AND day <= coalesce(?::date, 'infinity')"
                                + " ORDER BY sequence DESC, day DESC, revision DESC LIMIT 1",
                        SetQueries::head,
                        day)
                .map(this::whole);
    }

    Optional<BulkSet> served(String name) {
        return database.first(COLUMNS + "WHERE name = ? AND " + SERVED, SetQueries::head, name)
                .map(this::whole);
    }

    /** A set that was served once. */
    Optional<Gone> gone(String name) {
        return database.first(
                """
                SELECT b.name, b.withdrawn IS NOT NULL, (SELECT n.name FROM bulk_set n
                    WHERE n.replaces = b.name AND n.made IS NOT NULL)
                FROM bulk_set b WHERE b.name = ? AND b.made IS NOT NULL
                    AND (b.withdrawn IS NOT NULL OR b.expired IS NOT NULL)
                """, row -> new Gone(row.getString(1), row.getBoolean(2), Optional.ofNullable(row.getString(3))), name);
    }

    /** Sets whose bytes must not lie about. */
    List<String> notServed() {
        return database.list(
                "SELECT name FROM bulk_set WHERE withdrawn IS NOT NULL OR expired IS NOT NULL",
                row -> row.getString(1));
    }

    /** Newest first: that is the one which most readers want. */
    List<Old> toReplace() {
        return database.list(
                """
                SELECT name, day, sequence, revision FROM bulk_set b
                WHERE withdrawn IS NOT NULL AND made IS NOT NULL AND expired IS NULL
                    AND NOT EXISTS (SELECT FROM bulk_set n WHERE n.replaces = b.name)
                ORDER BY sequence DESC
                """,
                row -> new Old(row.getString(1), row.getObject(2, LocalDate.class), row.getLong(3), row.getInt(4)));
    }

    /** What is left of sets that nobody finished. */
    void forgetUnfinished() {
        database.change("DELETE FROM bulk_set WHERE made IS NULL");
    }

    /** Waits for redactions that are under way, so that those which come after are told to this set. */
    void lockPublication() {
        database.lock("publication");
    }

    long lastSequence() {
        return database.first("SELECT coalesce(max(sequence), 0) FROM change", row -> row.getLong(1))
                .orElseThrow();
    }

    boolean projected() {
        return database.first("SELECT filled FROM projection", row -> row.getBoolean(1))
                .orElse(false);
    }

    int revisions(LocalDate day, long sequence) {
        return database.first(
                        "SELECT coalesce(max(revision) + 1, 0) FROM bulk_set WHERE day = ? AND sequence = ?",
                        row -> row.getInt(1),
                        day,
                        sequence)
                .orElseThrow();
    }

    void start(String name, LocalDate day, long sequence, int revision, Optional<String> replaces, Instant now) {
        database.change(
                "INSERT INTO bulk_set (name, day, sequence, revision, replaces, started) VALUES (?, ?, ?, ?, ?, ?)",
                name,
                day,
                sequence,
                revision,
                replaces,
                now.atOffset(ZoneOffset.UTC));
    }

    /** Whether it may be served: not if something it holds was redacted while it was made. */
    boolean finish(String name, List<BulkFile> files, Instant now) {
        int finished = database.change(
                "UPDATE bulk_set SET made = ? WHERE name = ? AND made IS NULL AND withdrawn IS NULL",
                now.atOffset(ZoneOffset.UTC),
                name);
        for (int i = 0; finished == 1 && i < files.size(); i++) {
            BulkFile file = files.get(i);
            database.change(
                    "INSERT INTO bulk_file (set_name, position, name, media, bytes, digest, lines) VALUES (?, ?, ?, ?, ?, ?, ?)",
                    name,
                    i,
                    file.name(),
                    file.media(),
                    file.bytes(),
                    file.digest().toString(),
                    file.rows());
        }
        return finished == 1;
    }

    void forget(String name) {
        database.change("DELETE FROM bulk_set WHERE name = ? AND made IS NULL", name);
    }

    /** Ends what is older than this day, except the first set of each month and the newest of all. */
    int expire(LocalDate before, Instant now) {
        return database.change("""
                UPDATE bulk_set SET expired = ? WHERE made IS NOT NULL AND expired IS NULL AND day < ?
                    AND name <> (SELECT name FROM bulk_set WHERE made IS NOT NULL AND expired IS NULL
                                 ORDER BY sequence DESC, day DESC, revision DESC LIMIT 1)
                    AND (day, sequence) <> (SELECT m.day, m.sequence FROM bulk_set m WHERE m.made IS NOT NULL
                        AND date_trunc('month', m.day) = date_trunc('month', bulk_set.day)
                        ORDER BY m.day, m.sequence LIMIT 1)
                """, now.atOffset(ZoneOffset.UTC), before);
    }

    void order(Instant now) {
        database.change(
                "INSERT INTO bulk_order (ordered) VALUES (?) ON CONFLICT ON CONSTRAINT bulk_order_is_one DO NOTHING",
                now.atOffset(ZoneOffset.UTC));
    }

    boolean ordered() {
        return database.first("SELECT 1 FROM bulk_order", row -> true).isPresent();
    }

    void ordersDone() {
        database.change("DELETE FROM bulk_order");
    }

    List<BulkSet.Old> digests(String name) {
        return database.list(
                "SELECT name, digest FROM bulk_file WHERE set_name = ? ORDER BY position",
                row -> new BulkSet.Old(row.getString(1), Digest.parse(row.getString(2))),
                name);
    }

    private record Head(String name, LocalDate day, long sequence, Instant made, Optional<String> replaces) {}

    private static Head head(ResultSet row) throws SQLException {
        return new Head(
                row.getString("name"),
                row.getObject("day", LocalDate.class),
                row.getLong("sequence"),
                row.getObject("made", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.getString("replaces")));
    }

    /** Only when the connection of the first query is free again: many readers at once would wait for each other. */
    private BulkSet whole(Head head) {
        return new BulkSet(
                head.name(),
                head.day(),
                head.sequence(),
                head.made(),
                head.replaces().map(old -> new BulkSet.Replaced(old, digests(old))),
                files(head.name()));
    }

    private List<BulkFile> files(String name) {
        return database.list(
                "SELECT name, media, bytes, digest, lines FROM bulk_file WHERE set_name = ? ORDER BY position",
                row -> new BulkFile(
                        row.getString(1),
                        row.getString(2),
                        row.getLong(3),
                        Digest.parse(row.getString(4)),
                        Optional.ofNullable(row.getObject(5, Long.class))),
                name);
    }
}
