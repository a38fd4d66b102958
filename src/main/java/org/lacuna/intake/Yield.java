package org.lacuna.intake;

/**
 * A public entry that rests on a submission.
 *
 * @param alsoOnAnother whether it rests on another submission as well, so that it stays when this one goes
 */
public record Yield(String caseSlug, String entry, boolean alsoOnAnother) {}
