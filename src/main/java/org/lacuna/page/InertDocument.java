package org.lacuna.page;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/**
 * A page of its own around what a capture shows: a banner that says what it is, and below it what a stranger wrote. Its
 * answer has the policy of {@link SecurityHeaders} for such pages, by its path.
 *
 * @param url that answered
 * @param moment when, in words
 * @param about where the page about the copy is
 * @param reviewed whether an editor has published it
 * @param kind {@code page}, {@code text}, {@code empty-page} or {@code not-text}
 * @param html a harmless fragment
 * @param cut whether it is longer than what is shown
 */
public record InertDocument(
        String url,
        String moment,
        int status,
        String media,
        String about,
        boolean reviewed,
        String kind,
        String title,
        String html,
        boolean cut) {
    @CheckedTemplate(basePath = "page")
    static class Templates {
        static native TemplateInstance inert(InertDocument document);
    }

    /** As HTML. */
    public String render() {
        return Templates.inert(this).render();
    }
}
