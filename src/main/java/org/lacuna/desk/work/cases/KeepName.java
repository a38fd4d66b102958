package org.lacuna.desk.work.cases;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import org.lacuna.cases.NamedPersons;
import org.lacuna.desk.door.Audit;
import org.lacuna.desk.door.DeskAction;
import org.lacuna.desk.door.DeskRole;
import org.lacuna.desk.door.Proposal;
import org.lacuna.desk.door.ProposedAction;
import org.lacuna.desk.door.Visitor;

/** Notes, when a second editor agrees, that a public case may go on naming a living person who did not say yes to it. */
@ApplicationScoped
class KeepName implements ProposedAction {
    static final String WORD = "keep-name-in-case";

    private final NamedPersons named;
    private final Audit audit;

    KeepName(NamedPersons named, Audit audit) {
        this.named = named;
        this.audit = audit;
    }

    @Override
    public String word() {
        return WORD;
    }

    @Override
    public Set<DeskRole> rolesOfProposer() {
        return Set.of(DeskRole.EDITOR, DeskRole.SENIOR);
    }

    /** @param payload the slug of the case */
    @Override
    public String describe(String payload) {
        return "Let the case " + payload + " go on naming a living person who did not say yes to it. See /desk/cases/"
                + payload;
    }

    @Override
    public void run(Proposal proposal, Visitor decider) {
        named.note(proposal.payload(), NamedPersons.Basis.SECOND_EDITOR, decider.editor());
        audit.act(
                decider.editor(),
                DeskAction.NOTED_NAMED_PERSON,
                proposal.payload(),
                NamedPersons.Basis.SECOND_EDITOR.word());
    }
}
