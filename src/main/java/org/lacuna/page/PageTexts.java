package org.lacuna.page;

import io.quarkus.qute.TemplateExtension;
import io.quarkus.qute.TemplateExtension.TemplateAttribute;

/** What pages themselves say, for templates, in the reader's language: {@code {text:of('home.title')}}. */
@TemplateExtension(namespace = "text")
final class PageTexts {
    private PageTexts() {}

    static String of(String key, @TemplateAttribute Object here) {
        return Here.of(here).say().of(key);
    }

    static String of(String key, String name, Object value, @TemplateAttribute Object here) {
        return Here.of(here).say().of(key, name, value);
    }

    static String of(
            String key,
            String name,
            Object value,
            String otherName,
            Object otherValue,
            @TemplateAttribute Object here) {
        return Here.of(here).say().of(key, name, value, otherName, otherValue);
    }

    /** A text in the form that a number asks for: {@code 1 case}, {@code 12 cases}. */
    static String counted(String key, Number count, @TemplateAttribute Object here) {
        return Here.of(here).say().counted(key, count);
    }

    /** The template of a long text. */
    static String prose(String name, @TemplateAttribute Object here) {
        return "web/prose/" + Here.of(here).say().language().tag() + "/" + name;
    }

    /** Whether the reader reads English, in which the record and reports are written. */
    static boolean english(@TemplateAttribute Object here) {
        return Here.of(here).say().english();
    }
}
