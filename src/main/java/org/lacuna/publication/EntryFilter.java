package org.lacuna.publication;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Which lines of timelines are asked for: those of the cases that fit, narrowed by what the lines are themselves. */
public final class EntryFilter {
    private static final Parameter TYPE = Parameters.outOf(
            "type",
            List.of(
                    "context",
                    "restriction-imposed",
                    "restriction-changed",
                    "restriction-lifted",
                    "statement",
                    "appeal",
                    "observation",
                    "testimony",
                    "pressure",
                    "correction"),
            "Type of the line",
            "statement");
    private static final Parameter BY = Parameters.words("by", "by", "Who speaks in a statement", "platform");
    private static final Parameter CLAIM =
            Parameters.words("claim", "explanation", "What this very statement claims", "local-law");
    private static final Parameter OUTCOME =
            Parameters.words("outcome", "outcome", "What an observation saw", "suspended");
    private static final Parameter SINCE = Parameters.from(
            "entryFrom", "The line can have happened on this day (or in this month) or later", "2020-06");
    private static final Parameter UNTIL = Parameters.to(
            "entryTo", "The line can have happened on this day (or in this month) or earlier", "2020-06-30");
    private static final List<Parameter> OWN = List.of(TYPE, BY, CLAIM, OUTCOME, SINCE, UNTIL);

    private final CaseFilter cases;
    private final SortedMap<String, String> own;

    private EntryFilter(CaseFilter cases, SortedMap<String, String> own) {
        this.cases = cases;
        this.own = own;
    }

    /**
     * The parameters that narrow lines; those of {@link CaseFilter} narrow the cases they stand in.
     *
     * @param type where a list holds lines of one type alone, that type
     */
    public static List<Parameter> parameters(Optional<String> type) {
        return type.map(word -> word.equals("statement")
                        ? List.of(BY, CLAIM, SINCE, UNTIL)
                        : word.equals("observation") ? List.of(OUTCOME, SINCE, UNTIL) : List.of(SINCE, UNTIL))
                .orElse(OWN);
    }

    /**
     * Reads what narrows lines.
     *
     * @param asked values by the names of {@link #parameters}
     * @throws WrongParameter for a value that is not as its parameter expects
     */
    public static EntryFilter read(CaseFilter cases, Map<String, String> asked) {
        SortedMap<String, String> read = new TreeMap<>();
        OWN.forEach(parameter -> Optional.ofNullable(asked.get(parameter.name()))
                .filter(value -> !value.isBlank())
                .ifPresent(value -> read.put(parameter.name(), parameter.read(value))));
        return new EntryFilter(cases, read);
    }

    /** The cases in which the lines stand. */
    public CaseFilter cases() {
        return cases;
    }

    /** What must hold of a row of {@code public_entry e}, its case aside. */
    Condition condition() {
        return Condition.all(Stream.of(
                        word(TYPE, "e.type"),
                        word(BY, "e.said_by"),
                        word(CLAIM, "e.explanation"),
                        word(OUTCOME, "e.outcome"),
                        span())
                .flatMap(Optional::stream));
    }

    private Optional<Condition> word(Parameter parameter, String column) {
        return Optional.ofNullable(own.get(parameter.name()))
                .map(value -> value.contains(",")
                        ? Condition.of(column + " = ANY (?)", (Object) value.split(","))
                        : Condition.of(column + " = ?", value));
    }

    private Optional<Condition> span() {
        Optional<LocalDate> from = Optional.ofNullable(own.get(SINCE.name())).map(LocalDate::parse);
        Optional<LocalDate> to = Optional.ofNullable(own.get(UNTIL.name())).map(LocalDate::parse);
        if (from.isPresent() && to.isPresent() && from.get().isAfter(to.get())) {
            throw UNTIL.wrong(to.get() + ", which is before '" + SINCE.name() + "'");
        }
        return from.isEmpty() && to.isEmpty()
                ? Optional.empty()
                : Optional.of(Condition.of("e.span && daterange(?::date, ?::date, '[]')", from, to));
    }

    /** As a key of cursors. */
    @Override
    public String toString() {
        return "entries" + own + " of " + cases;
    }
}
