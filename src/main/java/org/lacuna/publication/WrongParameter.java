package org.lacuna.publication;

import java.util.List;
import java.util.Optional;

/** A parameter that cannot be read: which, what was expected, what was found, and where there is one a value that would do. */
public final class WrongParameter extends IllegalArgumentException {
    private final String parameter;
    private final String expected;
    private final String found;
    private final transient Optional<String> example;

    private WrongParameter(
            String parameter, String expected, String found, Optional<String> example, Optional<String> shown) {
        super("'" + parameter + "': expected " + expected + ", found " + found
                + shown.map(text -> "; for example " + text).orElse(""));
        this.parameter = parameter;
        this.expected = expected;
        this.found = found;
        this.example = example;
    }

    /** Of a query parameter. */
    public WrongParameter(String parameter, String expected, String found, Optional<String> example) {
        this(parameter, expected, found, example, example.map(value -> parameter + "=" + value));
    }

    /** Of a query parameter for which a value can be shown. */
    public WrongParameter(String parameter, String expected, String found, String example) {
        this(parameter, expected, found, Optional.of(example));
    }

    /**
     * A name that is not among those that are known.
     *
     * @param known in the order in which one reads about them; the example is of the first that has one
     */
    public static WrongParameter unknown(String name, List<Parameter> known) {
        Optional<String> example = known.stream()
                .flatMap(each -> each.example().map(value -> each.name() + "=" + value).stream())
                .findFirst();
        return new WrongParameter(
                Parameter.shortened(name),
                known.isEmpty()
                        ? "no parameters"
                        : "parameters out of "
                                + known.stream().map(Parameter::name).sorted().toList(),
                "'" + Parameter.shortened(name) + "'",
                example,
                example);
    }

    /**
     * What is sent otherwise than in a query: a member of a JSON object, a header, a part of the path.
     *
     * @param name with a dot before the name of a member of a member
     * @param example as it is written there, a text in JSON without its quotes
     */
    public static WrongParameter outsideQuery(String name, String expected, String found, Optional<String> example) {
        return new WrongParameter(name, expected, found, example, example);
    }

    /** A member that the JSON object that was sent should not have. */
    public static WrongParameter unknownInBody(String name, String expected, String example) {
        String shown = Parameter.shortened(name);
        return outsideQuery(shown, expected, "'" + shown + "'", Optional.of(example));
    }

    /** Its name. */
    public String parameter() {
        return parameter;
    }

    /** What would have been right. */
    public String expected() {
        return expected;
    }

    /** What stood there, in quotes if it is quoted. */
    public String found() {
        return found;
    }

    /** A value that is right; empty where none can be known beforehand, as with a cursor. */
    public Optional<String> example() {
        return example;
    }
}
