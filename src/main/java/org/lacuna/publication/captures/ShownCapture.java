package org.lacuna.publication.captures;

import java.util.Locale;
import org.lacuna.evidence.InertPage;
import org.lacuna.evidence.OpenedCopy;

/**
 * What a copy says, made so that it can do nothing.
 *
 * @param kind {@code page}, {@code text}, {@code empty-page} or {@code not-text}
 * @param html a harmless fragment
 * @param title of the page, as text
 * @param cut whether it is longer than what is shown
 * @param status of the answer
 * @param media as the server named it; empty if it named none
 * @param source the body as text; empty if it is none
 */
public record ShownCapture(
        String kind, String html, String title, boolean cut, int status, String media, String source) {
    static ShownCapture of(OpenedCopy copy) {
        InertPage page = InertPage.of(copy);
        return new ShownCapture(
                page.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                page.html(),
                page.title(),
                page.cut(),
                copy.status(),
                copy.media().orElse(""),
                InertPage.isText(copy) ? copy.text() : "");
    }

    /** Whether there is a text to read. */
    public boolean isText() {
        return !kind.equals("not-text");
    }
}
