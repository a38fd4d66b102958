package org.lacuna.page;

import io.quarkus.qute.TemplateExtension;
import io.quarkus.qute.TemplateExtension.TemplateAttribute;
import java.time.LocalDate;
import java.util.Optional;

/** Where pages are, for templates, in the reader's language: {@code {to:page('/cases')}}. */
@TemplateExtension(namespace = "to")
final class PageAddresses {
    private PageAddresses() {}

    /** @param path of a page, with its query if it has one */
    static String page(String path, @TemplateAttribute Object here) {
        return Here.of(here).say().path(path);
    }

    /**
     * What a page hands out as a file, of the same day as the page.
     *
     * @param path without its ending
     * @param day at whose end the page is read, if it is an earlier one
     */
    static String file(String path, String format, Optional<LocalDate> day, @TemplateAttribute Object here) {
        return page(path + "." + format + day.map(each -> "?asOf=" + each).orElse(""), here);
    }

    /** Where the reader is. */
    static Here here(@TemplateAttribute Object here) {
        return Here.of(here);
    }

    static String tag(@TemplateAttribute Object here) {
        return Here.of(here).say().language().tag();
    }

    static String direction(@TemplateAttribute Object here) {
        return Here.of(here).say().language().direction();
    }
}
