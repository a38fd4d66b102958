package org.lacuna.crawl;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.lacuna.observation.AlertKind;
import org.lacuna.observation.Conclusion;
import org.lacuna.observation.ConclusionQueries;
import org.lacuna.observation.DefinitionAlerts;
import org.lacuna.observation.Observation;
import org.lacuna.observation.ObservationQueries;
import org.lacuna.observation.Place;
import org.lacuna.observation.RecordObservation;
import org.lacuna.observation.Standing;
import org.lacuna.observation.SubjectId;
import org.lacuna.observation.Told;
import org.lacuna.observation.Vantage;
import org.lacuna.shared.Outcome;

/**
 * Writes down checks: the looks, what the judge makes of them, what all vantages together show, and when the next ones
 * are due, in one transaction. What was done under a lease that has passed to somebody else in the meantime is not
 * written, since they do it too.
 */
@ApplicationScoped
class RecordChecks {
    private static final int MOST_LOOKS = 500;

    private final LaneQueries lanes;
    private final WatchQueries watches;
    private final RecordObservation recording;
    private final ObservationQueries observations;
    private final ConclusionQueries conclusions;
    private final DefinitionAlerts alerts;
    private final Rereading rereading;
    private final CrawlSettings settings;
    private final Clock clock;
    private final Judge judge;
    private final World world;
    private final String engine;

    RecordChecks(
            LaneQueries lanes,
            WatchQueries watches,
            RecordObservation recording,
            ObservationQueries observations,
            ConclusionQueries conclusions,
            DefinitionAlerts alerts,
            Rereading rereading,
            CrawlSettings settings,
            Clock clock,
            @ConfigProperty(name = "quarkus.application.version", defaultValue = "unknown") String engine) {
        this.lanes = lanes;
        this.watches = watches;
        this.recording = recording;
        this.observations = observations;
        this.conclusions = conclusions;
        this.alerts = alerts;
        this.rereading = rereading;
        this.settings = settings;
        this.clock = clock;
        this.judge = new Judge(settings.judgement());
        this.world = new World(settings.judgement().window());
        this.engine = engine;
    }

    /**
     * Records checks whose exchanges are kept.
     *
     * @return for each check what it amounts to; empty, and nothing of it written, if the lease is no longer ours
     */
    @Transactional
    List<Optional<Judgement>> record(List<Done> done) {
        List<Done> ours = held(done);
        Map<Done, Observation> seen = new LinkedHashMap<>();
        ours.forEach(one -> seen.put(one, observed(one)));
        recording.record(List.copyOf(seen.values()));
        Map<Done, Judgement> judged = judge(seen);
        watches.finish(judged.entrySet().stream()
                .map(entry -> finished(entry.getKey(), seen.get(entry.getKey()), entry.getValue()))
                .toList());
        return done.stream().map(one -> Optional.ofNullable(judged.get(one))).toList();
    }

    private List<Done> held(List<Done> done) {
        List<LaneQueries.Hold> asked = done.stream()
                .flatMap(one -> one.lane().stream())
                .map(LaneQueries.Hold::of)
                .distinct()
                .toList();
        Set<LaneQueries.Hold> held = asked.isEmpty() ? Set.of() : lanes.hold(asked);
        return done.stream()
                .filter(one ->
                        one.lane().map(LaneQueries.Hold::of).map(held::contains).orElse(true))
                .toList();
    }

    private Observation observed(Done done) {
        Look look = done.look();
        return new Observation(
                done.platform().id(),
                done.check().subject().subject(),
                look.page(),
                look.seen(),
                look.outcome(),
                look.rule(),
                look.why(),
                done.vantage(),
                done.platform().digest(),
                engine,
                done.evidence(),
                done.control(),
                look.identity());
    }

    private Map<Done, Judgement> judge(Map<Done, Observation> seen) {
        List<Observation> counting =
                seen.values().stream().filter(Observation::counts).toList();
        Map<SubjectId, List<Place>> places = counting.isEmpty()
                ? Map.of()
                : conclusions.places(counting.stream().map(Observation::id).collect(Collectors.toSet()));
        Map<Vantage, Map<SubjectId, List<Observation>>> looks = turning(counting, places);
        Map<Done, Judgement> judged = new LinkedHashMap<>();
        seen.forEach((done, look) -> judged.put(
                done,
                done.check().isControl()
                        ? new Judgement.Nothing(
                                "The control is " + look.outcome().word() + ": " + look.why())
                        : judge(
                                done,
                                look,
                                looks.getOrDefault(look.vantage(), Map.of()).getOrDefault(look.id(), List.of()),
                                standing(places, look))));
        tell(judged, seen, places);
        return judged;
    }

