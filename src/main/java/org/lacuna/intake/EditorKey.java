package org.lacuna.intake;

import org.lacuna.intake.seal.Identity;

/**
 * The private key of somebody who may open submissions, unlocked; in memory alone.
 *
 * @param holder as in {@link KeyHolders}: the id of an editor, or {@link KeyHolders#RECOVERY}
 */
public record EditorKey(String holder, Identity identity) {}
