package org.lacuna.intake.page;

import java.net.URI;
import java.util.List;
import org.lacuna.page.language.Language;

/**
 * What stands around each page.
 *
 * @param here address of the page, without its language
 * @param main what Enter means in the page's form; empty if nothing typed is on it, and then languages are plain links
 */
record Frame(Say say, String here, String main, URI leaveTo) {
    public List<Language> languages() {
        return List.of(Language.values());
    }

    /** Whether another language must take along what is on the page. */
    public boolean typed() {
        return !main.isEmpty();
    }
}
