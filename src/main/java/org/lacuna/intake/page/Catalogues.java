package org.lacuna.intake.page;

import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** All languages of the pages; the server does not start with a text missing in one of them. */
@Startup
@Singleton
class Catalogues {
    private final Map<Language, Say> says = new EnumMap<>(Language.class);

    Catalogues() {
        Catalogue english = Catalogue.of(Language.ENGLISH);
        List<String> faults = Stream.of(Language.values())
                .flatMap(language -> load(language, english).stream())
                .toList();
        if (!faults.isEmpty()) {
            throw new IllegalStateException(String.join("\n", faults));
        }
    }

    Say in(Language language) {
        return says.get(language);
    }

    private List<String> load(Language language, Catalogue english) {
        Catalogue catalogue = language == Language.ENGLISH ? english : Catalogue.of(language);
        says.put(language, new Say(language, catalogue));
        return catalogue.faults(english);
    }
}
