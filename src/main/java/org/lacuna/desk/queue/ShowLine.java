package org.lacuna.desk.queue;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.lacuna.intake.marks.Likeness;

/** Puts one line together: copies under each other, the texts that resemble the others least first. */
@ApplicationScoped
class ShowLine {
    private final LineQueries queries;
    private final Likeness likeness;

    ShowLine(LineQueries queries, Likeness likeness) {
        this.queries = queries;
        this.likeness = likeness;
    }

    /** @param items in all, also those that are too many to be shown */
    record All(List<Copies> copies, long items) {}

    /**
     * Copies of one text, or one thing alone.
     *
     * @param first of them, the one to open
     * @param others the rest
     */
    record Copies(ShownLine.Shown first, List<ShownLine.Shown> others) {
        public boolean several() {
            return !others.isEmpty();
        }

        public int count() {
            return others.size() + 1;
        }

        public boolean submissions() {
            return first.item().submission();
        }

        /** As a form names them: at most so many as can be closed at once. */
        public String ids() {
            List<String> ids = new ArrayList<>(List.of(first.item().id().toString()));
            others.forEach(other -> ids.add(other.item().id().toString()));
            return String.join(" ", ids.subList(0, Math.min(ids.size(), ActOnLine.MOST_CLOSED)));
        }
    }

    All all(UUID line, Filter.State state) {
        List<Item> items = queries.all(line, state);
        Map<UUID, List<Item>> byText =
                items.stream().collect(Collectors.groupingBy(Item::copies, LinkedHashMap::new, Collectors.toList()));
        List<UUID> texts = byText.values().stream()
                .map(copies -> copies.get(0))
                .filter(Item::submission)
                .map(item -> UUID.fromString(item.ref()))
                .toList();
        Map<UUID, Double> alike =
                texts.size() > 2 ? likeness.within(Map.of(line, texts)).get(line) : Map.of();
        List<Copies> all = byText.values().stream()
                .sorted(Comparator.comparing(
                                (List<Item> copies) -> copies.get(0).submission())
                        .thenComparing(copies -> copies.size() > 1)
                        .thenComparing(copies -> alike.getOrDefault(refOf(copies.get(0)), 0.0))
                        .thenComparing(copies -> copies.get(0).opened()))
                .map(copies -> copies(copies, alike))
                .toList();
        return new All(all, items.size());
    }

    private static Copies copies(List<Item> copies, Map<UUID, Double> alike) {
        return new Copies(
                Wording.of(copies.get(0), Optional.ofNullable(alike.get(refOf(copies.get(0))))),
                copies.stream()
                        .skip(1)
                        .map(item -> Wording.of(item, Optional.empty()))
                        .toList());
    }

    private static UUID refOf(Item item) {
        return item.submission() ? UUID.fromString(item.ref()) : item.id();
    }
}
