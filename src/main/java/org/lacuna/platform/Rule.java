package org.lacuna.platform;

import org.lacuna.shared.Outcome;

/** One detection rule. */
public record Rule(String name, Outcome says) {}
