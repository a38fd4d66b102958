package org.lacuna.observation;

/**
 * One subject on one platform.
 *
 * @param platform id of its definition
 * @param subject its id there
 */
public record SubjectId(String platform, String subject) {}
