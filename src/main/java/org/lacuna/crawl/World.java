package org.lacuna.crawl;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lacuna.observation.Place;
import org.lacuna.observation.Told;
import org.lacuna.shared.Digest;
import org.lacuna.shared.Outcome;

/**
 * Decides what all vantages together show of a subject. Like the {@link Judge} it has no memory and no clock.
 *
 * <p>A vantage takes part while its latest look that counts is inside the window. If one that takes part shows something
 * else than what stands there, it may be about to follow the others: nothing is decided until it has.
 *
 * <ul>
 *   <li>All show one outcome: that is it.
 *   <li>Some see the subject and others have lost it, in countries that are known and have nothing in common: it is
 *       withheld from the countries of those that have lost it, whatever words their pages use. Those that see it must
 *       have seen it since the others lost it, and all must have read with one definition: this is what tells a
 *       geo-block from a loss that has not arrived everywhere yet.
 *   <li>Anything else, above all two vantages of one country that disagree: we cannot tell.
 * </ul>
 */
final class World {
    /** What the platform may have done; a subject that its owner hid is no geo-block. */
    private static final Set<Outcome> LOSSES =
            Set.of(Outcome.SUSPENDED, Outcome.REMOVED, Outcome.WITHHELD, Outcome.NOT_FOUND);

    private final Duration window;

    World(Duration window) {
        this.window = window;
    }

    /**
     * Something new that the vantages show together.
     *
     * @param isChange whether the subject changed or turned out to be withheld; otherwise it is what we start from
     */
    record Verdict(Told told, boolean isChange) {}

    /** What the vantages show together, if that is decided and is not what was told before. */
    Optional<Verdict> judge(List<Place> places, Optional<Told> before, Instant now) {
        List<Place> here = places.stream()
                .filter(place -> !place.latestSeen().isBefore(now.minus(window)))
                .toList();
        if (here.isEmpty()
                || here.stream()
                        .anyMatch(place -> place.latest() != place.standing().outcome())) {
            return Optional.empty();
        }
        return together(here, before)
                .filter(told -> before.filter(told::same).isEmpty())
                .map(told -> new Verdict(
                        told,
                        before.filter(earlier -> changed(earlier, told, here)).isPresent()));
    }

    private static Optional<Told> together(List<Place> here, Optional<Told> before) {
        Set<Outcome> outcomes =
                here.stream().map(place -> place.standing().outcome()).collect(Collectors.toSet());
        if (outcomes.size() == 1) {
            return Optional.of(told(outcomes.iterator().next(), List.of(), here, List.of(), before));
        }
        List<Place> there = here.stream()
                .filter(place -> place.standing().outcome() == Outcome.AVAILABLE)
                .toList();
        List<Place> lost = here.stream()
                .filter(place -> LOSSES.contains(place.standing().outcome()))
                .toList();
        return there.size() + lost.size() == here.size() && !there.isEmpty() && apart(there, lost)
                ? Optional.of(told(Outcome.WITHHELD, countries(lost), lost, there, before))
                : Optional.empty();
    }

    private static boolean apart(List<Place> there, List<Place> lost) {
        boolean known = Stream.concat(there.stream(), lost.stream())
                .allMatch(place -> place.vantage().country().isPresent());
        boolean common = countries(there).stream().anyMatch(countries(lost)::contains);
        Instant begun = lost.stream()
                .map(place -> place.standing().since())
                .max(Comparator.naturalOrder())
                .orElseThrow();
        boolean since = there.stream().allMatch(place -> place.latestSeen().isAfter(begun));
        long definitions = Stream.concat(there.stream(), lost.stream())
                .map(place -> place.standing().definition())
                .distinct()
                .count();
        return known && !common && since && definitions == 1;
    }

    /**
     * Whether the world changed. A difference between countries is news whenever it is found and when it ends; otherwise
     * somebody must have seen the subject turn: a vantage that only begins to look has seen nothing change.
     */
    private static boolean changed(Told before, Told told, List<Place> here) {
        return !told.scope().isEmpty()
                || !before.scope().isEmpty()
                || here.stream()
                        .map(Place::standing)
                        .anyMatch(standing -> standing.lastSeenBefore().isPresent()
                                && standing.since().isAfter(before.firstSeenNow()));
    }

    private static Told told(
            Outcome outcome, List<String> scope, List<Place> showing, List<Place> there, Optional<Told> before) {
        Place first = turned(outcome, showing, before);
        List<Digest> evidence = Stream.concat(showing.stream(), there.stream())
                .flatMap(place -> place.standing().agreeing().stream())
                .distinct()
                .toList();
        return new Told(
                outcome,
                scope,
                first.standing().lastSeenBefore(),
                first.standing().since(),
                showing.stream().map(Place::vantage).toList(),
                there.stream().map(Place::vantage).toList(),
                evidence);
    }

    /** The vantage whose turn dates the change: the first to lose the subject, or the last to get it back. */
    private static Place turned(Outcome outcome, List<Place> showing, Optional<Told> before) {
        Comparator<Place> since = Comparator.comparing(place -> place.standing().since());
        List<Place> turned = showing.stream()
                .filter(place -> before.filter(told -> place.standing().since().isAfter(told.firstSeenNow()))
                        .isPresent())
                .toList();
        List<Place> candidates = turned.isEmpty() ? showing : turned;
        return (outcome == Outcome.AVAILABLE
                        ? candidates.stream().max(since)
                        : candidates.stream().min(since))
                .orElseThrow();
    }

    private static List<String> countries(List<Place> places) {
        return List.copyOf(places.stream()
                .flatMap(place -> place.vantage().country().stream())
                .collect(Collectors.toCollection(TreeSet::new)));
    }
}
