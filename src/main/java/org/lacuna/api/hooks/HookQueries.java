package org.lacuna.api.hooks;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.lacuna.publication.CaseFilter;
import org.lacuna.shared.Database;
import org.lacuna.shared.Word;

/**
 * The subscriptions, as their owners change them. Every change takes the lease from whoever holds it. Time here is the
 * database's, the one clock that all nodes share.
 */
@ApplicationScoped
class HookQueries {
    static final String COLUMNS =
            "w.id, w.url, w.filter, w.site, w.state, w.why, w.cursor, w.created, w.verified, w.delivered";
    private static final String REFUSED = "state = 'unverified' AND verified IS NULL AND due = 'infinity'";
    private static final String TAKEN = "fence = fence + 1, leased_until = NULL";

    private final Database database;
    private final ObjectMapper json;

    HookQueries(Database database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    /**
     * How many there are.
     *
     * @param all without sign-ups that came to nothing: what is left of them takes nobody's place
     * @param there to one host
     * @param unverifiedThere those of them that were not answered with a yes, also if that came to nothing: a host that
     *     says no is not asked over and over
     */
    record Count(long all, long there, long unverifiedThere) {}

    Count count(String host) {
        return database.first(
                        "SELECT count(*) FILTER (WHERE NOT (" + REFUSED
                                + ")), count(*) FILTER (WHERE host = ?),"
                                + " count(*) FILTER (WHERE state = 'unverified' AND host = ?) FROM webhook",
                        row -> new Count(row.getLong(1), row.getLong(2), row.getLong(3)),
                        host,
                        host)
                .orElseThrow();
    }

    /** Those whose host is still to be asked, or is being asked. */
    Set<UUID> waiting() {
        return Set.copyOf(database.list(
                "SELECT id FROM webhook WHERE state = 'unverified' AND due < 'infinity'",
                row -> row.getObject(1, UUID.class)));
    }

    /** Keeps so many sign-ups that came to nothing; those of which no host heard go first, since they cost nobody a question. */
    void forgetRefused(int most) {
        database.change(
                "DELETE FROM webhook WHERE id IN (SELECT id FROM webhook WHERE " + REFUSED
                        + " ORDER BY why = ?, created DESC, id OFFSET ?)",
                Target.NOWHERE,
                most);
    }

    void add(
            UUID id,
            URI url,
            CaseFilter filter,
            URI site,
            byte[] token,
            byte[] secret,
            long cursor,
            Duration askAfter) {
        database.change(
                """
                INSERT INTO webhook (id, url, host, filter, site, state, token, secret, cursor, created, due)
                VALUES (?, ?, ?, ?::jsonb, ?, 'unverified', ?, ?, ?, now(), now() + make_interval(secs => ?))
                """,
                id,
                url.toString(),
                url.getHost(),
                written(filter),
                site.toString(),
                token,
                secret,
                cursor,
                seconds(askAfter));
    }

    Optional<Hook> find(UUID id) {
        return database.first("SELECT " + COLUMNS + " FROM webhook w WHERE w.id = ?", this::hook, id);
    }

    Optional<byte[]> token(UUID id) {
        return database.first("SELECT token FROM webhook WHERE id = ?", row -> row.getBytes(1), id);
    }

    void remove(UUID id) {
        database.change("DELETE FROM webhook WHERE id = ?", id);
    }

    void narrow(UUID id, CaseFilter filter) {
        database.change("UPDATE webhook SET filter = ?::jsonb, " + TAKEN + " WHERE id = ?", written(filter), id);
    }

    void move(UUID id, URI url) {
        database.change(
                "UPDATE webhook SET url = ?, host = ?, " + TAKEN + " WHERE id = ?", url.toString(), url.getHost(), id);
    }

    /** Puts it into a state, to be looked at after a while; what went wrong before is forgotten. */
    void turn(UUID id, HookState state, Duration after) {
        database.change(
                "UPDATE webhook SET state = ?, why = NULL, failures = 0, failing_since = NULL,"
                        + " due = now() + make_interval(secs => ?), " + TAKEN + " WHERE id = ?",
                state.word(),
                seconds(after),
                id);
    }

    void rotate(UUID id, byte[] secret, Duration oldFor) {
        database.change(
                "UPDATE webhook SET old_secret = secret, old_until = now() + make_interval(secs => ?), secret = ?, "
                        + TAKEN + " WHERE id = ?",
                seconds(oldFor),
                secret,
                id);
    }

    void replay(UUID id, long after) {
        database.change("DELETE FROM webhook_trouble WHERE webhook = ? AND sequence > ?", id, after);
        database.change(
                "UPDATE webhook SET cursor = ?, failures = 0, due = least(due, now()), " + TAKEN + " WHERE id = ?",
                after,
                id);
    }

    long last() {
        return database.first("SELECT coalesce(max(sequence), 0) FROM change", row -> row.getLong(1))
                .orElseThrow();
    }

    /** Forgets sign-ups that nobody confirmed, and messages given up long ago. */
    void forget(Duration unverified, Duration listed) {
        database.change(
                "DELETE FROM webhook WHERE state = 'unverified' AND verified IS NULL"
                        + " AND created < now() - make_interval(secs => ?)",
                seconds(unverified));
        database.change(
                "DELETE FROM webhook_trouble WHERE dead AND last < now() - make_interval(secs => ?)", seconds(listed));
        database.change("DELETE FROM webhook_host WHERE asked < now() - interval '1 day'");
    }

    Hook hook(ResultSet row) throws SQLException {
        return new Hook(
                row.getObject(1, UUID.class),
                URI.create(row.getString(2)),
                read(row.getString(3)),
                URI.create(row.getString(4)),
                Word.of(HookState.class, row.getString(5)).orElseThrow(),
                Optional.ofNullable(row.getString(6)),
                row.getLong(7),
                moment(row, 8).orElseThrow(),
                moment(row, 9),
                moment(row, 10));
    }

    static Optional<Instant> moment(ResultSet row, int column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }

    static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }

    private String written(CaseFilter filter) {
        try {
            return json.writeValueAsString(filter.asked());
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException("texts can be written as JSON", impossible);
        }
    }

    private CaseFilter read(String filter) {
        try {
            return CaseFilter.read(json.readValue(filter, new TypeReference<Map<String, String>>() {}));
        } catch (JsonProcessingException broken) {
            throw new UncheckedIOException("a stored filter does not read", broken);
        }
    }
}
