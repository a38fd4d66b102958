package org.lacuna.publication;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;
import java.util.function.LongUnaryOperator;

/** Reads what is public. There is no other way from the record to a reader. */
@ApplicationScoped
public class PublicRecord {
    /** The most items that one page of a list holds. */
    public static final int MOST = 500;

    /** How far a list is counted: counting on costs more than reading, and {@code statistics} does it. */
    public static final long COUNTED = 10_000;

    private final DocumentQueries queries;
    private final CasePageQueries lists;
    private final UntilChanged<CaseFilter, Long> totals = new UntilChanged<>();
    private final UntilChanged<CaseFilter, Long> incidentTotals = new UntilChanged<>();
    private final LastCounted counts;
    private final Pages pages;
    private final Bodies bodies;
    private final ObjectMapper json;

    PublicRecord(
            DocumentQueries queries,
            CasePageQueries lists,
            LastCounted counts,
            Pages pages,
            Bodies bodies,
            ObjectMapper json) {
        this.queries = queries;
        this.lists = lists;
        this.counts = counts;
        this.pages = pages;
        this.bodies = bodies;
        this.json = json;
    }

    /** The document of a case as it is handed out. */
    public Optional<Document> caseDocument(String slug) {
        return queries.current("case", slug);
    }

    /** The document of a case as it stood at the end of this day (UTC). */
    public Optional<Document> caseDocument(String slug, LocalDate asOf) {
        return queries.asOf(Bodies.CASE, slug, end(asOf));
    }

    /** The document of an incident as it stood at the end of this day (UTC). */
    public Optional<Document> incidentDocument(String slug, LocalDate asOf) {
        return queries.asOf(Bodies.INCIDENT, slug, end(asOf));
    }

