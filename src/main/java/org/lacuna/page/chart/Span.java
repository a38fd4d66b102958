package org.lacuna.page.chart;

import java.time.LocalDate;
import java.util.Optional;

/**
 * When something happened, as far as it is known.
 *
 * @param earliest the first day it can have been; empty where nothing bounds it
 * @param latest the last day it can have been; empty where nothing bounds it
 */
public record Span(Optional<LocalDate> earliest, Optional<LocalDate> latest) {
    public static Span on(LocalDate day) {
        return new Span(Optional.of(day), Optional.of(day));
    }

    /** Whether it is one day. */
    boolean exact() {
        return earliest.isPresent() && earliest.equals(latest);
    }
}
