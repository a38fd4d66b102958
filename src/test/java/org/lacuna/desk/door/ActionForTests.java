package org.lacuna.desk.door;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.lacuna.shared.Database;

/** Needs two persons, and leaves a row that can be counted: a browser that nobody has. */
@ApplicationScoped
class ActionForTests implements ProposedAction {
    static final String WORD = "test-action";
    static final String FAILS = "fails";

    private final Database database;

    ActionForTests(Database database) {
        this.database = database;
    }

    @Override
    public String word() {
        return WORD;
    }

    @Override
    public Set<DeskRole> rolesOfProposer() {
        return EnumSet.allOf(DeskRole.class);
    }

    @Override
    public Set<DeskRole> rolesOfDecider() {
        return EnumSet.of(DeskRole.EDITOR, DeskRole.SENIOR, DeskRole.CUSTODIAN);
    }

    @Override
    public String describe(String payload) {
        return "Do the test: " + payload;
    }

    @Override
    public void run(Proposal proposal, Visitor decider) {
        database.change(
                "INSERT INTO editor_browser (token_hash, editor, known_since) VALUES (?, ?, DATE '2000-01-01')",
                Token.draw().digest(),
                UUID.fromString(proposal.about()));
        if (proposal.payload().equals(FAILS)) {
            throw new IllegalStateException("told to fail");
        }
    }
}
