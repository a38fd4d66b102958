package org.lacuna.cases;

import java.util.Set;

/**
 * Something was recorded; fired inside the transaction that did so.
 *
 * @param incident whose wording, sources or cases are new
 * @param cases slugs of the cases that have new facts
 */
public record RecordChanged(String incident, Set<String> cases) {}
