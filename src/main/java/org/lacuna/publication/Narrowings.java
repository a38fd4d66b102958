package org.lacuna.publication;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/** The ways to narrow the cases that are asked for, each with the SQL that does it. */
final class Narrowings {
    private static final String SCOPE = "scope";
    private static final String BASED_IN = "basedIn";
    private static final String DEMANDED_BY = "demandedBy";
    private static final String EXACT = "exact";
    private static final String FROM = "from";
    private static final String TO = "to";
    private static final String RECORDED_FROM = "recordedFrom";
    private static final String RECORDED_TO = "recordedTo";
    private static final String MIN_LATENCY = "minLatency";
    private static final String MAX_LATENCY = "maxLatency";
    private static final long MOST_DAYS = 100_000;

    /**
     * A parameter that narrows by itself.
     *
     * @param marks of which a case must have one; none where a condition says it
     */
    private record Narrowing(
            Parameter parameter, Function<String, List<String>> marks, Function<String, Condition> condition) {
        Narrowing(Parameter parameter, Function<String, Condition> condition) {
            this(parameter, value -> List.of(), condition);
        }
    }

    private static final List<Narrowing> ALONE = List.of(
            marked(Parameters.slugs("platform", "On this platform", "zoom")),
            new Narrowing(
                    Parameters.slugs("incident", "Part of this incident", "zoom-june-fourth-2020"),
                    value -> Condition.of("p.incident = ANY (?)", (Object) value.split(","))),
            new Narrowing(
                    Parameters.slugs("case", "This case", "zoom-humanitarian-china-2020"),
                    value -> Condition.of("p.slug = ANY (?)", (Object) value.split(","))),
            marked(Parameters.words("subjectKind", "subject", "What is hit", "account")),
            marked(Parameters.words(
                    "measure",
                    "measure",
                    "What the platform did, in the words of the DSA",
                    "DECISION_ACCOUNT_SUSPENDED")),
            marked(Parameters.words("status", "status", "Folded status", "restored")),
            marked(Parameters.words("verification", "verification", "How well it is checked", "corroborated")),
            marked(Parameters.countries(SCOPE, Set.of("worldwide"), "Restricted in this country", "CN")),
            marked(Parameters.countries(BASED_IN, Set.of(), "The subject is based there", "US")),
            marked(Parameters.countries(
                    DEMANDED_BY,
                    PublicVocabulary.all().get(DEMANDED_BY).keySet(),
                    "Demanded by this country's government, or by somebody of this kind",
                    "CN")),
            marked(
                    Parameters.countries(
                            "country", Set.of(), "Restricted there, based there, or demanded by its government", "CN"),
                    List.of(SCOPE, BASED_IN, DEMANDED_BY)),
            marked(Parameters.words("explanation", "explanation", "A statement claims this", "local-law")),
            marked(Parameters.slugs("topic", "What it was about", "june-fourth")),
            marked(Parameters.flag("hasReversal", "Whether a restriction was lifted, in part or in full")),
            new Narrowing(LookedFor.PARAMETER, LookedFor::condition));

    static final List<Parameter> PARAMETERS = parameters();
    private static final Map<String, Parameter> BY_NAME = byName();

    private Narrowings() {}

    private static List<Parameter> parameters() {
        List<Parameter> all = new ArrayList<>();
        ALONE.forEach(narrowing -> all.add(narrowing.parameter));
        all.add(Parameters.from(
                FROM, "A restriction can have begun on this day (or in this month) or later", "2020-05"));
        all.add(Parameters.to(
                TO, "A restriction can have begun on this day (or in this month) or earlier", "2020-06-30"));
        all.add(Parameters.from(RECORDED_FROM, "First public on this day (UTC) or later", "2026-11-01"));
        all.add(Parameters.to(RECORDED_TO, "First public on this day (UTC) or earlier", "2026-11-30"));
        all.add(Parameters.number(
                MIN_LATENCY, 0, MOST_DAYS, "A restriction can have lasted this many days or more", "7"));
        all.add(Parameters.number(
                MAX_LATENCY, 0, MOST_DAYS, "A restriction can have lasted this many days or less", "30"));
        all.add(Parameters.flag(EXACT, "Dates and latencies must lie within the bounds for certain"));
        return List.copyOf(all);
    }

    private static Map<String, Parameter> byName() {
        Map<String, Parameter> byName = new LinkedHashMap<>();
        PARAMETERS.forEach(parameter -> byName.put(parameter.name(), parameter));
        return byName;
    }

