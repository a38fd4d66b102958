package org.lacuna.desk.door;

import java.time.Instant;
import java.util.UUID;

/**
 * What one editor proposes and another decides.
 *
 * @param action the word of a {@link ProposedAction}
 * @param about a submission's id, a case's slug
 * @param payload what the action needs, in a form of its own; never a word that a person wrote to us
 */
public record Proposal(
        UUID id,
        String action,
        String about,
        String payload,
        String why,
        UUID proposer,
        String proposerName,
        Instant proposed,
        Instant expires) {}
