package org.lacuna.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.lacuna.page.Dates;
import org.lacuna.page.Say;
import org.lacuna.publication.PublicCase;
import org.lacuna.web.Notes.Note;

/**
 * Something on the page that contradicts an explanation, and where it stands there.
 *
 * @param label what it is
 * @param text of the record, in its language; may be empty
 * @param place address on the page
 * @param where name of the place
 */
record Against(String label, String text, List<Note> notes, String place, String where) {
    /** Outcomes that a page does not have by which nothing was done. */
    private static final Set<String> ACTED = Set.of("suspended", "removed", "withheld");

    private static final String DENIAL = "denial";

    /** What contradicts a statement: other sources, corrections, what was observed, sources among each other. */
    static List<Against> of(PublicCase.Line said, PublicCase document, List<TimelineRow> timeline, Say say) {
        List<Against> against = new ArrayList<>();
        for (int i = 0; i < timeline.size(); i++) {
            PublicCase.Line line = document.timeline().get(i);
            if (line.id().equals(said.id())) {
                against.addAll(disputed(timeline.get(i), i, say));
            } else if (corrects(line, said)) {
                TimelineRow row = timeline.get(i);
                against.add(inLine(i, row, row.label(), row.text(), row.notes(), say));
            } else if (sawOtherwise(line, said)) {
                against.add(seen(timeline.get(i), i, say));
            }
        }
        List<PublicCase.Conflict> conflicts = document.conflicts();
        for (int i = 0; i < conflicts.size(); i++) {
            if (concerns(conflicts.get(i), said)) {
                against.add(new Against(
                        say.of("case.against.sources"),
                        conflicts.get(i).about(),
                        List.of(),
                        "#conflict-" + (i + 1),
                        say.of("case.against.sides")));
            }
        }
        return against;
    }

    private static List<Against> disputed(TimelineRow row, int index, Say say) {
        return row.disputed().stream()
                .map(other -> inLine(
                        index, row, say.of("case.disputed", "field", other.field()), other.value(), other.notes(), say))
                .toList();
    }

    private static Against seen(TimelineRow row, int index, Say say) {
        String when = new Dates(say).words(row.date().edtf());
        return inLine(index, row, say.of("list.more", "first", row.label(), "next", when), "", row.notes(), say);
    }

    private static Against inLine(int index, TimelineRow row, String label, String text, List<Note> notes, Say say) {
        return new Against(label, text, notes, "#" + row.id(), say.of("case.against.line", "number", index + 1));
    }

    private static boolean corrects(PublicCase.Line line, PublicCase.Line said) {
        return line.type().equals("correction")
                && line.redacted().isEmpty()
                && new Own(line.own()).word("corrects").equals(said.id());
    }

    /** Only a platform that denies having done anything can be contradicted by what its page shows. */
    private static boolean sawOtherwise(PublicCase.Line line, PublicCase.Line said) {
        return line.type().equals("observation")
                && line.redacted().isEmpty()
                && ACTED.contains(new Own(line.own()).word("outcome"))
                && Explanation.byPlatform(said).filter(DENIAL::equals).isPresent();
    }

    /** Conflicts name a line, or a type of lines in brackets: then a source of the line must stand on a side of it. */
    private static boolean concerns(PublicCase.Conflict conflict, PublicCase.Line said) {
        if (conflict.redacted().isPresent()) {
            return false;
        }
        boolean named = Pattern.compile("\\b" + Pattern.quote(said.id()) + "\\b")
                .matcher(conflict.about())
                .find();
        Stream<String> sources = conflict.values().stream().flatMap(side -> side.sources().stream());
        return named
                || conflict.about().endsWith("(" + said.type() + ")") && sources.anyMatch(said.sources()::contains);
    }
}
