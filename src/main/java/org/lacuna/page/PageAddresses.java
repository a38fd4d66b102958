package org.lacuna.page;

import io.quarkus.qute.TemplateExtension;
import io.quarkus.qute.TemplateExtension.TemplateAttribute;

/** Where pages are, for templates, in the reader's language: {@code {to:page('/cases')}}. */
@TemplateExtension(namespace = "to")
final class PageAddresses {
    private PageAddresses() {}

    /** @param path of a page, with its query if it has one */
    static String page(String path, @TemplateAttribute Object here) {
        return Here.of(here).say().path(path);
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
