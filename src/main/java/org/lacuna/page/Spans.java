package org.lacuna.page;

import io.quarkus.qute.TemplateExtension;
import io.quarkus.qute.TemplateExtension.TemplateAttribute;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.lacuna.shared.EdtfDate;

/** Days, moments and how long something held, for templates: {@code {spans:days(3, 5)}}. */
@TemplateExtension(namespace = "spans")
final class Spans {
    private Spans() {}

    static String day(LocalDate day, @TemplateAttribute Object here) {
        return Here.of(here).say().day(day);
    }

    /** @see Say#dayOf */
    static String dayOf(Instant moment, @TemplateAttribute Object here) {
        return Here.of(here).say().dayOf(moment);
    }

    /** @see Say#moment */
    static String moment(Instant moment, @TemplateAttribute Object here) {
        return Here.of(here).say().moment(moment);
    }

    /** @see Say#days */
    static String days(long min, Optional<Long> max, @TemplateAttribute Object here) {
        return Here.of(here).say().days(min, max);
    }

    /** @see Say#held */
    static String held(
            String state,
            long min,
            Optional<Long> max,
            boolean censored,
            Optional<LocalDate> asOf,
            @TemplateAttribute Object here) {
        return Here.of(here).say().held(state, min, max, censored, asOf);
    }

    /** @see Dates#words */
    static String date(EdtfDate date, @TemplateAttribute Object here) {
        return new Dates(Here.of(here).say()).words(date);
    }

    /** @see Dates#when */
    static String when(EdtfDate date, @TemplateAttribute Object here) {
        return new Dates(Here.of(here).say()).when(date);
    }

    /** @see Dates#doubt */
    static String doubt(EdtfDate date, @TemplateAttribute Object here) {
        return new Dates(Here.of(here).say()).doubt(date);
    }
}
