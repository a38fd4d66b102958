package org.lacuna.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lacuna.page.Say;
import org.lacuna.page.chart.Chart;
import org.lacuna.publication.PublicCase;
import org.lacuna.publication.PublicDate;
import org.lacuna.publication.PublicIncident;
import org.lacuna.web.Notes.Note;

/**
 * An incident as its page shows it.
 *
 * @param people each case with its status and restrictions
 * @param speakers the platforms that explained themselves
 * @param said what they said, step by step
 * @param standing who stands where, as a chart
 * @param asOf the day at whose end it is read
 * @param say speaks the language of the page
 */
record IncidentView(
        PublicIncident document,
        Notes notes,
        List<PublicIncident.CaseLine> people,
        String speakers,
        List<Step> said,
        Optional<Chart> standing,
        Optional<LocalDate> asOf,
        Say say) {
    /** One explanation that a platform gave on one date, whoever it was about. */
    record Step(String platform, PublicDate date, String explanation, String claim, List<AboutWhom> words) {}

    /** What was said about one of the cases. */
    record AboutWhom(String about, String text, List<Note> notes) {}

    private record Said(PublicCase document, PublicCase.Line line, String explanation) {}

    /** @param cases the documents of its cases, in its order */
    static IncidentView of(PublicIncident document, List<PublicCase> cases, Optional<LocalDate> asOf, Say say) {
        Notes notes = new Notes(document.sources(), say);
        List<Step> steps = steps(cases, notes, say);
        return new IncidentView(
                document,
                notes,
                document.cases(),
                say.list(steps.stream().map(Step::platform).distinct().toList()),
                steps,
                StandingChart.of(document.cases(), say),
                asOf,
                say);
    }

    /** Where the chart can be had, without its ending. */
    public String standingFiles() {
        return "/incidents/" + document.slug() + "/" + StandingChart.ID;
    }

    /** What stands in place of title and summary. */
    public Optional<Withheld> withheld() {
        return document.redacted().map(redacted -> Withheld.of(redacted, say));
    }

    private static List<Step> steps(List<PublicCase> cases, Notes notes, Say say) {
        Map<List<Object>, List<Said>> together = new LinkedHashMap<>();
        for (PublicCase document : cases) {
            document.timeline().forEach(line -> Explanation.byPlatform(line)
                    .map(word -> new Said(document, line, word))
                    .ifPresent(said -> together.computeIfAbsent(
                                    List.of(
                                            document.platform().name(),
                                            line.date().edtf(),
                                            said.explanation()),
                                    key -> new ArrayList<>())
                            .add(said)));
        }
        return together.values().stream()
                .map(said -> step(said, notes, say))
                .sorted(Comparator.comparing(step -> step.date().edtf()))
                .toList();
    }

    private static Step step(List<Said> said, Notes notes, Say say) {
        Said first = said.get(0);
        return new Step(
                first.document().platform().name(),
                first.line().date(),
                say.word("explanation", first.explanation()),
                say.word("claim", first.explanation()),
                said.stream()
                        .map(one -> new AboutWhom(
                                one.document().subject().name(),
                                one.line()
                                        .redacted()
                                        .map(redacted ->
                                                Withheld.of(redacted, say).words())
                                        .orElse(one.line().text()),
                                notes.of(one.line().sources())))
                        .toList());
    }
}
