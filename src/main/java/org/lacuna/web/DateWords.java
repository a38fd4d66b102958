package org.lacuna.web;

import io.quarkus.qute.TemplateExtension;
import org.lacuna.page.Dates;
import org.lacuna.publication.PublicDate;

/** What a template asks of a date: {@code {line.date.exact}}. */
@TemplateExtension
final class DateWords {
    private DateWords() {}

    /** Whether it is one day that nobody doubts. */
    static boolean exact(PublicDate date) {
        return Dates.exact(date.edtf());
    }
}
