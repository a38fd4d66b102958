package org.lacuna.desk.queue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Chooses what of a line is shown at once, so that an honest report about a flooded subject does not drown: what no
 * person told us, who wrote again, what is about a subject known from elsewhere; then, in turn, the texts that resemble
 * the others least and those that came first. A flood would have to be early and unlike itself at once to fill them all.
 */
final class StandOut {
    /** So many of a line are shown at once. */
    static final int MOST = 18;

    private static final int MOST_PUBLIC = 3;
    private static final int MOST_AGAIN = 3;
    private static final int MOST_KNOWN = 2;

    private StandOut() {}

    /**
     * Those that are shown, in this order.
     *
     * @param items of one line, one of all copies of a text
     * @param likeness how much each submission resembles those of the line that are nearest to it; one without counts as
     *     unlike, and one with copies as like
     */
    static List<Item> of(List<Item> items, Map<UUID, Double> likeness) {
        Set<Item> shown = new LinkedHashSet<>();
        add(shown, items.stream().filter(item -> !item.submission()).toList(), MOST_PUBLIC);
        add(shown, items.stream().filter(Item::wroteAgain).toList(), MOST_AGAIN);
        add(shown, items.stream().filter(Item::known).toList(), MOST_KNOWN);
        List<Item> told = items.stream().filter(Item::submission).toList();
        Comparator<Item> byId = Comparator.comparing(Item::id);
        Iterator<Item> unlike = told.stream()
                .sorted(Comparator.<Item, Double>comparing(item -> likeness(item, likeness))
                        .thenComparing(byId))
                .iterator();
        Iterator<Item> first = told.stream()
                .sorted(Comparator.comparing(Item::opened).thenComparing(byId))
                .iterator();
        // two of three: how a text reads says more than when it came
        for (int turn = 0; shown.size() < MOST && (unlike.hasNext() || first.hasNext()); turn++) {
            Iterator<Item> from = turn % 3 < 2 && unlike.hasNext() || !first.hasNext() ? unlike : first;
            shown.add(from.next());
        }
        add(shown, items, MOST);
        return new ArrayList<>(shown).subList(0, Math.min(MOST, shown.size()));
    }

    private static double likeness(Item item, Map<UUID, Double> likeness) {
        return item.same() > 1 ? 1 : likeness.getOrDefault(UUID.fromString(item.ref()), 0.0);
    }

    private static void add(Set<Item> shown, List<Item> from, int most) {
        from.stream().limit(most).forEach(shown::add);
    }
}
