package org.lacuna.desk.work.redact;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import org.lacuna.cases.ErasePassage;
import org.lacuna.cases.Grounds;
import org.lacuna.cases.Vocabulary;
import org.lacuna.desk.door.Audit;
import org.lacuna.desk.door.DeskAction;
import org.lacuna.desk.door.DeskRole;
import org.lacuna.desk.door.Proposal;
import org.lacuna.desk.door.ProposedAction;
import org.lacuna.desk.door.Visitor;

/** Erases a passage for good when a second person agrees. */
@ApplicationScoped
class EraseForGood implements ProposedAction {
    static final String WORD = "erase-passage";

    private final ErasePassage erase;
    private final PassageJson json;
    private final Audit audit;

    EraseForGood(ErasePassage erase, PassageJson json, Audit audit) {
        this.erase = erase;
        this.json = json;
        this.audit = audit;
    }

    @Override
    public String word() {
        return WORD;
    }

    @Override
    public Set<DeskRole> rolesOfProposer() {
        return Set.of(DeskRole.SENIOR);
    }

    @Override
    public Set<DeskRole> rolesOfDecider() {
        return Set.of(DeskRole.CUSTODIAN);
    }

    @Override
    public String describe(String payload) {
        PassageJson.Proposed proposed = json.read(payload);
        return "Erase for good, here and in every old version: " + RedactPassage.words(proposed.passage())
                + ". The public reads: " + Vocabulary.REDACTIONS.get(proposed.reason())
                + " It cannot be undone. See /desk/cases/" + proposed.caseSlug();
    }

    @Override
    public void run(Proposal proposal, Visitor decider) {
        PassageJson.Proposed proposed = json.read(proposal.payload());
        // no note: what erases must not tell what it erased
        erase.erase(proposed.passage(), new Grounds(proposed.reason(), "", decider.editor()));
        audit.act(
                decider.editor(),
                DeskAction.ERASED_PASSAGE,
                proposed.caseSlug(),
                RedactPassage.words(proposed.passage()) + ": " + proposed.reason());
    }
}
