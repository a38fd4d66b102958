package org.lacuna.web;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.lacuna.page.Say;
import org.lacuna.page.chart.Chart;
import org.lacuna.platform.Platform;
import org.lacuna.publication.PublicCase;
import org.lacuna.shared.Digest;
import org.lacuna.web.Notes.Note;

/**
 * A case as its page shows it: the public document, with sources numbered and lines put into words.
 *
 * @param said the platform's explanations in the order of their dates, every version
 * @param course all of it as a chart, if anything has a date
 * @param platform its definition, if there is one; says how to appeal
 * @param cite how it is cited, and what was corrected
 * @param say speaks the language of the page
 */
record CaseView(
        PublicCase document,
        Headline headline,
        String standfirst,
        Notes notes,
        List<Said> said,
        List<TimelineRow> timeline,
        Optional<Chart> course,
        Optional<Platform> platform,
        CiteView cite,
        Say say) {
    /**
     * One explanation that the platform gave.
     *
     * @param against what contradicts it
     */
    record Said(TimelineRow row, String explanation, String claim, List<Against> against) {}

    static CaseView of(PublicCase document, Optional<Platform> platform, CiteView cite, Say say) {
        Notes notes = new Notes(document.sources(), document.captures(), say);
        List<TimelineRow> timeline = TimelineRow.of(document, notes, say);
        List<Said> said = document.timeline().stream()
                .flatMap(line -> Explanation.byPlatform(line).stream()
                        .map(word -> new Said(
                                row(timeline, line.id()),
                                say.word("explanation", word),
                                say.word("claim", word),
                                Against.of(line, document, timeline, say))))
                .toList();
        return new CaseView(
                document,
                Headline.of(document, say),
                Headline.standfirst(document, say),
                notes,
                said,
                timeline,
                CourseChart.of(document, timeline, say),
                platform,
                cite,
                say);
    }

    private static TimelineRow row(List<TimelineRow> timeline, String id) {
        return timeline.stream().filter(row -> row.id().equals(id)).findFirst().orElseThrow();
    }

    /** The line that was recorded last, if it came after the case was opened. */
    public Optional<TimelineRow> latest() {
        return TimelineRow.latest(timeline);
    }

    /** Where the chart can be had, without its ending. */
    public String courseFiles() {
        return "/cases/" + document.slug() + "/" + CourseChart.ID;
    }

    /** The absolute address of the case as it stands, in the language of the page. */
    public URI shareNow() {
        return address("/cases/" + document.slug());
    }

    /** The absolute address of the version that is shown, in the language of the page. */
    public URI shareThen() {
        return address(cite.permalink());
    }

    /** The address of what is shown: the case, or an earlier version of it. */
    public URI shown() {
        return cite.earlier().isPresent() ? shareThen() : shareNow();
    }

    /** The chart as a picture, for whoever shows a link with one. */
    public Optional<URI> picture() {
        String day = cite.earlier().map(each -> "?asOf=" + each).orElse("");
        return course.map(any -> address(courseFiles() + ".png" + day));
    }

    /** @param page path below the root, which stands before the path of every case */
    private URI address(String page) {
        return cite.citation().permalink().resolve("../" + say.path(page).substring(1));
    }

    /** The language as Open Graph writes it, without a territory: which one is meant would be a guess. */
    public String locale() {
        return say.language().tag().replace('-', '_');
    }

    /** Where one can appeal against it, as the platform's definition says. */
    public Optional<String> appeals() {
        return platform.flatMap(Platform::appeals).map(Object::toString);
    }

    /** Where the crawler looked from, in words. */
    public String vantages() {
        return say.list(document.observed().stream()
                .flatMap(seen -> seen.vantages().stream())
                .map(say::vantage)
                .toList());
    }

    /** The digest of a file as its address has it. */
    public String hex(PublicCase.File file) {
        return Digest.parse(file.digest()).hex();
    }

    /** What stands in place of the subject's name. */
    public Optional<Withheld> subjectWithheld() {
        return document.subject().redacted().map(redacted -> Withheld.of(redacted, say));
    }

    /** What stands in place of a conflict. */
    public Optional<Withheld> withheld(PublicCase.Conflict conflict) {
        return conflict.redacted().map(redacted -> Withheld.of(redacted, say));
    }

    /** The notes of one side of a conflict. */
    public List<Note> notesOf(PublicCase.Conflict.Value value) {
        return notes.of(value.sources());
    }
}
