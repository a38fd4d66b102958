package org.lacuna.publication;

import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A query parameter: what it narrows, what it expects, and an example. Whatever reads, describes or offers it starts here.
 *
 * @param description for whoever reads the documentation
 * @param example a value that is right; empty where none can be known beforehand
 * @param expected completes “expected …”
 * @param shape of its values
 * @param reader gives the value in its one form
 */
public record Parameter(
        String name,
        String description,
        Optional<String> example,
        String expected,
        Shape shape,
        UnaryOperator<String> reader) {
    /** One of which an example can be given. */
    public Parameter(
            String name,
            String description,
            String example,
            String expected,
            Shape shape,
            UnaryOperator<String> reader) {
        this(name, description, Optional.of(example), expected, shape, reader);
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

    static String shortened(String found) {
        return found.codePointCount(0, found.length()) <= 100
                ? found
                : found.substring(0, found.offsetByCodePoints(0, 100)) + "…";
    }
}
