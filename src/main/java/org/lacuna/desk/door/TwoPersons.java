package org.lacuna.desk.door;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.NotFoundException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What needs two different accounts: one proposes, another decides. The database itself refuses an approval by the
 * proposer and a second decision, so that neither a race nor an error here lets one person do it alone.
 */
@ApplicationScoped
public class TwoPersons {
    private static final Duration LASTS = Duration.ofDays(7);

    private final Map<String, ProposedAction> actions;
    private final ProposalQueries queries;
    private final EditorRepository editors;
    private final Audit audit;

    TwoPersons(@All List<ProposedAction> actions, ProposalQueries queries, EditorRepository editors, Audit audit) {
        this.actions = actions.stream().collect(Collectors.toMap(ProposedAction::word, Function.identity()));
        this.queries = queries;
        this.editors = editors;
        this.audit = audit;
    }

    /**
     * Proposes an action.
     *
     * @param action the word of a {@link ProposedAction}
     * @param payload handed to the action; never a word that a person wrote to us
     * @param why for whoever decides, and for the audit trail; not empty
     * @return the id of the proposal
     * @throws NotYours if the visitor has none of the roles
     */
    @Transactional
    public UUID propose(Visitor visitor, String action, String about, String payload, String why) {
        if (!visitor.hasOneOf(known(action).rolesOfProposer())) {
            throw new NotYours("Your roles do not let you propose this.");
        }
        UUID id = UUID.randomUUID();
        queries.add(id, action, about, payload, why, visitor.editor(), LASTS);
        audit.act(visitor.editor(), DeskAction.PROPOSED, about, action + ": " + why);
        return id;
    }

    /** All that wait for a decision, oldest first. */
    public List<Proposal> open() {
        return queries.open();
    }

    /** What a proposal would do, in words. */
    public String describe(Proposal proposal) {
        return known(proposal.action()).describe(proposal.payload());
    }

    /** Whether this visitor may approve or reject it. */
    public boolean mayDecide(Visitor visitor, Proposal proposal) {
        return !proposal.proposer().equals(visitor.editor())
                && visitor.hasOneOf(known(proposal.action()).rolesOfDecider());
    }

    /**
     * Approves it and runs it, in one transaction.
     *
     * @throws NotYours if the visitor proposed it or has none of the roles, or the proposer may not propose it any more
     * @throws ProposalDecided if somebody was faster, or it has expired
     */
    @Transactional
    public void approve(Visitor visitor, UUID id, String why) {
        Proposal proposal = toDecide(visitor, id);
        ProposedAction action = known(proposal.action());
        Optional<Editor> proposer = editors.working(proposal.proposer());
        if (proposer.filter(one -> proposes(one, action)).isEmpty()) {
            throw new NotYours("Whoever proposed this may not propose it any more. Reject it.");
        }
        decide(visitor, proposal, "approved", why);
        action.run(proposal, visitor);
        audit.act(visitor.editor(), DeskAction.APPROVED, proposal.about(), trace(proposal, why));
    }

    /** Decides against it; the same exceptions. */
    @Transactional
    public void reject(Visitor visitor, UUID id, String why) {
        Proposal proposal = toDecide(visitor, id);
        decide(visitor, proposal, "rejected", why);
        audit.act(visitor.editor(), DeskAction.REJECTED, proposal.about(), trace(proposal, why));
    }

    /** The proposer changed their mind; the same exceptions. */
    @Transactional
    public void takeBack(Visitor visitor, UUID id, String why) {
        Proposal proposal = find(id);
        if (!proposal.proposer().equals(visitor.editor())) {
            throw new NotYours("Only whoever proposed this can take it back. You can reject it.");
        }
        decide(visitor, proposal, "taken-back", why);
        audit.act(visitor.editor(), DeskAction.TOOK_BACK, proposal.about(), trace(proposal, why));
    }

    private Proposal toDecide(Visitor visitor, UUID id) {
        Proposal proposal = find(id);
        if (!mayDecide(visitor, proposal)) {
            throw new NotYours("Another editor with the right role must decide about this.");
        }
        return proposal;
    }

    private Proposal find(UUID id) {
        return queries.open(id)
                .orElseThrow(() -> queries.exists(id)
                        ? new ProposalDecided()
                        : new NotFoundException("There is no such proposal."));
    }

    private void decide(Visitor visitor, Proposal proposal, String decision, String why) {
        if (!queries.decide(proposal, visitor.editor(), decision, why)) {
            throw new ProposalDecided();
        }
    }

    private static boolean proposes(Editor editor, ProposedAction action) {
        return editor.roles().stream().anyMatch(action.rolesOfProposer()::contains);
    }

    private static String trace(Proposal proposal, String why) {
        return proposal.action() + " " + proposal.id() + (why.isEmpty() ? "" : ": " + why);
    }

    private ProposedAction known(String action) {
        return Optional.ofNullable(actions.get(action))
                .orElseThrow(() -> new IllegalStateException("expected a bean for the action " + action
                        + ", found none: this process is older than the one that wrote the proposal"));
    }
}
