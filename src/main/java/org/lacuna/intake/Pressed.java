package org.lacuna.intake;

/**
 * One kind of pressure that a person told us of.
 *
 * @param shielded whether it is kept from the public; so unless the person chose otherwise
 */
public record Pressed(Pressure kind, boolean shielded) {}
