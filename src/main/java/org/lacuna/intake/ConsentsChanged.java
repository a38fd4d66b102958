package org.lacuna.intake;

import java.util.List;

/**
 * A person allows something else than before. Fired inside the transaction that noted it.
 *
 * @param yields the public entries that rest on the submission
 */
public record ConsentsChanged(SubmissionId id, Consents before, Consents after, List<Yield> yields) {}
