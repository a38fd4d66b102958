package org.lacuna.platform.community;

/**
 * A rule that was not taken over.
 *
 * @param name as its project calls it
 * @param reason the same words for every rule of the same kind
 */
public record Skipped(String name, String reason) {}
