package org.lacuna.desk.work.join;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lacuna.cases.Entry;
import org.lacuna.page.SentForm;
import org.lacuna.shared.Digest;
import org.lacuna.shared.EdtfWords;

/**
 * What comes of a merge or a split, to be looked at before it is done. It is done only as it was looked at: whoever
 * changes the choice, or whose case was changed meanwhile, looks again.
 *
 * @param here the timeline of the case that one came from, as it will be
 * @param there that of the other
 */
record Preview(List<Line> here, List<Line> there) {
    private static final String SEEN = "seen";

    /** One line; {@code comes} if it stands elsewhere now. */
    record Line(String id, String when, String type, String text, boolean comes) {}

    static Preview of(List<Entry> here, List<Entry> there, List<Entry> coming) {
        return new Preview(
                lines(here, false),
                Stream.concat(
                                there.stream().map(entry -> new Ordered(entry, false)),
                                coming.stream().map(entry -> new Ordered(entry, true)))
                        .sorted(Comparator.comparing(each -> each.entry().head().date()))
                        .map(each -> line(each.entry(), each.comes()))
                        .toList());
    }

    /** The mark of this very preview. */
    public String seen() {
        return Digest.of(Stream.concat(here.stream(), there.stream())
                        .map(Line::toString)
                        .collect(Collectors.joining("\n", here.size() + " ", "")))
                .hex()
                .substring(0, 16);
    }

    boolean wasSeen(SentForm form) {
        return form.value(SEEN).equals(seen());
    }

    private record Ordered(Entry entry, boolean comes) {}

    private static List<Line> lines(List<Entry> entries, boolean comes) {
        return entries.stream()
                .sorted(Comparator.comparing(entry -> entry.head().date()))
                .map(entry -> line(entry, comes))
                .toList();
    }

    private static Line line(Entry entry, boolean comes) {
        return new Line(
                entry.head().id(),
                EdtfWords.of(entry.head().date()),
                entry.type(),
                entry.head().text(),
                comes);
    }
}
