package org.lacuna.crawl;

import static org.lacuna.crawl.LaneQueries.seconds;
import static org.lacuna.crawl.LaneQueries.texts;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lacuna.fetch.Validators;
import org.lacuna.observation.SubjectId;
import org.lacuna.observation.Vantage;
import org.lacuna.shared.Database;

/** The watched subjects. */
@ApplicationScoped
class WatchQueries {
    private final Database database;
    private final LaneQueries lanes;

    WatchQueries(Database database, LaneQueries lanes) {
        this.database = database;
        this.lanes = lanes;
    }

    /**
     * A subject to be watched.
     *
     * @param page the page that will be asked for; its host decides the lane
     */
    record Wanted(SubjectId subject, URI url, URI page, Check.Kind kind, Optional<String> caseSlug) {}

    /**
     * Watches a subject from each of these vantages, unless it is watched from there already. A watch without a case is
     * given this one.
     *
     * @param in how long to wait before the first look
     */
    @Transactional
    void add(Wanted wanted, Collection<Vantage> from, Instant now, Duration in) {
        List<Vantage> missing = missing(wanted, from);
        if (missing.isEmpty()) {
            // most of the time; waking a lane would hold up whoever records in it
            return;
        }
        lanes.wake(host(wanted.page()), missing, in);
        database.change(
                """
                INSERT INTO watch (platform, subject, url, kind, case_slug, vantage, host, added, due)
                SELECT ?, ?, ?, ?, ?, vantage, ?, ?, now() + make_interval(secs => ?)
                FROM unnest(?) AS wanted (vantage)
                ON CONFLICT ON CONSTRAINT watch_once DO UPDATE SET case_slug = excluded.case_slug
                WHERE watch.case_slug IS NULL AND excluded.case_slug IS NOT NULL
                """,
                wanted.subject().platform(),
                wanted.subject().subject(),
                wanted.url().toString(),
                wanted.kind().word(),
                wanted.caseSlug(),
                host(wanted.page()),
                now.atOffset(ZoneOffset.UTC),
                seconds(in),
                texts(missing, Vantage::word));
    }

    /** The vantages from which it is not watched yet, or not yet for the sake of a case. */
    private List<Vantage> missing(Wanted wanted, Collection<Vantage> from) {
        Set<String> watched = Set.copyOf(database.list(
                """
                SELECT vantage FROM watch WHERE platform = ? AND subject = ? AND kind = ?
                  AND (case_slug IS NOT NULL OR ?::text IS NULL)
                """,
                row -> row.getString(1),
                wanted.subject().platform(),
                wanted.subject().subject(),
                wanted.kind().word(),
                wanted.caseSlug()));
        return from.stream()
                .filter(vantage -> !watched.contains(vantage.word()))
                .toList();
    }

    /** Watches whatever is watched from anywhere from each of these vantages too. */
    @Transactional
    void spread(Collection<Vantage> vantages) {
        // several nodes that start with the same new vantage
        database.lock("spread watches");
        for (Vantage vantage : vantages) {
            boolean known = database.first("SELECT 1 FROM lane WHERE vantage = ? LIMIT 1", row -> true, vantage.word())
                    .isPresent();
            if (known) {
                continue;
            }
            database.change(
                    "INSERT INTO lane (host, vantage, due) SELECT DISTINCT host, ?, now() FROM lane", vantage.word());
            database.change("""
                    INSERT INTO watch (platform, subject, url, kind, case_slug, vantage, host, added, due)
                    SELECT DISTINCT ON (platform, subject, kind) platform, subject, url, kind, case_slug, ?, host, added, now()
                    FROM watch ORDER BY platform, subject, kind, id
                    """, vantage.word());
        }
    }

    /** The watch of a platform's control. */
    Optional<Check> control(SubjectId control, Vantage vantage) {
        return database.first(
                "SELECT " + WatchRows.COLUMNS
                        + " FROM watch WHERE platform = ? AND subject = ? AND kind = 'control' AND vantage = ?",
                row -> WatchRows.check(row, 0),
                control.platform(),
                control.subject(),
                vantage.word());
    }

    /**
     * What a check leaves behind.
     *
     * @param next until the next one
     * @param memory of a full look; empty if the check was answered from an older one, which then stays
     */
    record Finished(
            Check check,
            Duration next,
            Instant checked,
            String saw,
            String judged,
            Optional<String> identity,
            Optional<Memory> memory) {}

    /** Writes down what checks leave behind. */
    void finish(List<Finished> done) {
        database.change(
                """
                UPDATE watch SET due = now() + make_interval(secs => done.next::float8), checked = done.checked::timestamptz,
                    saw = done.saw, judged = done.judged, identity = done.identity
                FROM unnest(?::bigint[], ?, ?, ?, ?, ?) AS done (id, next, checked, saw, judged, identity)
                WHERE watch.id = done.id
                """,
                texts(done, finished -> finished.check().watch()),
                texts(done, finished -> seconds(finished.next())),
                texts(done, Finished::checked),
                texts(done, Finished::saw),
                texts(done, Finished::judged),
                nullable(done, Finished::identity));
        List<Finished> full =
                done.stream().filter(one -> one.memory().isPresent()).toList();
        if (!full.isEmpty()) {
            remember(full);
        }
    }

    private void remember(List<Finished> full) {
        List<Memory> memories =
                full.stream().flatMap(one -> one.memory().stream()).toList();
        database.change(
                """
                UPDATE watch SET full_page = f.page, full_definition = f.definition, full_at = f.at::timestamptz, full_outcome = f.outcome, full_rule = f.rule,
                    full_why = f.why, full_evidence = f.evidence, full_look = f.looked_at, etag = f.etag,
                    last_modified = f.last_modified
                FROM unnest(?::bigint[], ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                     AS f (id, page, definition, at, outcome, rule, why, evidence, looked_at, etag, last_modified)
                WHERE watch.id = f.id
                """,
                texts(full, one -> one.check().watch()),
                texts(memories, Memory::page),
                texts(memories, Memory::definition),
                texts(memories, Memory::at),
                texts(memories, memory -> memory.outcome().word()),
                nullable(memories, Memory::rule),
                texts(memories, Memory::why),
                texts(memories, Memory::evidence),
                texts(memories, Memory::lookedAt),
                nullable(memories, memory -> memory.validators().flatMap(Validators::etag)),
                nullable(memories, memory -> memory.validators().flatMap(Validators::lastModified)));
    }

    /** Puts a check off without a look. */
    @Transactional
    void putOff(Check check, Duration until, String judged) {
        database.change(
                "UPDATE watch SET due = now() + make_interval(secs => ?), judged = ? WHERE id = ?",
                seconds(until),
                judged,
                check.watch());
    }

    /** Stops watching. */
    @Transactional
    void drop(Check check) {
        database.change("DELETE FROM watch WHERE id = ?", check.watch());
    }

    /** Moves a watch to the lane of another host, where its page now is. */
    @Transactional
    void move(Check check, URI page, Vantage vantage) {
        lanes.wake(host(page), List.of(vantage), Duration.ZERO);
        database.change("UPDATE watch SET host = ? WHERE id = ?", host(page), check.watch());
    }

    static String host(URI page) {
        return Optional.ofNullable(page.getHost())
                .map(host -> host.toLowerCase(java.util.Locale.ROOT))
                .orElseThrow(() -> new IllegalArgumentException("expected a page with a host, found none"));
    }

    private static <T> String[] nullable(Collection<T> rows, java.util.function.Function<T, Optional<String>> value) {
        return rows.stream().map(row -> value.apply(row).orElse(null)).toArray(String[]::new);
    }
}
