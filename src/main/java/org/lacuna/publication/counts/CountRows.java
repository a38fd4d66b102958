package org.lacuna.publication.counts;

import jakarta.enterprise.context.ApplicationScoped;
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

    /** How much of a date is its year, and how much its month. */
    static final int YEAR = 4;

    static final int MONTH = 7;

    private static final String GOVERNMENT = "government";

    private final Database database;

    CountRows(Database database) {
        this.database = database;
    }

    @Override
    public void write(PublicCase version, String about) {
        List<PublicCase.Restriction> all = version.restrictions();
        database.insert(
                "counted_case",
                "sequence, states, demanded_by, how, years, months",
                version.sequence(),
                distinct(all, each -> Stream.of(each.state())),
                distinct(all, each -> demandedBy(each).stream()),
                distinct(all, CountRows::how),
                distinct(all, each -> Stream.of(within(each.imposed(), YEAR))),
                distinct(all, each -> Stream.of(within(each.imposed(), MONTH))));
        all.forEach(each -> write(version.sequence(), each));
    }

    private void write(long sequence, PublicCase.Restriction each) {
        LastedRow lasted = LastedRow.of(each.latencyDays());
        database.insert(
                "counted_restriction",
                "sequence, id, measure, state, scope, demanded_by, demanded, how, earliest, latest, year, month, lasted,"
                        + " least, most",
                sequence,
                each.id(),
                each.measure(),
                each.state(),
                each.scope().toArray(String[]::new),
                demandedBy(each),
                demanded(each).toArray(String[]::new),
                how(each).distinct().toArray(String[]::new),
                each.imposed().earliest(),
                each.imposed().latest(),
                within(each.imposed(), YEAR),
                within(each.imposed(), MONTH),
                lasted.kind(),
                lasted.least(),
                lasted.most());
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

    private static String[] distinct(
            List<PublicCase.Restriction> all, Function<PublicCase.Restriction, Stream<String>> values) {
        return all.stream().flatMap(values).distinct().sorted().toArray(String[]::new);
    }
}
