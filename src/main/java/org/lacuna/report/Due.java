package org.lacuna.report;

import java.text.ParseException;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import java.util.TimeZone;
import org.quartz.CronExpression;

/** When editions of a report are due, as a Quartz cron expression in UTC says. */
record Due(String cron) {
    /** @throws IllegalArgumentException saying what is wrong with the expression */
    Due {
        expression(cron);
    }

    /** The next moment after this one; none if it lies in the past for good. */
    Optional<Instant> after(Instant moment) {
        return Optional.ofNullable(expression(cron).getNextValidTimeAfter(Date.from(moment)))
                .map(Date::toInstant);
    }

    private static CronExpression expression(String text) {
        try {
            CronExpression expression = new CronExpression(text);
            expression.setTimeZone(TimeZone.getTimeZone("UTC"));
            return expression;
        } catch (ParseException wrong) {
            throw new IllegalArgumentException(
                    "expected a Quartz cron expression such as 0 0 6 3 * ?, found '" + text + "' (" + wrong.getMessage()
                            + ")",
                    wrong);
        }
    }
}
