package org.lacuna.publication;

import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A query parameter: what it narrows, what it expects, and an example. Whatever reads, describes or offers it starts here.
 *
 * @param description for whoever reads the documentation
 * @param example a value that is right
 * @param expected completes “expected …”
 * @param words the words it can be, where it is out of a closed list; else empty
 * @param form of its JSON schema: {@code string}, {@code date}, {@code integer} or {@code boolean}
 * @param reader gives the value in its one form
 */
public record Parameter(
        String name,
        String description,
        String example,
        String expected,
        List<String> words,
        String form,
        UnaryOperator<String> reader) {
    public Parameter {
        words = List.copyOf(words);
    }

    /**
     * The value in its one form.
     *
     * @throws WrongParameter if it is none
     */
    public String read(String found) {
        if (found.chars().anyMatch(Character::isISOControl)) {
            throw wrong("text with control characters");
        }
        try {
            return reader.apply(found.strip());
        } catch (WrongParameter told) {
            throw told;
        } catch (IllegalArgumentException refused) {
            throw wrong("'" + shortened(found) + "'");
        }
    }

    /** The complaint that a value deserves. */
    public WrongParameter wrong(String found) {
        return new WrongParameter(name, expected, found, example);
    }

    private static String shortened(String found) {
        return found.codePointCount(0, found.length()) <= 100
                ? found
                : found.substring(0, found.offsetByCodePoints(0, 100)) + "…";
    }
}
