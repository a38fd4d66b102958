package org.lacuna.publication.counts;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.lacuna.publication.Projection;
import org.lacuna.publication.PublicCase;
import org.lacuna.publication.PublicDate;
import org.lacuna.shared.Database;

/** Writes what is counted of each version of a case. */
@ApplicationScoped
class CountRows implements Projection {
    /** The year or month of a date that spans more than one. */
    static final String UNCERTAIN = "uncertain";

    private static final int YEAR = 4;
    private static final int MONTH = 7;
    private static final String GOVERNMENT = "government";

    private final Database database;

    CountRows(Database database) {
        this.database = database;
    }

    @Override
    public void write(PublicCase version, String about) {
        List<PublicCase.Restriction> all = version.restrictions();
        database.change(
                """
                INSERT INTO counted_case (sequence, states, demanded_by, how, years, months) VALUES (?, ?, ?, ?, ?, ?)
                """,
                version.sequence(),
                distinct(all, each -> Stream.of(each.state())),
                distinct(all, each -> demandedBy(each).stream()),
                distinct(all, CountRows::how),
                distinct(all, each -> Stream.of(within(each.imposed(), YEAR))),
                distinct(all, each -> Stream.of(within(each.imposed(), MONTH))));
        restrictions(version.sequence(), all);
    }

    /** One statement for all of them: a case can have many. Lists of words travel with commas between them. */
    private void restrictions(long sequence, List<PublicCase.Restriction> all) {
        database.change(
                """
                INSERT INTO counted_restriction (sequence, id, measure, state, scope, demanded_by, demanded, how, earliest,
                    latest, year, month, lasted, least, most)
                SELECT ?, id, measure, state, string_to_array(scope, ','), demanded_by, string_to_array(demanded, ','),
                    string_to_array(how, ','), earliest::date, latest::date, year, month, lasted, least::integer,
                    most::integer
                FROM unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) AS r (id, measure, state, scope, demanded_by,
                    demanded, how, earliest, latest, year, month, lasted, least, most)
                """,
                sequence,
                column(all, PublicCase.Restriction::id),
                column(all, PublicCase.Restriction::measure),
                column(all, PublicCase.Restriction::state),
                column(all, each -> String.join(",", each.scope())),
                column(all, each -> demandedBy(each).orElse(null)),
                column(all, each -> String.join(",", demanded(each))),
                column(all, each -> String.join(",", how(each).distinct().toList())),
                column(all, each -> day(each.imposed().earliest())),
                column(all, each -> day(each.imposed().latest())),
                column(all, each -> within(each.imposed(), YEAR)),
                column(all, each -> within(each.imposed(), MONTH)),
                column(all, each -> LastedRow.of(each.latencyDays()).kind()),
                column(
                        all,
                        each -> Long.toString(LastedRow.of(each.latencyDays()).least())),
                column(all, each -> LastedRow.of(each.latencyDays())
                        .most()
                        .map(Object::toString)
                        .orElse(null)));
    }

    private static Stream<String> how(PublicCase.Restriction restriction) {
        return restriction.lifts().stream().map(PublicCase.Lift::how);
    }

    private static Optional<String> demandedBy(PublicCase.Restriction restriction) {
        return restriction.demandedBy().flatMap(by -> by.entrySet().stream()
                .map(entry -> entry.getKey().equals(GOVERNMENT) ? entry.getValue() : entry.getKey())
                .findFirst());
    }

    private static List<String> demanded(PublicCase.Restriction restriction) {
        Map<String, String> by = restriction.demandedBy().orElse(Map.of());
        return Stream.concat(by.keySet().stream(), Stream.ofNullable(by.get(GOVERNMENT)))
                .toList();
    }

    /** The date cut to a year or month, if all of it lies within one. */
    private static String within(PublicDate date, int length) {
        Optional<String> earliest = date.earliest().map(day -> day.toString().substring(0, length));
        Optional<String> latest = date.latest().map(day -> day.toString().substring(0, length));
        return earliest.filter(each -> latest.isPresent() && each.equals(latest.get()))
                .orElse(UNCERTAIN);
    }

    private static String day(Optional<LocalDate> day) {
        return day.map(LocalDate::toString).orElse(null);
    }

    private static String[] column(List<PublicCase.Restriction> all, Function<PublicCase.Restriction, String> value) {
        return all.stream().map(value).toArray(String[]::new);
    }

    private static String[] distinct(
            List<PublicCase.Restriction> all, Function<PublicCase.Restriction, Stream<String>> values) {
        return all.stream().flatMap(values).distinct().sorted().toArray(String[]::new);
    }
}
