package org.lacuna.intake.page;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import org.lacuna.shared.EdtfDate;

/** “Since when”: exactly, about, or not sure; day, month and year in three fields, since phones disagree about dates. */
final class SinceFields {
    private static final int FIRST_YEAR = 1990;
    private static final String FIELD = "since";

    private final Reading form;
    private final LocalDate today;

    SinceFields(Reading form, Clock clock) {
        this.form = form;
        // Somewhere it is tomorrow already.
        this.today = LocalDate.now(clock).plusDays(1);
    }

    /** The date; empty if the person is not sure, or if something was refused. */
    Optional<EdtfDate> read() {
        Optional<Integer> day = number("day");
        Optional<Integer> month = number("month");
        Optional<Integer> year = number("year");
        boolean dated = day.isPresent() || month.isPresent() || year.isPresent();
        String how = form.value(FIELD);
        if (!dated && (how.equals("not-sure") || how.isEmpty())) {
            return Optional.empty();
        }
        return switch (how) {
            case "exact" -> exact(day, month, year);
            case "about", "not-sure" -> about(day, month, year);
            case "" -> refuse("problem.since.how");
            default -> refuse("problem.choose");
        };
    }

    private Optional<EdtfDate> exact(Optional<Integer> day, Optional<Integer> month, Optional<Integer> year) {
        if (day.isEmpty() || month.isEmpty() || year.isEmpty()) {
            return refuse("problem.since.exact");
        }
        return checked("%04d-%02d-%02d".formatted(year.get(), month.get(), day.get()));
    }

    private Optional<EdtfDate> about(Optional<Integer> day, Optional<Integer> month, Optional<Integer> year) {
        if (year.isEmpty()) {
            return refuse("problem.since.year");
        }
        if (month.isEmpty()) {
            return day.isPresent()
                    ? refuse("problem.since.month")
                    : checked("%04d-01-01/%04d-12-31".formatted(year.get(), year.get()));
        }
        return checked(
                day.isPresent()
                        ? "%04d-%02d-%02d~".formatted(year.get(), month.get(), day.get())
                        : "%04d-%02d~".formatted(year.get(), month.get()));
    }

    private Optional<EdtfDate> checked(String edtf) {
        try {
            EdtfDate date = EdtfDate.parse(edtf);
            LocalDate first = date.earliest().orElseThrow();
            if (first.isAfter(today)) {
                return refuse("problem.since.future");
            }
            return first.getYear() < FIRST_YEAR ? refuse("problem.since.early") : Optional.of(date);
        } catch (IllegalArgumentException | DateTimeException noSuchDay) {
            return refuse("problem.since.calendar");
        }
    }

    /** Digits of any script, as {@link Integer#parseInt} reads them. */
    private Optional<Integer> number(String name) {
        String typed = form.value(name).strip();
        if (typed.isEmpty()) {
            return Optional.empty();
        }
        try {
            int number = Integer.parseInt(typed);
            if (number > 0 && number < 10_000) {
                return Optional.of(number);
            }
        } catch (NumberFormatException refusedBelow) {
            // The same answer as for a number that no calendar has.
        }
        refuse("problem.since.numbers");
        return Optional.empty();
    }

    private Optional<EdtfDate> refuse(String key) {
        form.refuse(FIELD, form.say().of(key));
        return Optional.empty();
    }
}
