package org.lacuna.page;

import io.quarkus.qute.TemplateExtension;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/** Days, moments and how long something held, in words: {@code {spans:days(3, 5)}}. */
@TemplateExtension(namespace = "spans")
public final class Spans {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern(
                    "d MMMM uuuu, HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private Spans() {}

    /** {@code 7 June 2020}. */
    public static String day(LocalDate day) {
        return DAY.format(day);
    }

    /** The day of a moment in UTC: {@code 7 June 2020}. */
    public static String dayOf(Instant moment) {
        return DAY.format(moment.atZone(ZoneOffset.UTC));
    }

    /** {@code 7 June 2020, 22:00 UTC}. */
    public static String moment(Instant moment) {
        return MOMENT.format(moment);
    }

    /** Whole days between two bounds: {@code 3 days}, {@code 0–20 days}, {@code at least 3 days}. */
    public static String days(long min, Optional<Long> max) {
        if (max.isEmpty()) {
            return min == 0 ? "a time that the sources do not bound" : "at least " + counted(min);
        }
        if (max.get() > min) {
            return Words.count(min) + "–" + counted(max.get());
        }
        return min == 0 ? "less than a day" : counted(min);
    }

    /**
     * How long a restriction held or has held.
     *
     * @param state the restriction's state; matters where no full lift is recorded
     * @param min days for certain
     * @param max days at most; empty where nothing bounds it
     * @param censored whether no full lift is recorded
     * @param asOf the day up to which {@code min} was counted
     */
    public static String held(String state, long min, Optional<Long> max, boolean censored, Optional<LocalDate> asOf) {
        if (!censored) {
            return days(min, max);
        }
        String until = asOf.map(day -> " (as of " + day(day) + ")").orElse("");
        return switch (state) {
            case "unknown" -> "not known: nobody says whether it still holds";
            case "ended-otherwise" -> "not counted: it ended without being lifted";
            case "partly-lifted" -> "not lifted in full after at least " + counted(min) + until;
            default -> "still in force after at least " + counted(min) + until;
        };
    }

    private static String counted(long days) {
        return Words.counted(days, "day", "days");
    }
}
