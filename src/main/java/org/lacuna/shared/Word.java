package org.lacuna.shared;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** A choice of a closed list, with the word by which forms and tables name it, such as {@code not-sure}. */
public interface Word {
    /** As the enum declares it. */
    String name();

    /** As forms, catalogues and tables name it. */
    default String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The choice that goes by this word, if there is one. */
    static <T extends Enum<T> & Word> Optional<T> of(Class<T> list, String word) {
        return Stream.of(list.getEnumConstants())
                .filter(each -> each.word().equals(word))
                .findFirst();
    }
}
