package org.lacuna.desk.queue;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.lacuna.intake.EditorKey;
import org.lacuna.intake.marks.Likeness;

/** Puts a page of the queue together; how many queries that takes does not depend on how many things wait. */
@ApplicationScoped
class ShowQueue {
    private static final String CLOSED = "Closed: it does not open with your key here";

    private final MarkPublicItems marking;
    private final LineQueries lines;
    private final RuleQueries rules;
    private final Likeness likeness;
    private final OpenHeading heading;

    ShowQueue(MarkPublicItems marking, LineQueries lines, RuleQueries rules, Likeness likeness, OpenHeading heading) {
        this.marking = marking;
        this.lines = lines;
        this.rules = rules;
        this.likeness = likeness;
        this.heading = heading;
    }

    /** A page of lines, and how many lines there are in all. */
    record Page(List<ShownLine> lines, long total) {}

    /** @param page from 1 */
    Page page(Filter filter, UUID editor, Optional<EditorKey> key, int page) {
        marking.mark();
        Map<Rule, Rule.Weight> weights = rules.weights();
        LineQueries.Found found = lines.page(filter, editor, weights, page);
        List<UUID> ids = found.lines().stream().map(Line::id).toList();
        Map<UUID, List<Item>> items =
                lines.items(ids, filter.state()).stream().collect(Collectors.groupingBy(Item::line));
        Map<UUID, Map<UUID, Double>> alike = likeness.within(submissions(items));
        return new Page(
                found.lines().stream()
                        .map(line -> shown(
                                line,
                                items.getOrDefault(line.id(), List.of()),
                                alike.getOrDefault(line.id(), Map.of()),
                                weights,
                                key))
                        .toList(),
                found.total());
    }

    /** Likeness is told where there is something to compare. */
    private static Map<UUID, List<UUID>> submissions(Map<UUID, List<Item>> items) {
        Map<UUID, List<UUID>> submissions = new HashMap<>();
        items.forEach((line, all) -> {
            List<UUID> told = all.stream()
                    .filter(Item::submission)
                    .map(item -> UUID.fromString(item.ref()))
                    .toList();
            if (told.size() > 2) {
                submissions.put(line, told);
            }
        });
        return submissions;
    }

    private ShownLine shown(
            Line line,
            List<Item> items,
            Map<UUID, Double> likeness,
            Map<Rule, Rule.Weight> weights,
            Optional<EditorKey> key) {
        List<Item> out = StandOut.of(items, likeness);
        Optional<OpenHeading.Opened> opened =
                out.stream().filter(Item::submission).findFirst().flatMap(item -> heading.of(item, key));
        Optional<String> said =
                out.stream().filter(item -> !item.submission()).findFirst().flatMap(Item::title);
        Optional<String> subject = line.copies()
                ? Optional.of(
                        line.texts() == 1
                                ? "One text, varied, about " + line.subjects() + " subjects"
                                : line.items() + " things about " + line.subjects() + " subjects")
                : said.or(() -> opened.map(OpenHeading.Opened::subject));
        return new ShownLine(
                line,
                subject.orElse(CLOSED),
                subject.isEmpty(),
                out.stream()
                        .flatMap(item -> item.platform().flatMap(heading::name).stream())
                        .findFirst()
                        .or(() -> line.copies() ? Optional.empty() : opened.flatMap(OpenHeading.Opened::platform)),
                out.stream()
                        .map(item -> Wording.of(item, Optional.ofNullable(likeness.get(refOf(item)))))
                        .toList(),
                line.explained(weights));
    }

    private static UUID refOf(Item item) {
        return item.submission() ? UUID.fromString(item.ref()) : item.id();
    }
}
