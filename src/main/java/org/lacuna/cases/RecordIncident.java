package org.lacuna.cases;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Records what is new in an incident: a new one whole, of a known one its new sources, cases, entries and conflicts.
 * What is recorded already stays as it is; a file that says otherwise is refused whole.
 */
@ApplicationScoped
public class RecordIncident {
    private final CaseQueries queries;
    private final CaseStore store;
    private final StandsFirm firm;
    private final Event<RecordChanged> changed;
    private final Clock clock;

    RecordIncident(CaseQueries queries, CaseStore store, StandsFirm firm, Event<RecordChanged> changed, Clock clock) {
        this.queries = queries;
        this.store = store;
        this.firm = firm;
        this.changed = changed;
        this.clock = clock;
    }

    /**
     * Records all of them or none.
     *
     * @return slugs of the cases that have new facts
     * @throws AlreadyRecorded if a known source or entry reads otherwise
     * @throws IllegalArgumentException if an entry says that it was recorded in the future, or names what is not there
     */
    @Transactional
    public Set<String> record(List<Incident> incidents) {
        store.lock();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Set<String> all = new LinkedHashSet<>();
        for (Incident incident : incidents) {
            Set<String> cases = record(incident, now);
            all.addAll(cases);
            changed.fire(new RecordChanged(incident.slug(), cases));
        }
        return all;
    }

    private Set<String> record(Incident incident, Instant now) {
        Optional<Incident> known = queries.incident(incident.slug(), CaseQueries.PRESENT);
        if (known.isEmpty()) {
            store.incident(incident.slug(), now);
        }
        if (known.isEmpty() || !sameWording(known.get(), incident)) {
            firm.check(Passage.wording(incident.slug()), "wording of " + incident.slug());
            store.wording(incident, now);
        }
        Map<String, Source> sources =
                new HashMap<>(byId(known.map(Incident::sources).orElse(List.of()), Source::id));
        for (Source source : incident.sources()) {
            Source before = sources.putIfAbsent(source.id(), source);
            if (before == null) {
                store.source(incident.slug(), source, now);
            } else if (!before.equals(source)) {
                throw new AlreadyRecorded(
                        "source '" + source.id() + "' of " + incident.slug(), "Give the new one another id");
            }
        }
        Map<String, Case> cases = byId(known.map(Incident::cases).orElse(List.of()), Case::slug);
        Set<String> touched = new LinkedHashSet<>();
        for (Case given : incident.cases()) {
            if (record(
                    incident.slug(),
                    Optional.ofNullable(cases.get(given.slug())),
                    given,
                    List.copyOf(sources.values()),
                    now)) {
                touched.add(given.slug());
            }
        }
        return touched;
    }

    private boolean record(String incident, Optional<Case> known, Case given, List<Source> sources, Instant now) {
        boolean news = false;
        References.check(known.map(before -> before.and(given)).orElse(given), sources);
        if (known.isEmpty()) {
            queries.incidentOf(given.slug()).ifPresent(other -> {
                throw new AlreadyRecorded(
                        "case '" + given.slug() + "' in incident " + other, "Give the new one another slug");
            });
            store.opened(incident, given, now);
        }
        if (known.isEmpty() || !known.get().subject().equals(given.subject())) {
            firm.check(Passage.subject(given.slug()), "subject of " + given.slug());
            store.subject(given.slug(), given.subject(), now);
            news = true;
        }
        Map<String, Entry> entries = byId(known.map(Case::entries).orElse(List.of()), entry -> entry.head()
                .id());
        for (Entry entry : given.entries()) {
            Entry before = entries.get(entry.head().id());
            if (before == null) {
                checkPast(entry, now);
                firm.checkOpen(given.slug());
                store.entry(given.slug(), entry.head().recorded().isPresent() ? entry : at(entry, now));
                news = true;
            } else if (!at(before, now).equals(at(entry, now))) {
                throw new AlreadyRecorded(
                        "entry '" + entry.head().id() + "' of " + given.slug(),
                        "Add a correction instead of changing it");
            }
        }
        for (Conflict conflict : given.conflicts()) {
            if (known.isEmpty() || !known.get().conflicts().contains(conflict)) {
                firm.check(Passage.conflict(given.slug(), conflict), "a conflict of " + given.slug());
                firm.checkOpen(given.slug());
                store.conflict(given.slug(), conflict, now);
                news = true;
            }
        }
        Optional<Verification> before = known.flatMap(Case::verification);
        Verification level = given.verification().or(() -> before).orElseGet(() -> given.derived(sources));
        if (!before.equals(Optional.of(level))) {
            firm.checkOpen(given.slug());
            store.verification(given.slug(), level, now);
            news = true;
        }
        return news;
    }

    private static void checkPast(Entry entry, Instant now) {
        entry.head().recorded().filter(now::isBefore).ifPresent(future -> {
            throw new IllegalArgumentException(
                    "expected entry '" + entry.head().id() + "' to be recorded in the past, found " + future);
        });
    }

    private static Entry at(Entry entry, Instant now) {
        return entry.with(entry.head().recordedAt(now));
    }

    private static boolean sameWording(Incident one, Incident other) {
        return one.title().equals(other.title()) && one.summary().equals(other.summary());
    }

    private static <T> Map<String, T> byId(List<T> list, Function<T, String> id) {
        return list.stream().collect(Collectors.toMap(id, Function.identity()));
    }

    /** What is recorded already reads otherwise. Nothing was recorded of what came with it. */
    public static final class AlreadyRecorded extends IllegalArgumentException {
        private final String remedy;

        AlreadyRecorded(String what, String remedy) {
            super("expected " + what + " to read as it is recorded, found another reading");
            this.remedy = remedy;
        }

        /** What to do. */
        String remedy() {
            return remedy;
        }
    }
}
