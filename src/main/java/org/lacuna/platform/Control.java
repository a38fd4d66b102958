package org.lacuna.platform;

import org.lacuna.shared.Outcome;

/**
 * A subject whose outcome we know. If it does not look as expected, nothing is concluded about the others.
 *
 * @param id of the subject
 * @param says what a working reader must see there
 */
public record Control(String id, Outcome says) {}
