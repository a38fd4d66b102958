package org.lacuna.desk.work.redact;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import org.lacuna.cases.Grounds;
import org.lacuna.cases.RetractCase;
import org.lacuna.cases.Vocabulary;
import org.lacuna.desk.door.Audit;
import org.lacuna.desk.door.DeskAction;
import org.lacuna.desk.door.DeskRole;
import org.lacuna.desk.door.Proposal;
import org.lacuna.desk.door.ProposedAction;
import org.lacuna.desk.door.Visitor;

/** Retracts a case when a second person agrees. */
@ApplicationScoped
class Retract implements ProposedAction {
    static final String WORD = "retract-case";

    private final RetractCase retract;
    private final PassageJson json;
    private final Audit audit;

    Retract(RetractCase retract, PassageJson json, Audit audit) {
        this.retract = retract;
        this.json = json;
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

    @Override
    public Set<DeskRole> rolesOfDecider() {
        return Set.of(DeskRole.SENIOR);
    }

    @Override
    public String describe(String payload) {
        PassageJson.Proposed proposed = json.read(payload);
        return "Retract the case " + proposed.caseSlug() + ": it is public no more, and its page says when and why. "
                + "The public reads: " + Vocabulary.REDACTIONS.get(proposed.reason()) + " See /desk/cases/"
                + proposed.caseSlug();
    }

    @Override
    public void run(Proposal proposal, Visitor decider) {
        PassageJson.Proposed proposed = json.read(proposal.payload());
        retract.retract(proposed.caseSlug(), new Grounds(proposed.reason(), proposal.why(), decider.editor()));
        audit.act(decider.editor(), DeskAction.RETRACTED_CASE, proposed.caseSlug(), proposed.reason());
    }
}
