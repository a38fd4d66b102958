package org.lacuna.publication;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.lacuna.shared.Database;

/** The row of a case's version with what filters and sorts need, and those of its restrictions and entries. */
@ApplicationScoped
class CaseRows {
    private static final String NO_DAY = "-infinity";
    private static final long NO_LATENCY = -1;

    private final Database database;

    CaseRows(Database database) {
        this.database = database;
    }

    /** @param ended number of the change that replaced this version */
    void write(PublicCase each, long ended) {
        List<PublicCase.Restriction> restrictions = each.restrictions();
        FilterColumns filtered = FilterColumns.of(each);
        database.insert(
                "public_case",
                "sequence, ended, slug, incident, title, platform, subject_kind, status, verification, based_in, scope,"
                        + " demanded_by, measures, explanations, topics, imposed, latency, reversed, recorded, changed,"
                        + " began, days",
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
                texts(filtered.scope()),
                texts(filtered.demandedBy()),
                texts(filtered.measures()),
                texts(filtered.explanations()),
                texts(filtered.topics()),
                ranges(restrictions, restriction -> span(restriction.imposed())),
                ranges(restrictions, restriction -> days(restriction.latencyDays())),
                filtered.reversed(),
                each.firstRecorded(),
                each.lastChanged(),
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
        for (int i = 0; i < each.timeline().size(); i++) {
            write(each, i, each.timeline().get(i));
        }
    }

    private void write(PublicCase each, PublicCase.Restriction restriction) {
        database.insert(
                "public_restriction",
                "sequence, id, measure, state, imposed, earliest, latest, days",
                each.sequence(),
                restriction.id(),
                restriction.measure(),
                restriction.state(),
                restriction.imposed().edtf().toString(),
                restriction.imposed().earliest(),
                restriction.imposed().latest(),
                days(restriction.latencyDays()));
    }

    private void write(PublicCase each, int position, PublicCase.Line line) {
        database.insert(
                "public_entry",
                "sequence, position, type, happened, span, recorded, said_by, explanation, outcome",
                each.sequence(),
                position,
                line.type(),
                place(line.date()),
                span(line.date()),
                line.recordedAt(),
                FilterColumns.word(line, "by"),
                FilterColumns.word(line, "explanation"),
                FilterColumns.word(line, "outcome"));
    }

    private static LocalDate place(PublicDate date) {
        return date.edtf().place();
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

    private static String[] texts(List<String> words) {
        return words.toArray(String[]::new);
    }
}
