package org.lacuna.publication;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** The ways to narrow the cases that are asked for, each with the SQL that does it. */
final class Narrowings {
    private static final String EXACT = "exact";
    private static final String FROM = "from";
    private static final String TO = "to";
    private static final String RECORDED_FROM = "recordedFrom";
    private static final String RECORDED_TO = "recordedTo";
    private static final String MIN_LATENCY = "minLatency";
    private static final String MAX_LATENCY = "maxLatency";
    private static final long MOST_DAYS = 100_000;

    /** A parameter that narrows by itself. */
    private record Narrowing(Parameter parameter, Function<String, Condition> condition) {}

    private static final List<Narrowing> ALONE = List.of(
            column(Parameters.slugs("platform", "On this platform", "zoom"), "p.platform"),
            column(Parameters.slugs("incident", "Part of this incident", "zoom-june-fourth-2020"), "p.incident"),
            column(Parameters.words("subjectKind", "subject", "What is hit", "account"), "p.subject_kind"),
            array(
                    Parameters.words(
                            "measure",
                            "measure",
                            "What the platform did, in the words of the DSA",
                            "DECISION_ACCOUNT_SUSPENDED"),
                    "p.measures"),
            column(Parameters.words("status", "status", "Folded status", "restored"), "p.status"),
            column(
                    Parameters.words("verification", "verification", "How well it is checked", "corroborated"),
                    "p.verification"),
            array(Parameters.countries("scope", Set.of("worldwide"), "Restricted in this country", "CN"), "p.scope"),
            column(Parameters.countries("basedIn", Set.of(), "The subject is based there", "US"), "p.based_in"),
            array(
                    Parameters.countries(
                            "demandedBy",
                            PublicVocabulary.all().get("demandedBy").keySet(),
                            "Demanded by this country's government, or by somebody of this kind",
                            "CN"),
                    "p.demanded_by"),
            new Narrowing(
                    Parameters.countries(
                            "country", Set.of(), "Restricted there, based there, or demanded by its government", "CN"),
                    Narrowings::country),
            array(
                    Parameters.words("explanation", "explanation", "A statement claims this", "local-law"),
                    "p.explanations"),
            array(Parameters.slugs("topic", "What it was about", "june-fourth"), "p.topics"),
            new Narrowing(
                    Parameters.flag("hasReversal", "Whether a restriction was lifted, in part or in full"),
                    value -> Condition.of(value.equals("true") ? "p.reversed" : "NOT p.reversed")),
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
        return Optional.ofNullable(BY_NAME.get(name))
                .orElseThrow(() -> new WrongParameter(
                        name, "parameters out of " + BY_NAME.keySet(), "'" + name + "'", "…, or leave it out"));
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
        ALONE.forEach(narrowing -> Optional.ofNullable(asked.get(narrowing.parameter.name()))
                .map(narrowing.condition)
                .ifPresent(conditions::add));
        boolean exact = "true".equals(asked.get(EXACT));
        if (asked.containsKey(FROM) || asked.containsKey(TO)) {
            conditions.add(Condition.of(
                    exact
                            ? "EXISTS (SELECT FROM public_restriction r WHERE r.sequence = p.sequence"
                                    + " AND daterange(r.earliest, r.latest, '[]') <@ daterange(?::date, ?::date, '[]'))"
                            : "p.imposed && daterange(?::date, ?::date, '[]')",
                    Optional.ofNullable(asked.get(FROM)),
                    Optional.ofNullable(asked.get(TO))));
        }
        if (asked.containsKey(MIN_LATENCY) || asked.containsKey(MAX_LATENCY)) {
            conditions.add(Condition.of(
                    exact
                            ? "EXISTS (SELECT FROM public_restriction r WHERE r.sequence = p.sequence"
                                    + " AND r.days <@ int4range(?::integer, ?::integer, '[]'))"
                            : "p.latency && int4range(?::integer, ?::integer, '[]')",
                    Optional.ofNullable(asked.get(MIN_LATENCY)),
                    Optional.ofNullable(asked.get(MAX_LATENCY))));
        }
        day(asked, RECORDED_FROM).ifPresent(day -> conditions.add(Condition.of("p.recorded >= ?", midnight(day))));
        day(asked, RECORDED_TO)
                .ifPresent(day -> conditions.add(Condition.of("p.recorded < ?", midnight(day.plusDays(1)))));
        return Condition.all(conditions.stream());
    }

    private static Optional<LocalDate> day(Map<String, String> asked, String name) {
        return Optional.ofNullable(asked.get(name)).map(LocalDate::parse);
    }

    private static Object midnight(LocalDate day) {
        return day.atStartOfDay().atOffset(ZoneOffset.UTC);
    }

    private static Narrowing column(Parameter parameter, String column) {
        return new Narrowing(
                parameter,
                value -> value.contains(",")
                        ? Condition.of(column + " = ANY (?)", (Object) value.split(","))
                        : Condition.of(column + " = ?", value));
    }

    private static Narrowing array(Parameter parameter, String column) {
        return new Narrowing(parameter, value -> Condition.of(column + " && ?", (Object) value.split(",")));
    }

    private static Condition country(String value) {
        Object codes = value.split(",");
        return Condition.of("(p.scope && ? OR p.demanded_by && ? OR p.based_in = ANY (?))", codes, codes, codes);
    }
}
