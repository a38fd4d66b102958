package org.lacuna.desk.door;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.lacuna.shared.Database;

/** Proposals and the one decision about each. */
@ApplicationScoped
class ProposalQueries {
    private static final String OPEN = """
            SELECT p.id, p.action, p.about, y.payload, p.why, p.proposed_by, e.name, p.proposed, p.expires
            FROM proposal p JOIN editor e ON e.id = p.proposed_by JOIN proposal_payload y ON y.proposal = p.id
            WHERE p.expires > ? AND NOT EXISTS (SELECT 1 FROM proposal_decision d WHERE d.proposal = p.id)
            """;

    private final Database database;
    private final Clock clock;

    ProposalQueries(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    void add(UUID id, String action, String about, String payload, String why, UUID by, Duration lasts) {
        String sql = """
                INSERT INTO proposal (id, action, about, why, proposed_by, proposed, expires)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                """;
        database.change(sql, id, action, about, why, by, now(), now().plus(lasts));
        database.change("INSERT INTO proposal_payload (proposal, payload) VALUES (?, ?)", id, payload);
        forgetExpired();
    }

    List<Proposal> open() {
        return database.list(OPEN + "ORDER BY p.proposed", ProposalQueries::proposal, now());
    }

    Optional<Proposal> open(UUID id) {
        return database.first(OPEN + "AND p.id = ?", ProposalQueries::proposal, now(), id);
    }

    boolean exists(UUID id) {
        return database.first("SELECT 1 FROM proposal WHERE id = ?", row -> true, id)
                .isPresent();
    }

    /** Whether nobody had decided before; waits for a decision that is being taken at this moment. */
    boolean decide(Proposal proposal, UUID by, String decision, String why) {
        String sql = """
                INSERT INTO proposal_decision (proposal, proposed_by, decided_by, decided, decision, why)
                VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT ON CONSTRAINT proposal_decision_pk DO NOTHING
                """;
        boolean first = database.change(sql, proposal.id(), proposal.proposer(), by, now(), decision, why) == 1;
        database.change("DELETE FROM proposal_payload WHERE proposal = ?", proposal.id());
        return first;
    }

    private void forgetExpired() {
        String sql = """
                DELETE FROM proposal_payload WHERE proposal IN (SELECT id FROM proposal WHERE expires <= ?)
                """;
        database.change(sql, now());
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static Proposal proposal(ResultSet row) throws SQLException {
        return new Proposal(
                row.getObject(1, UUID.class),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getObject(6, UUID.class),
                row.getString(7),
                row.getObject(8, OffsetDateTime.class).toInstant(),
                row.getObject(9, OffsetDateTime.class).toInstant());
    }
}
