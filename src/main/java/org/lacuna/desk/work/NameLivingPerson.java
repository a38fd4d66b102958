package org.lacuna.desk.work;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import org.lacuna.cases.Entry;
import org.lacuna.cases.Subject;
import org.lacuna.desk.door.DeskRole;
import org.lacuna.desk.door.Proposal;
import org.lacuna.desk.door.ProposedAction;
import org.lacuna.desk.door.Visitor;
import org.lacuna.intake.AlreadyDecided;
import org.lacuna.shared.EdtfWords;
import org.lacuna.shared.InvalidFile;

/** Publishes a case that names a living person who did not say yes to it, when a second editor agrees. */
@ApplicationScoped
class NameLivingPerson implements ProposedAction {
    static final String WORD = "publish-naming-case";

    private final DraftJson json;
    private final PublishDraft publish;

    NameLivingPerson(DraftJson json, PublishDraft publish) {
        this.json = json;
        this.publish = publish;
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
    public String describe(String payload) {
        try {
            return words(json.read(payload));
        } catch (InvalidFile outdated) {
            return "Publish a case that cannot be read any more. Reject this and write the case anew.";
        }
    }

    private static String words(Draft draft) {
        Subject subject = draft.opened().subject();
        Entry entry = draft.opened().entries().get(0);
        return "Publish the case " + draft.opened().slug() + ", which names a living person who did not say yes to it. "
                + "Title: " + draft.incident().title()
                + ". Summary: " + draft.incident().summary()
                + " Subject: " + subject.name()
                + subject.url().map(url -> ", " + url).orElse("")
                + ". " + EdtfWords.of(entry.head().date()) + ": " + entry.head().text()
                + " Source: " + draft.source().publisher() + ", "
                + draft.source().title() + ".";
    }

    @Override
    public void run(Proposal proposal, Visitor decider) {
        try {
            publish.publish(decider, json.read(proposal.payload()), "proposed by " + proposal.proposerName());
        } catch (InvalidFile outdated) {
            throw new IllegalArgumentException("the draft cannot be read any more; write the case anew", outdated);
        } catch (AlreadyDecided stands) {
            throw new IllegalArgumentException("the submission it rests on was closed or taken back", stands);
        }
    }
}
