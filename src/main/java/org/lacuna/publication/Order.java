package org.lacuna.publication;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.lacuna.shared.Word;

/**
 * How a list of cases is ordered.
 *
 * @param falling whether the greatest comes first; a minus before the word says so
 */
public record Order(CaseSort sort, boolean falling) {
    /** The one that changed last first. */
    public static final Order LATEST = new Order(CaseSort.CHANGED, true);

    /** The query parameter. */
    public static final Parameter PARAMETER = Parameters.oneOf(
            "sort",
            Stream.concat(CaseSort.words().stream(), CaseSort.words().stream().map(word -> "-" + word))
                    .toList(),
            "What the list is ordered by; with a minus the greatest or the last comes first",
            "-happened");

    /** @throws WrongParameter for another word */
    public static Order read(String text) {
        String read = PARAMETER.read(text);
        boolean falling = read.startsWith("-");
        return new Order(
                Word.of(CaseSort.class, falling ? read.substring(1) : read).orElseThrow(), falling);
    }

    String direction() {
        return falling ? "DESC" : "ASC";
    }

    /** What stands behind a place. */
    Condition behind(Cursor.Place place) {
        return Condition.of(
                "(" + sort.column() + ", p.sequence) " + (falling ? "<" : ">") + " (?::" + sort.type() + ", ?)",
                place.key(),
                place.sequence());
    }

    /** Where a list can begin at the earliest, which a filter implies but no planner knows: what comes before never fits. */
    Optional<Condition> bound(CaseFilter filter) {
        return sort.most()
                .filter(any -> falling)
                .flatMap(filter::asked)
                .map(most -> Condition.of(sort.column() + " <= ?::" + sort.type(), most));
    }

    List<String> words() {
        return List.of(sort.word(), direction());
    }
}
