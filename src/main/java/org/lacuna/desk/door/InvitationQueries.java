package org.lacuna.desk.door;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.lacuna.shared.Database;

/** Invitations; of the secret in a link only the digest. */
@ApplicationScoped
class InvitationQueries {
    private static final int HOURS = 72;
    private static final String OPEN = """
            SELECT i.id, i.name, i.roles, e.name, i.ends FROM invitation i JOIN editor e ON e.id = i.made_by
            WHERE i.accepted IS NULL AND i.revoked IS NULL AND i.ends > ?
            """;

    private final Database database;
    private final Clock clock;

    InvitationQueries(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    void add(Token token, String name, Set<DeskRole> roles, UUID madeBy) {
        String sql = """
                INSERT INTO invitation (id, token_hash, name, roles, made_by, made, ends) VALUES (?, ?, ?, ?, ?, ?, ?)
                """;
        database.change(
                sql,
                UUID.randomUUID(),
                token.digest(),
                name,
                DeskRole.words(roles).toArray(String[]::new),
                madeBy,
                now(),
                now().plusHours(HOURS));
    }

    List<Invitation> open() {
        return database.list(OPEN + "ORDER BY i.ends", InvitationQueries::invitation, now());
    }

    Optional<Invitation> open(Token token) {
        return database.first(OPEN + "AND i.token_hash = ?", InvitationQueries::invitation, now(), token.digest());
    }

    boolean invites(String name) {
        return open().stream().anyMatch(invitation -> invitation.name().equals(name));
    }

    /** Whether it was open until now. */
    boolean accept(UUID id) {
        String sql = """
                UPDATE invitation SET accepted = ? WHERE id = ? AND accepted IS NULL AND revoked IS NULL AND ends > ?
                """;
        return database.change(sql, now(), id, now()) == 1;
    }

    /** The name it was for, if it was open until now. */
    Optional<String> revoke(UUID id) {
        String sql = """
                UPDATE invitation SET revoked = ? WHERE id = ? AND accepted IS NULL AND revoked IS NULL RETURNING name
                """;
        return database.first(sql, row -> row.getString(1), now(), id);
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static Invitation invitation(ResultSet row) throws SQLException {
        return new Invitation(
                row.getObject(1, UUID.class),
                row.getString(2),
                DeskRole.all(List.of((String[]) row.getArray(3).getArray())),
                row.getString(4),
                row.getObject(5, OffsetDateTime.class).toInstant());
    }
}
