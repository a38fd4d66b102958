package org.lacuna.desk.door;

import java.util.Set;

/**
 * Something that two different editors must want: one proposes it, another approves it, and then it runs. A bean of this
 * type is all that is needed; {@link TwoPersons} finds it by its word.
 */
public interface ProposedAction {
    /** How it is stored, and part of the audit trail: {@code unmask-person}. */
    String word();

    /** Who may propose it: whoever has one of these roles. */
    Set<DeskRole> rolesOfProposer();

    /** Who may decide about it; the same unless it says otherwise, and always another account. */
    default Set<DeskRole> rolesOfDecider() {
        return rolesOfProposer();
    }

    /**
     * What it would do, for whoever decides.
     *
     * @param payload as it was proposed
     */
    String describe(String payload);

    /**
     * Does it, once, inside the transaction of the decision: what it throws undoes the decision too.
     *
     * @param decider who approved it
     * @throws IllegalArgumentException if it cannot be done as things stand; whoever decides reads the message
     */
    void run(Proposal proposal, Visitor decider);
}
