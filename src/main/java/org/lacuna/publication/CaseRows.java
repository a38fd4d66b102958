package org.lacuna.publication;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lacuna.shared.Database;

/** The row of a case's version with what filters and sorts need, and those of its restrictions and entries. */
@ApplicationScoped
class CaseRows {
    private static final String GOVERNMENT = "government";
    private static final String NO_DAY = "-infinity";
    private static final long NO_LATENCY = -1;

    private final Database database;

    CaseRows(Database database) {
        this.database = database;
    }

    /** @param ended number of the change that replaced this version */
    void write(PublicCase each, long ended) {
        List<PublicCase.Restriction> restrictions = each.restrictions();
        database.change(
                """
                INSERT INTO public_case (sequence, ended, slug, incident, title, platform, subject_kind, status,
                    verification, based_in, scope, demanded_by, measures, explanations, topics, imposed, latency,
                    reversed, recorded, changed, began, days)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::datemultirange, ?::int4multirange, ?, ?, ?,
                    ?::date, ?)
                """,
                each.sequence(),
                ended,
                each.slug(),
                each.incident(),
                each.title(),
                each.platform().id(),
                each.subject().kind(),
                each.status(),
                each.verification(),
                each.subject().basedIn(),
                distinct(restrictions.stream().flatMap(restriction -> restriction.scope().stream())),
                distinct(restrictions.stream().flatMap(CaseRows::demandedBy)),
                distinct(restrictions.stream().map(PublicCase.Restriction::measure)),
                distinct(each.timeline().stream().flatMap(line -> word(line, "explanation").stream())),
                distinct(each.subject().topics().stream()),
                ranges(restrictions, restriction -> span(restriction.imposed())),
                ranges(restrictions, restriction -> days(restriction.latencyDays())),
                restrictions.stream()
                        .anyMatch(restriction -> !restriction.lifts().isEmpty()),
                each.firstRecorded().atOffset(ZoneOffset.UTC),
                each.lastChanged().atOffset(ZoneOffset.UTC),
                restrictions.stream()
                        .map(restriction -> place(restriction.imposed()))
                        .sorted()
                        .findFirst()
                        .map(LocalDate::toString)
                        .orElse(NO_DAY),
                restrictions.stream()
                        .mapToLong(restriction -> restriction.latencyDays().min())
                        .min()
                        .orElse(NO_LATENCY));
        restrictions.forEach(restriction -> write(each, restriction));
        entries(each);
    }

    private void write(PublicCase each, PublicCase.Restriction restriction) {
        database.change(
                """
                INSERT INTO public_restriction (sequence, id, measure, state, imposed, earliest, latest, days)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?::int4range)
                """,
                each.sequence(),
                restriction.id(),
                restriction.measure(),
                restriction.state(),
                restriction.imposed().edtf().toString(),
                restriction.imposed().earliest(),
                restriction.imposed().latest(),
                days(restriction.latencyDays()));
    }

    /** One statement for all lines: a case can have many. */
    private void entries(PublicCase each) {
        List<PublicCase.Line> lines = each.timeline();
        database.change(
                """
                INSERT INTO public_entry (sequence, position, type, happened, span, recorded, said_by, explanation, outcome)
                SELECT ?, position - 1, type, happened::date, span::daterange, recorded::timestamptz, said_by, explanation,
                    outcome
                FROM unnest(?, ?, ?, ?, ?, ?, ?) WITH ORDINALITY
                    AS line (type, happened, span, recorded, said_by, explanation, outcome, position)
                """,
                each.sequence(),
                column(lines, PublicCase.Line::type),
                column(lines, line -> place(line.date()).toString()),
                column(lines, line -> span(line.date())),
                column(lines, line -> line.recordedAt().toString()),
                column(lines, line -> word(line, "by").orElse(null)),
                column(lines, line -> word(line, "explanation").orElse(null)),
                column(lines, line -> word(line, "outcome").orElse(null)));
    }

    private static String[] column(List<PublicCase.Line> lines, Function<PublicCase.Line, String> value) {
        return lines.stream().map(value).toArray(String[]::new);
    }

    private static LocalDate place(PublicDate date) {
        return date.edtf().place();
    }

    /** The kind of whoever demanded it, and the code of a government. */
    private static Stream<String> demandedBy(PublicCase.Restriction restriction) {
        Map<String, String> by = restriction.demandedBy().orElse(Map.of());
        return Stream.concat(by.keySet().stream(), Stream.ofNullable(by.get(GOVERNMENT)));
    }

    private static Optional<String> word(PublicCase.Line line, String field) {
        return Optional.ofNullable(line.own().get(field))
                .filter(value -> value.isTextual())
                .map(value -> value.textValue());
    }

    private static String span(PublicDate date) {
        return "[" + date.earliest().map(LocalDate::toString).orElse("") + ","
                + date.latest().map(LocalDate::toString).orElse("") + "]";
    }

    /** Nothing bounds a latency that is censored: all it says is what has passed for certain. */
    private static String days(PublicCase.Latency latency) {
        return "[" + latency.min() + ","
                + latency.max()
                        .filter(any -> !latency.censored())
                        .map(Object::toString)
                        .orElse("") + "]";
    }

    private static String ranges(
            List<PublicCase.Restriction> restrictions, Function<PublicCase.Restriction, String> range) {
        return restrictions.stream().map(range).collect(Collectors.joining(",", "{", "}"));
    }

    private static String[] distinct(Stream<String> words) {
        return words.distinct().toArray(String[]::new);
    }
}
