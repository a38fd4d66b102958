package org.lacuna.desk.work;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import org.lacuna.desk.door.DeskRole;
import org.lacuna.desk.door.Proposal;
import org.lacuna.desk.door.ProposedAction;
import org.lacuna.desk.door.Visitor;
import org.lacuna.intake.SubmissionId;

/** Opens to two accounts, for a while, who a person is that did not allow their name: a senior asks, a custodian agrees. */
@ApplicationScoped
class UnmaskPerson implements ProposedAction {
    static final String WORD = "unmask-person";

    private final Unmaskings unmaskings;

    UnmaskPerson(Unmaskings unmaskings) {
        this.unmaskings = unmaskings;
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
        return "Lets whoever asks and whoever agrees see, for " + Unmaskings.HOLDS.toHours()
                + " hours, who sent submission " + payload + ".";
    }

    @Override
    public void run(Proposal proposal, Visitor decider) {
        unmaskings.allow(SubmissionId.parse(proposal.payload()), proposal.proposer(), decider.editor());
    }
}
