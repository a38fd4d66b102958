package org.lacuna.web;

import io.quarkus.qute.TemplateExtension;
import org.lacuna.publication.PublicDate;

/** What a template asks of a date: {@code {line.date.exact}}. */
@TemplateExtension
final class DateWords {
    private DateWords() {}

    /** Whether it is one day that nobody doubts. */
    static boolean exact(PublicDate date) {
        return date.edtf().toString().matches("\\d{4}-\\d{2}-\\d{2}");
    }

    /** Whether it is some day of one month, and no more is known. */
    static boolean month(PublicDate date) {
        return date.edtf().toString().matches("\\d{4}-\\d{2}");
    }

    /** What is not known about an inexact date, in words. */
    static String doubt(PublicDate date) {
        if (date.earliest().isEmpty()) {
            return "how much earlier is not known";
        }
        if (date.latest().isEmpty()) {
            return "how much later is not known";
        }
        return date.edtf().approximate() ? "not exact" : "the day is not known";
    }
}
