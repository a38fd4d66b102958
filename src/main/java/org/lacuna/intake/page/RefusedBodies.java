package org.lacuna.intake.page;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.lacuna.page.BodyRefused;
import org.lacuna.page.RefusedBodyPage;
import org.lacuna.page.language.Language;

/** Says in the language of the address that what was sent was not taken. */
@ApplicationScoped
class RefusedBodies implements RefusedBodyPage {
    private final Says says;
    private final FormPages pages;

    RefusedBodies(Says says, FormPages pages) {
        this.says = says;
        this.pages = pages;
    }

    @Override
    public Optional<String> html(String path, BodyRefused why, long limit) {
        Language language = Language.of(path);
        if (!language.withoutPrefix(path).startsWith(FormPages.PATH)) {
            return Optional.empty();
        }
        Say say = says.in(language);
        String reason =
                switch (why) {
                    case LATE -> say.of("body.late");
                    case TOO_LONG -> say.of("body.too-long", "most", limit);
                    case BUSY -> say.of("body.busy");
                };
        return Optional.of(pages.told(say, say.of("problem.title"), reason + " " + say.of("body.kept")));
    }
}