    static Parameter parameter(String name) {
        return Optional.ofNullable(BY_NAME.get(name)).orElseThrow(() -> WrongParameter.unknown(name, PARAMETERS));
    }

    /** An interval that ends before it starts fits nothing, which nobody means. */
    static void checkOrder(Map<String, String> asked) {
        inOrder(asked, FROM, TO, LocalDate::parse);
        inOrder(asked, RECORDED_FROM, RECORDED_TO, LocalDate::parse);
        inOrder(asked, MIN_LATENCY, MAX_LATENCY, Long::valueOf);
    }

    private static <T extends Comparable<? super T>> void inOrder(
            Map<String, String> asked, String least, String most, Function<String, T> reader) {
        Optional<T> low = Optional.ofNullable(asked.get(least)).map(reader);
        Optional<T> high = Optional.ofNullable(asked.get(most)).map(reader);
        if (low.isPresent() && high.isPresent() && low.get().compareTo(high.get()) > 0) {
            throw new WrongParameter(
                    most,
                    "a value not before '" + least + "'",
                    low.get() + " and " + high.get(),
                    parameter(most).example());
        }
    }

    static Condition condition(Map<String, String> asked) {
        List<Condition> conditions = new ArrayList<>();
        Set<String> needed = new TreeSet<>();
        ALONE.forEach(narrowing -> Optional.ofNullable(asked.get(narrowing.parameter.name()))
                .ifPresent(value -> {
                    List<String> marks = narrowing.marks.apply(value);
                    if (marks.size() == 1) {
                        needed.addAll(marks);
                    } else {
                        conditions.add(narrowing.condition.apply(value));
                    }
                }));
        if (!needed.isEmpty()) {
            conditions.add(0, Condition.of("p.marks @> ?", (Object) needed.toArray(String[]::new)));
        }
        boolean exact = "true".equals(asked.get(EXACT));
        range(asked, FROM, TO, "daterange(?::date, ?::date, '[]')").ifPresent(days -> {
            conditions.add(overlapping("p.imposed", days));
            if (exact) {
                conditions.add(within("daterange(r.earliest, r.latest, '[]')", days));
            }
        });
        range(asked, MIN_LATENCY, MAX_LATENCY, "int4range(?::integer, ?::integer, '[]')")
                .ifPresent(days -> {
                    conditions.add(overlapping("p.latency", days));
                    if (exact) {
                        conditions.add(within("r.days", days));
                    }
                });
        day(asked, RECORDED_FROM).ifPresent(day -> conditions.add(Condition.of("p.recorded >= ?", midnight(day))));
        day(asked, RECORDED_TO)
                .ifPresent(day -> conditions.add(Condition.of("p.recorded < ?", midnight(day.plusDays(1)))));
        return Condition.all(conditions.stream());
    }

    private static Optional<Condition> range(Map<String, String> asked, String least, String most, String sql) {
        return asked.containsKey(least) || asked.containsKey(most)
                ? Optional.of(
                        Condition.of(sql, Optional.ofNullable(asked.get(least)), Optional.ofNullable(asked.get(most))))
                : Optional.empty();
    }

    private static Condition overlapping(String ranges, Condition range) {
        return new Condition(ranges + " && " + range.sql(), range.parameters());
    }

    /** What lies within also overlaps, which has an index; this is asked of the few that do. */
    private static Condition within(String range, Condition bounds) {
        return new Condition(
                "EXISTS (SELECT FROM public_restriction r WHERE r.sequence = p.sequence AND " + range + " <@ "
                        + bounds.sql() + ")",
                bounds.parameters());
    }

    private static Optional<LocalDate> day(Map<String, String> asked, String name) {
        return Optional.ofNullable(asked.get(name)).map(LocalDate::parse);
    }

    private static Object midnight(LocalDate day) {
        return day.atStartOfDay().atOffset(ZoneOffset.UTC);
    }

    private static Narrowing marked(Parameter parameter) {
        return marked(parameter, List.of(parameter.name()));
    }

    /** Marks are made by the database of the columns that the filters are about; one index holds them all. */
    private static Narrowing marked(Parameter parameter, List<String> names) {
        Function<String, List<String>> marks = value -> names.stream()
                .flatMap(name -> Stream.of(value.split(",")).map(each -> name + "/" + each))
                .toList();
        return new Narrowing(
                parameter,
                marks,
                value ->
                        Condition.of("p.marks && ?", (Object) marks.apply(value).toArray(String[]::new)));
    }
}
