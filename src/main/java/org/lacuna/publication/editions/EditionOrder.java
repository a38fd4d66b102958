package org.lacuna.publication.editions;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Somebody wants an edition.
 *
 * @param day the day (UTC) whose end it tells
 * @param due when a clock wanted it
 * @param replaces number of the edition that it stands in for
 * @param sequence where that one was counted, if this one is to be counted there again
 */
public record EditionOrder(
        String report, LocalDate day, Optional<Instant> due, Optional<Integer> replaces, Optional<Long> sequence) {}
