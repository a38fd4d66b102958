package org.lacuna.intake.marks;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.lacuna.intake.SubmissionId;

/** How the texts of submissions resemble each other, told from their marks alone. */
@ApplicationScoped
public class Likeness {
    private final MarkQueries queries;

    Likeness(MarkQueries queries) {
        this.queries = queries;
    }

    /**
     * For each set of submissions, how much each resembles the others of its set on average, from 0 to 1; those without
     * marks are left out. The work grows with their number, not with its square.
     */
    public <K> Map<K, Map<UUID, Double>> within(Map<K, ? extends Collection<UUID>> sets) {
        Map<UUID, TextMark> marks = new HashMap<>();
        queries.of(sets.values().stream().flatMap(Collection::stream).distinct().toList())
                .forEach(found -> marks.put(found.submission().value(), found.mark()));
        Map<K, Map<UUID, Double>> all = new HashMap<>();
        sets.forEach((key, set) -> {
            Map<UUID, TextMark> here = new HashMap<>();
            set.stream().filter(marks::containsKey).forEach(id -> here.put(id, marks.get(id)));
            all.put(key, average(here));
        });
        return all;
    }

    /** Forgets the marks of these: later texts are no longer compared with them. */
    @Transactional
    public void forget(Collection<UUID> submissions) {
        submissions.forEach(id -> queries.forget(new SubmissionId(id)));
    }

    private static Map<UUID, Double> average(Map<UUID, TextMark> marks) {
        List<int[][]> counts = List.of(new int[Sketch.ROWS][256], new int[Sketch.ROWS][256]);
        marks.values().forEach(mark -> {
            count(mark.phrases(), counts.get(0));
            count(mark.words(), counts.get(1));
        });
        Map<UUID, Double> average = new HashMap<>();
        int others = Math.max(1, marks.size() - 1);
        marks.forEach((id, mark) -> average.put(
                id, (shared(mark.phrases(), counts.get(0)) + shared(mark.words(), counts.get(1))) / 2 / others));
        return average;
    }

    private static void count(Sketch sketch, int[][] counts) {
        for (int row = 0; row < Sketch.ROWS; row++) {
            counts[row][sketch.bytes()[row] & 0xFF]++;
        }
    }

    private static double shared(Sketch sketch, int[][] counts) {
        double shared = 0;
        for (int row = 0; row < Sketch.ROWS; row++) {
            shared += counts[row][sketch.bytes()[row] & 0xFF] - 1;
        }
        return shared / Sketch.ROWS;
    }
}
