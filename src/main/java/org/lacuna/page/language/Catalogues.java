package org.lacuna.page.language;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/**
 * The texts of one folder in all languages.
 *
 * @param <T> what speaks them
 */
public final class Catalogues<T> {
    private final Map<Language, T> byLanguage = new EnumMap<>(Language.class);

    /**
     * Reads them all.
     *
     * @param folder of the class path, with a slash at both ends
     * @throws IllegalStateException naming everything that is missing in a language or wrong in it
     */
    public Catalogues(String folder, BiFunction<Language, Catalogue, T> speaker) {
        Catalogue english = Catalogue.of(folder, Language.ENGLISH);
        List<String> faults = Stream.of(Language.values())
                .flatMap(language -> {
                    Catalogue catalogue = Catalogue.of(folder, language);
                    byLanguage.put(language, speaker.apply(language, catalogue));
                    return catalogue.faults(language, english).stream();
                })
                .toList();
        if (!faults.isEmpty()) {
            throw new IllegalStateException(String.join("\n", faults));
        }
    }

    /** What speaks this language. */
    public T in(Language language) {
        return byLanguage.get(language);
    }
}