    /** The looks at those subjects alone that do not show what stands: most do, and need no judge. */
    private Map<Vantage, Map<SubjectId, List<Observation>>> turning(
            List<Observation> counting, Map<SubjectId, List<Place>> places) {
        Map<Vantage, List<Observation>> turning = counting.stream()
                .filter(look -> standing(places, look)
                        .filter(before -> before.outcome() == look.outcome())
                        .isEmpty())
                .collect(Collectors.groupingBy(Observation::vantage));
        Map<Vantage, Map<SubjectId, List<Observation>>> looks = new LinkedHashMap<>();
        turning.forEach((vantage, of) -> looks.put(
                vantage,
                observations.recent(
                        of.stream().map(Observation::id).collect(Collectors.toSet()),
                        vantage,
                        clock.instant().minus(settings.judgement().memory()),
                        MOST_LOOKS)));
        return looks;
    }

    private Judgement judge(Done done, Observation look, List<Observation> looks, Optional<Standing> standing) {
        // one of the future was dated by a clock that has jumped; it would make minutes look like days. The database
        // rounds to microseconds, so this look itself may come back a little later than it was
        Instant until = look.seen().plusMillis(1);
        List<Observation> sofar =
                looks.stream().filter(each -> each.seen().isBefore(until)).toList();
        Judgement judgement = judge.judge(sofar.isEmpty() ? List.of(look) : sofar, standing);
        if (!(judgement instanceof Judgement.Concluded concluded)) {
            return judgement;
        }
        if (look.outcome() != Outcome.AVAILABLE && mostlyUnclear(look)) {
            return new Judgement.Nothing("Most subjects of the platform are read as unclear from here, so no loss is"
                    + " concluded until its definition reads them again.");
        }
        Judgement.Concluded kept = standing.map(before -> rereading.bearsOut(before, done.platform()))
                        .orElse(true)
                ? concluded
                : new Judgement.Concluded(
                        "The definition is new and does not read the last capture as before, so no change in the world"
                                + " is shown; what it reads stands from now on.",
                        new Conclusion(Optional.empty(), concluded.conclusion().agreeing()));
        recording.record(kept.conclusion(), done.check().caseSlug());
        return kept;
    }

    private boolean mostlyUnclear(Observation look) {
        return alerts.open(Optional.of(look.platform())).stream()
                .anyMatch(alert -> alert.kind() == AlertKind.MOSTLY_UNCLEAR
                        && alert.vantage().equals(look.vantage()));
    }

    /** Tells the world what all vantages together show, of subjects about which something was concluded or may differ. */
    private void tell(Map<Done, Judgement> judged, Map<Done, Observation> seen, Map<SubjectId, List<Place>> before) {
        Map<SubjectId, Done> asked = new LinkedHashMap<>();
        judged.forEach((done, judgement) -> {
            boolean several =
                    before.getOrDefault(done.check().subject(), List.of()).size() > 1;
            if (judgement instanceof Judgement.Concluded
                    || several && seen.get(done).counts()) {
                asked.put(done.check().subject(), done);
            }
        });
        if (asked.isEmpty()) {
            return;
        }
        Map<SubjectId, List<Place>> places = conclusions.places(asked.keySet());
        Map<SubjectId, Told> told = conclusions.told(asked.keySet());
        asked.forEach((subject, done) -> {
            Optional<Told> earlier = Optional.ofNullable(told.get(subject));
            world.judge(
                            places.getOrDefault(subject, List.of()),
                            earlier,
                            done.look().seen())
                    .ifPresent(verdict -> recording.record(
                            subject,
                            done.look().page(),
                            done.check().caseSlug(),
                            verdict.isChange() ? earlier : Optional.empty(),
                            verdict.told()));
        });
    }

    private static Optional<Standing> standing(Map<SubjectId, List<Place>> places, Observation look) {
        return places.getOrDefault(look.id(), List.of()).stream()
                .filter(place -> place.vantage().equals(look.vantage()))
                .map(Place::standing)
                .findFirst();
    }

    private WatchQueries.Finished finished(Done done, Observation seen, Judgement judgement) {
        return new WatchQueries.Finished(
                done.check(),
                next(done, judgement),
                seen.seen(),
                seen.outcome().word(),
                judgement.reason(),
                done.check().identity().or(done.look()::identity),
                done.memory());
    }

    private Duration next(Done done, Judgement judgement) {
        Duration every = done.platform().fetch().orElseThrow().every();
        List<Duration> candidates = new ArrayList<>(List.of(every));
        if (judgement instanceof Judgement.Pending pending) {
            candidates.add(pending.recheck());
        }
        if (done.controlFailed()) {
            // nothing can be concluded while it fails, so its recovery should be noticed soon
            candidates.add(settings.controlRetry());
        }
        return candidates.stream().min(Duration::compareTo).orElseThrow();
    }
}
