package org.lacuna.publication.search;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.lacuna.publication.CaseFilter;
import org.lacuna.publication.Cursor;
import org.lacuna.publication.Cursors;
import org.lacuna.publication.PublicCase;
import org.lacuna.publication.PublicIncident;
import org.lacuna.publication.PublicRecord;
import org.lacuna.publication.Selection;
import org.lacuna.publication.WrongParameter;
import org.lacuna.publication.words.WordQuery;

/** Finds cases by words, best first, within a filter and as the record stood at any time. */
@ApplicationScoped
public class Search {
    /** How many cases are ranked: those that changed last among all that fit. Pages and facets cover these. */
    public static final int MOST = Candidates.MOST;

    /** The most hits that one page holds. */
    public static final int MOST_AT_ONCE = 100;

    private final CandidateQueries queries;
    private final PublicRecord record;
    private final Cursors cursors;

    Search(CandidateQueries queries, PublicRecord record, Cursors cursors) {
        this.queries = queries;
        this.record = record;
        this.cursors = cursors;
    }

    /**
     * One page.
     *
     * @param filter with {@code q}
     * @param asOf a day (UTC) at whose end the record is read; empty for now
     * @param cursor the {@code next} of the page before
     * @param limit 1 to {@link #MOST_AT_ONCE}
     * @throws WrongParameter where nothing is looked for, for a limit out of range, or a cursor of another search
     */
    @Transactional
    public Found find(CaseFilter filter, Optional<LocalDate> asOf, Optional<String> cursor, int limit) {
        String list = "search " + filter + " " + asOf;
        Optional<Cursor> from = cursor.map(text -> cursors.read(list, text));
        if (limit < 1 || limit > MOST_AT_ONCE) {
            throw new WrongParameter("limit", "a whole number from 1 to " + MOST_AT_ONCE, "'" + limit + "'", "20");
        }
        WordQuery query = filter.asked("q")
                .map(WordQuery::read)
                .orElseThrow(() -> new WrongParameter("q", "words to look for", "nothing", "tiananmen"));
        long at = from.map(Cursor::at).orElseGet(() -> record.at(asOf));
        int start = from.map(each -> each.place().position()).orElse(0);

        queries.readByIndex();
        Candidates.Ranked ranked = Candidates.find(queries, query, new Selection(filter, at));
        List<Candidate> all = ranked.candidates();
        int end = Math.min(all.size(), start + limit);
        return new Found(
                hits(all.subList(Math.min(start, end), end), query, at),
                Counts.of(all),
                new Found.Considered(all.size(), ranked.all()),
                end < all.size() ? Optional.of(cursors.write(list, place(at, end))) : Optional.empty());
    }

    private static Cursor place(long at, int position) {
        return new Cursor(at, Optional.empty(), new Cursor.Place("", 0, position));
    }

    private List<Found.Hit> hits(List<Candidate> page, WordQuery query, long at) {
        List<PublicCase> versions =
                record.versions(page.stream().map(Candidate::sequence).toList());
        return page.stream()
                .flatMap(candidate -> versions.stream()
                        .filter(version -> version.sequence() == candidate.sequence())
                        .map(version -> hit(candidate, version, query, at)))
                .toList();
    }

    private Found.Hit hit(Candidate candidate, PublicCase version, WordQuery query, long at) {
        List<Found.Passage> passages = Passages.of(version, Optional.empty(), query);
        return new Found.Hit(
                version,
                candidate.rank(),
                passages.isEmpty() ? Passages.of(version, incident(version, at), query) : passages);
    }

    /** Its wording, if it was known by then. */
    private Optional<PublicIncident> incident(PublicCase version, long at) {
        return record.findIncident(version.incident()).filter(incident -> incident.sequence() <= at);
    }
}
