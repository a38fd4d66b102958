package org.lacuna.web.feed;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.lacuna.page.Say;
import org.lacuna.page.language.Language;
import org.lacuna.publication.PublicCase;
import org.lacuna.publication.Tombstone;
import org.lacuna.publication.follow.Step;
import org.lacuna.web.Headline;
import org.lacuna.web.LineWords;

/** Says what changed in a case: the new lines, another status, another verification, something taken out. */
final class StepWords {
    /** What a reader wants to hear of first, where one change brings several lines. */
    private static final List<String> TELLING = List.of(
            "restriction-lifted",
            "restriction-imposed",
            "restriction-changed",
            "correction",
            "statement",
            "appeal",
            "pressure",
            "observation",
            "testimony",
            "context");

    /** Feeds speak English: whoever reads them follows one address. */
    private static final Say SAY = Say.in(Language.ENGLISH);

    private static final LineWords LINES = new LineWords(SAY);

    private StepWords() {}

    static String title(Step step) {
        return step.left()
                .map(StepWords::gone)
                .orElseGet(() -> title(step, step.after().orElseThrow()));
    }

    private static String title(Step step, PublicCase after) {
        if (step.action().equals("created")) {
            Headline headline = Headline.of(after, SAY);
            return "New: " + headline.who() + " " + headline.what();
        }
        return news(step, after) + ": " + after.title();
    }

    private static String news(Step step, PublicCase after) {
        boolean turned = step.before()
                .filter(each -> !each.status().equals(after.status()))
                .isPresent();
        if (turned) {
            return SAY.word("status", after.status());
        }
        if (step.action().equals("redacted")) {
            return "Something was taken out";
        }
        return added(step).stream()
                .min(Comparator.comparing(line -> place(line.type())))
                .map(line -> LINES.label(line, after.platform().name()))
                .or(() -> verification(step, after).map(level -> "Now " + SAY.word("verification", level)))
                .orElse("Details changed");
    }

    private static String gone(Tombstone left) {
        return left.to()
                .map(slug -> "Merged: the case " + left.slug() + " is part of " + slug)
                .orElse("Withdrawn: the case " + left.slug());
    }

    /** The lines that the change brought; of a new case, all. */
    private static List<PublicCase.Line> added(Step step) {
        Set<String> known = step.before().stream()
                .flatMap(each -> each.timeline().stream())
                .map(PublicCase.Line::id)
                .collect(Collectors.toSet());
        return step.after().stream()
                .flatMap(each -> each.timeline().stream())
                .filter(line -> !known.contains(line.id()))
                .toList();
    }

    private static Optional<String> verification(Step step, PublicCase after) {
        return step.before()
                .filter(each -> !each.verification().equals(after.verification()))
                .map(each -> after.verification());
    }

    static String summary(Step step) {
        return step.after()
                .map(after -> {
                    Headline headline = Headline.of(after, SAY);
                    return headline.who() + " " + headline.what() + ". " + Headline.standfirst(after, SAY);
                })
                .orElseGet(() -> gone(step.left().orElseThrow()) + ".");
    }

    static String html(Step step) {
        return step.after()
                .map(after -> html(step, after))
                .orElseGet(() -> left(step.left().orElseThrow()));
    }

    private static String left(Tombstone left) {
        String reason = left.reason()
                .map(word -> " " + PlainText.html(SAY.word("redacted", word)))
                .orElse("");
        return "<p>" + PlainText.html(gone(left)) + ", " + SAY.day(left.since()) + "." + reason + "</p>";
    }

    private static String html(Step step, PublicCase after) {
        List<String> points = new ArrayList<>();
        step.before()
                .filter(each -> !each.status().equals(after.status()))
                .ifPresent(each -> points.add("Status: "
                        + PlainText.html(SAY.word("status", after.status())) + ", was "
                        + PlainText.html(SAY.word("status", each.status()))));
        added(step).forEach(line -> points.add(line(line, after)));
        verification(step, after)
                .ifPresent(level -> points.add("Verification: "
                        + PlainText.html(SAY.word("verification", level) + ". " + SAY.word("meaning", level))));
        if (step.action().equals("redacted")) {
            points.add("Something was taken out of this case. The page says where and why.");
        }
        return "<p dir=\"auto\">" + PlainText.html(summary(step)) + "</p>"
                + (points.isEmpty()
                        ? ""
                        : "<ul><li dir=\"auto\">" + String.join("</li><li dir=\"auto\">", points) + "</li></ul>")
                + "<p>"
                + PlainText.html("Checked: " + SAY.word("verification", after.verification()) + ". "
                        + SAY.word("meaning", after.verification()))
                + "</p>";
    }

    private static String line(PublicCase.Line line, PublicCase after) {
        String nature = line.type().equals("observation") ? "Observed: " : "Claimed: ";
        String label = LINES.label(line, after.platform().name());
        List<String> details = LINES.details(line);
        return nature + "<strong>" + PlainText.html(label) + "</strong>"
                + (details.isEmpty() ? "" : " (" + PlainText.html(String.join("; ", details)) + ")")
                + ", " + PlainText.html(line.date().words()) + ". " + PlainText.html(line.text());
    }

    /** The platform, the status, what the change brought; {@code reversal} where something was lifted. */
    static List<String> tags(Step step) {
        Set<String> tags = new LinkedHashSet<>(List.of(step.action()));
        step.after().ifPresent(after -> {
            tags.add(after.platform().id());
            tags.add(after.status());
            added(step).forEach(line -> tags.add(line.type()));
        });
        if (tags.contains("restriction-lifted")) {
            tags.add("reversal");
        }
        return List.copyOf(tags);
    }

    private static int place(String type) {
        int place = TELLING.indexOf(type);
        return place < 0 ? TELLING.size() : place;
    }
}
