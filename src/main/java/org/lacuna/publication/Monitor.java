package org.lacuna.publication;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.lacuna.observation.ConclusionQueries;
import org.lacuna.observation.DefinitionAlerts;
import org.lacuna.observation.SubjectId;
import org.lacuna.observation.Told;
import org.lacuna.observation.WatchedSubjects;
import org.lacuna.platform.Control;
import org.lacuna.platform.Platform;
import org.lacuna.platform.Platforms;
import org.lacuna.platform.Recognised;
import org.lacuna.shared.Outcome;

/**
 * Tells readers how well we watch: from where, how lately, whether the controls are alive, which definitions are suspect.
 * Everything comes from what was recorded; no question of a reader makes us visit anything.
 */
@ApplicationScoped
public class Monitor {
    private final WatchedSubjects watched;
    private final DefinitionAlerts alerts;
    private final ConclusionQueries conclusions;
    private final Platforms platforms;
    private final PublicRecord record;

    Monitor(
            WatchedSubjects watched,
            DefinitionAlerts alerts,
            ConclusionQueries conclusions,
            Platforms platforms,
            PublicRecord record) {
        this.watched = watched;
        this.alerts = alerts;
        this.conclusions = conclusions;
        this.platforms = platforms;
        this.record = record;
    }

    /**
     * How a platform is watched.
     *
     * @param alerts those that are open
     */
    public record Watching(List<From> from, List<Alert> alerts) {
        /** Nothing is told of it. */
        public static final Watching NONE = new Watching(List.of(), List.of());

        /** How many subjects are watched, from wherever. */
        public long subjects() {
            return from.stream().mapToLong(From::subjects).max().orElse(0);
        }
    }

    /**
     * A platform from one vantage.
     *
     * @param vantage such as {@code DE/direct}
     * @param control {@code alive}, {@code failed} or {@code unknown}
     * @param controlSeen when the control was looked at last
     */
    public record From(
            String vantage,
            long subjects,
            Optional<Instant> lastLook,
            Optional<Instant> lastSuccess,
            String control,
            Optional<Instant> controlSeen) {}

    /** A definition that may not read what it should. */
    public record Alert(String vantage, String kind, Instant since, String why) {}

    /**
     * What is known of one subject.
     *
     * @param outcome what all vantages together were last concluded to show; empty if nothing is concluded yet
     * @param scope the countries it is withheld from, where it is seen from others; else empty
     * @param since the first look that showed it
     * @param looks the last look from each vantage
     */
    public record Reachable(
            String platform,
            String subject,
            Optional<String> outcome,
            List<String> scope,
            Optional<Instant> since,
            List<Seen> looks) {}

    /** The last look from one vantage. */
    public record Seen(String vantage, String outcome, Instant seen) {}

    /** How this platform is watched. */
    public Watching watching(Platform platform) {
        return new Watching(
                watched.of(platform.id()).stream()
                        .map(from -> new From(
                                from.vantage().word(),
                                from.subjects(),
                                from.lastLook(),
                                from.lastSuccess(),
                                state(platform.control(), from.control()),
                                from.controlSeen()))
                        .toList(),
                alerts.open(Optional.of(platform.id())).stream()
                        .map(alert ->
                                new Alert(alert.vantage().word(), alert.kind().word(), alert.since(), alert.why()))
                        .toList());
    }

    /**
     * What our looks say about the subject at this address. Empty as well if it is watched for the sake of a case that is
     * not public: whether somebody wrote to us is nobody's business.
     */
    public Optional<Reachable> reachable(URI url) {
        return platforms.recognise(url).flatMap(found -> found.subject().flatMap(subject -> reachable(found, subject)));
    }

    private Optional<Reachable> reachable(Recognised found, Recognised.Subject subject) {
        SubjectId id = new SubjectId(found.platform().id(), subject.id());
        List<WatchedSubjects.Watch> watches = watched.of(id).stream()
                .filter(watch -> watch.caseSlug()
                        .map(slug -> record.standing(slug).isPresent())
                        .orElse(true))
                .toList();
        if (watches.isEmpty()) {
            return Optional.empty();
        }
        Optional<Told> told = Optional.ofNullable(conclusions.told(List.of(id)).get(id));
        return Optional.of(new Reachable(
                found.platform().name(),
                subject.id(),
                told.map(shown -> shown.outcome().word()),
                told.map(Told::scope).orElse(List.of()),
                told.map(Told::firstSeenNow),
                watches.stream().flatMap(watch -> seen(watch).stream()).toList()));
    }

    private static Optional<Seen> seen(WatchedSubjects.Watch watch) {
        return watch.saw()
                .flatMap(saw -> watch.seen().map(at -> new Seen(watch.vantage().word(), saw.word(), at)));
    }

    private static String state(Optional<Control> must, Optional<Outcome> saw) {
        return must.flatMap(control -> saw.map(outcome -> control.says() == outcome ? "alive" : "failed"))
                .orElse("unknown");
    }
}