    private static Instant end(LocalDate day) {
        return day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    /** The document of an incident as it is handed out. */
    public Optional<Document> incidentDocument(String slug) {
        return queries.current("incident", slug);
    }

    /**
     * What is left of something that was public.
     *
     * @param document the tombstone as it is handed out
     * @param leadsTo slug of what it was merged into, at the end of the chain; empty if that is gone too, or it was
     *     retracted
     */
    public record Gone(Document document, Tombstone tombstone, Optional<String> leadsTo) {}

    /** What is left of a case that is public no more. */
    public Optional<Gone> goneCase(String slug) {
        return queries.latest(Bodies.CASE, slug).flatMap(version -> gone(Bodies.CASE, version));
    }

    /** What is left of an incident that is public no more. */
    public Optional<Gone> goneIncident(String slug) {
        return queries.latest(Bodies.INCIDENT, slug).flatMap(version -> gone(Bodies.INCIDENT, version));
    }

    /** The same for a version of a case: empty if it is a case to read. */
    public Optional<Gone> gone(Document version) {
        return gone(Bodies.CASE, version);
    }

    /** The same for a version of an incident. */
    public Optional<Gone> goneIncident(Document version) {
        return gone(Bodies.INCIDENT, version);
    }

    private Optional<Gone> gone(String kind, Document version) {
        return bodies.read(kind, version.body()) instanceof Tombstone tombstone
                ? Optional.of(new Gone(version, tombstone, leadsTo(tombstone)))
                : Optional.empty();
    }

    private Optional<String> leadsTo(Tombstone tombstone) {
        Optional<String> at = tombstone.to();
        while (at.isPresent() && queries.current(tombstone.kind(), at.get()).isEmpty()) {
            at = queries.latest(tombstone.kind(), at.get())
                    .flatMap(version -> gone(tombstone.kind(), version))
                    .flatMap(next -> next.tombstone().to());
        }
        return at;
    }

    /** The slug under which a case is read now: its own, or that of the case it was merged into; empty for none. */
    public Optional<String> standing(String slug) {
        return caseDocument(slug).isPresent()
                ? Optional.of(slug)
                : goneCase(slug).flatMap(Gone::leadsTo);
    }

    /** One case, to show. */
    public Optional<PublicCase> findCase(String slug) {
        return caseDocument(slug).map(document -> read(PublicCase.class, document));
    }

    /** One case, to show, as it stood at the end of a day (UTC) where one is asked for. */
    public Optional<PublicCase> findCase(String slug, Optional<LocalDate> asOf) {
        return asOf.isEmpty()
                ? findCase(slug)
                : caseDocument(slug, asOf.get())
                        .map(document -> bodies.read(Bodies.CASE, document.body()))
                        .filter(PublicCase.class::isInstance)
                        .map(PublicCase.class::cast);
    }

    /** These versions of cases, to show, in any order; without those that are none. */
    public List<PublicCase> versions(List<Long> sequences) {
        return queries.versions(sequences).stream()
                .map(document -> bodies.read(Bodies.CASE, document.body()))
                .filter(PublicCase.class::isInstance)
                .map(PublicCase.class::cast)
                .toList();
    }

    /** One incident, to show. */
    public Optional<PublicIncident> findIncident(String slug) {
        return incidentDocument(slug).map(document -> read(PublicIncident.class, document));
    }

    /** The same as it stood at the end of a day (UTC) where one is asked for. */
    public Optional<PublicIncident> findIncident(String slug, Optional<LocalDate> asOf) {
        return asOf.isEmpty()
                ? findIncident(slug)
                : incidentDocument(slug, asOf.get())
                        .map(document -> bodies.read(Bodies.INCIDENT, document.body()))
                        .filter(PublicIncident.class::isInstance)
                        .map(PublicIncident.class::cast);
    }

    /**
     * One page of documents.
     *
     * @param total how many there are in all; empty where they are more than {@link #COUNTED}
     * @param next where the next page starts
     */
    public record Documents(List<Document> documents, Optional<Long> total, Optional<String> next) {}

    /** The number of the last change, or of the last one of a day (UTC): where the record is read. */
    public long at(Optional<LocalDate> asOf) {
        return asOf.map(day -> queries.last(end(day))).orElseGet(queries::last);
    }

    /** A filter, read as the record is now. */
    public Selection now(CaseFilter filter) {
        return new Selection(filter, at(Optional.empty()));
    }

    /**
     * The documents of the cases that fit.
     *
     * @param cursor the {@code next} of the page before; it goes on where that began, whatever changed since
     * @param limit 1 to {@link #MOST}
     * @throws IllegalArgumentException for a limit out of range, or a cursor of another list
     */
    public Documents caseDocuments(
            CaseFilter filter, Order order, Optional<LocalDate> asOf, Optional<String> cursor, int limit) {
        return page(
                filter + " " + order.words() + " " + asOf,
                asOf,
                cursor,
                limit,
                (at, total, beyond, most) -> lists.page(new Selection(filter, at), order, total, beyond, most),
                at -> asOf.isPresent()
                        ? lists.count(new Selection(filter, at), COUNTED + 1)
                        : totals.of(filter, at, () -> lists.count(new Selection(filter, at), COUNTED + 1)));
    }

    /** The same to show, as they are now and the one that changed last first; the same errors. */
    public CasePage cases(CaseFilter filter, Optional<String> cursor, int limit) {
        return cases(filter, Optional.empty(), cursor, limit);
    }

    /** The same at the end of a day (UTC), where one is asked for. */
    public CasePage cases(CaseFilter filter, Optional<LocalDate> asOf, Optional<String> cursor, int limit) {
        return cases(filter, Order.LATEST, asOf, cursor, limit);
    }

    /** The same in another order. */
    public CasePage cases(
            CaseFilter filter, Order order, Optional<LocalDate> asOf, Optional<String> cursor, int limit) {
        Documents found = caseDocuments(filter, order, asOf, cursor, limit);
        return new CasePage(
                found.documents().stream()
                        .map(document -> read(PublicCase.class, document))
                        .toList(),
                found.total(),
                found.next());
    }

    /** The documents of the incidents of which a case fits, the one that changed last first; the same errors. */
    public Documents incidentDocuments(
            CaseFilter filter, Optional<LocalDate> asOf, Optional<String> cursor, int limit) {
        return page(
                "incidents of " + filter + " " + asOf,
                asOf,
                cursor,
                limit,
                (at, total, beyond, most) -> queries.incidents(new Selection(filter, at), beyond, most),
                at -> asOf.isPresent()
                        ? queries.countIncidents(new Selection(filter, at), COUNTED + 1)
                        : incidentTotals.of(
                                filter, at, () -> queries.countIncidents(new Selection(filter, at), COUNTED + 1)));
    }

    private Documents page(
            String list,
            Optional<LocalDate> asOf,
            Optional<String> cursor,
            int limit,
            Pages.Reader<DocumentQueries.Listed> reader,
            LongUnaryOperator count) {
        Pages.Page<DocumentQueries.Listed> page =
                pages.page(list, () -> at(asOf), cursor, limit, reader, DocumentQueries.Listed::place, count);
        return new Documents(
                page.items().stream().map(DocumentQueries.Listed::document).toList(), page.total(), page.next());
    }

    /** The changes after a number, in their order. */
    public List<RecordChange> changes(long after, int limit) {
        checkLimit(limit);
        return queries.changes(after, limit);
    }

    /** The cases that changed last, newest first. */
    public List<PublicCase> latest(int limit) {
        return cases(CaseFilter.all(), Optional.empty(), limit).cases();
    }

    /** How many cases there are. */
    public Numbers numbers() {
        return numbers(CaseFilter.all());
    }

    /** How many cases fit a filter. */
    public Numbers numbers(CaseFilter filter) {
        return numbers(filter, Optional.empty());
    }

    /** The same at the end of a day (UTC), where one is asked for. */
    public Numbers numbers(CaseFilter filter, Optional<LocalDate> asOf) {
        long last = at(asOf);
        LongFunction<Numbers> count = at -> queries.numbers(new Selection(filter, at));
        return asOf.isPresent() ? count.apply(last) : counts.now(List.of(filter), last, Numbers.class, count);
    }

    /** In how many incidents and on how many platforms the public cases are. */
    public record Spread(long incidents, long platforms) {}

    /** The same at the end of a day (UTC), where one is asked for. */
    public Spread spread(Optional<LocalDate> asOf) {
        long last = at(asOf);
        LongFunction<Spread> count = at -> spread(new Selection(CaseFilter.all(), at));
        return asOf.isPresent() ? count.apply(last) : counts.now(List.of(), last, Spread.class, count);
    }

    private Spread spread(Selection all) {
        return new Spread(queries.countIncidents(all, Long.MAX_VALUE), queries.countPlatforms(all));
    }

    static void checkLimit(int limit) {
        if (limit < 1 || limit > MOST) {
            throw new IllegalArgumentException("expected a limit from 1 to " + MOST + ", found " + limit);
        }
    }

    private <T> T read(Class<T> type, Document document) {
        try {
            return json.readValue(document.body(), type);
        } catch (IOException broken) {
            throw new UncheckedIOException("a stored document does not read as " + type.getSimpleName(), broken);
        }
    }
}
