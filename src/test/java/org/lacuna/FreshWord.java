package org.lacuna;

import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/** Words that no other test uses, of letters only: one of digits may look like somebody's telephone number. */
public final class FreshWord {
    private static final RandomGenerator RANDOM = RandomGenerator.getDefault();

    private FreshWord() {}

    /** @param letters how many, of a to z */
    public static String of(int letters) {
        return RANDOM.ints(letters, 'a', 'z' + 1).mapToObj(Character::toString).collect(Collectors.joining());
    }
}
