package org.lacuna.intake.page;

import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import org.lacuna.page.language.Catalogues;
import org.lacuna.page.language.Language;

/** All languages of the form; the server does not start with a text missing in one of them. */
@Startup
@Singleton
class Says {
    private final Catalogues<Say> catalogues = new Catalogues<>(Say.FOLDER, Say::new);

    Say in(Language language) {
        return catalogues.in(language);
    }
}
