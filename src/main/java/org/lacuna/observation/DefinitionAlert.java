package org.lacuna.observation;

import java.time.Instant;

/**
 * A definition that may no longer read what it should, as seen from one vantage. While it is open no loss is concluded
 * there: not at all where the control fails, and not from single pages where most are unclear.
 *
 * @param since when it was opened
 * @param why one sentence for a person
 */
public record DefinitionAlert(String platform, Vantage vantage, AlertKind kind, Instant since, String why) {}
