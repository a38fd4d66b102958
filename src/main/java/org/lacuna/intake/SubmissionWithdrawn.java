package org.lacuna.intake;

import java.util.List;

/**
 * A person took a submission back; it is destroyed. Fired inside the transaction that destroyed it, so that what was
 * published from it goes together with it or not at all.
 *
 * @param yields the public entries that rest on it
 */
public record SubmissionWithdrawn(SubmissionId id, List<Yield> yields) {}
