package org.lacuna.crawl;

import io.quarkus.arc.Unremovable;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.lacuna.fetch.LocalOrigin;
import org.lacuna.observation.Observation;
import org.lacuna.observation.ObservationQueries;
import org.lacuna.observation.Vantage;
import org.lacuna.platform.Definition;
import org.lacuna.platform.Platform;
import org.lacuna.shared.Database;
import org.lacuna.shared.Digest;
import org.lacuna.shared.Outcome;
import org.lacuna.shared.TextFile;

/**
 * A site on this machine with a control and one watched page, {@code /ana}. Facts stay, so every test opens a platform
 * of its own. The past is written straight into the tables, since nobody waits six hours for a test.
 */
@Singleton
@Unremovable
public class WatchedSite {
    static final Vantage HERE = Vantage.direct(Optional.empty());

    private final int port;
    private final WatchQueries watches;
    private final SeedWatches seeding;
    private final PlatformRound round;
    private final ObservationQueries observations;
    private final Database database;
    private final Clock clock;

    private LocalOrigin origin;
    private Platform platform;
    private String subject;

    WatchedSite(
            @ConfigProperty(name = "lacuna.test.origin-port") int port,
            WatchQueries watches,
            SeedWatches seeding,
            PlatformRound round,
            ObservationQueries observations,
            Database database,
            Clock clock) {
        this.port = port;
        this.watches = watches;
        this.seeding = seeding;
        this.round = round;
        this.observations = observations;
        this.database = database;
        this.clock = clock;
    }

    void open() {
        open("test-" + UUID.randomUUID().toString().substring(0, 8), "ana-2026");
    }

    /**
     * Begins to serve and to watch.
     *
     * @param platformId of a platform nobody else reads in this run
     * @param caseSlug the case of the watched page
     */
    public void open(String platformId, String caseSlug) {
        origin = new LocalOrigin(port);
        origin.html("/control", "<p class=alive>control</p>");
        origin.html("/ana", "<p class=alive>Ana</p>");
        platform = read(platformId, "alive", "gone");
        subject = origin.url("/ana").toString();
        seeding.watchControl(platform);
        watch(subject, caseSlug);
    }

    /** Stops serving and watching; what was seen stays. */
    public void close() throws IOException {
        origin.close();
        database.change("DELETE FROM watch WHERE platform = ?", platform.id());
    }

    /** What the site answers can be changed here. */
    public LocalOrigin origin() {
        return origin;
    }

    /** Makes the checks due and does them, as a tick of the clock does. */
    public int lookAgain() {
        due();
        return look();
    }

    int look() {
        return round.work(platform);
    }

    void due() {
        database.change("UPDATE watch SET due = now() WHERE platform = ? AND kind = 'watch'", platform.id());
    }

    void watch(String page, String caseSlug) {
        watches.add(platform.id(), page, URI.create(page), Lease.Kind.WATCH, Optional.of(caseSlug), clock.instant());
    }

    /** The labels of a meter: the platform, and others as name and value. */
    String[] labels(String... others) {
        return Stream.concat(Stream.of("platform", platform.id()), Stream.of(others))
                .toArray(String[]::new);
    }

    Platform platform() {
        return platform;
    }

    String subject() {
        return subject;
    }

    Observation latest() {
        return all().get(0);
    }

    List<Observation> all() {
        return observations.recent(platform.id(), subject, HERE, Instant.EPOCH, 100);
    }

    String judged() {
        return judged(subject);
    }

    String judged(String page) {
        return database.first(
                        "SELECT judged FROM watch WHERE platform = ? AND subject = ? AND kind = 'watch'",
                        row -> row.getString(1),
                        platform.id(),
                        page)
                .orElseThrow();
    }

    /** Looks of the past, beside a live control. */
    void past(Outcome outcome, int... hoursAgo) {
        for (int hours : hoursAgo) {
            past(platform, outcome, hours, Digest.of(UUID.randomUUID().toString()));
        }
    }

    void past(Platform by, Outcome outcome, int hoursAgo, Digest kept) {
        database.change(
                """
                INSERT INTO observation (platform, subject, url, seen, recorded, outcome, why, vantage, definition,
                                         engine, evidence, control)
                VALUES (?, ?, ?, now() - make_interval(hours => ?), now(), ?, 'because', 'direct', ?, 'test', ?, 'alive')
                """,
                by.id(),
                subject,
                subject,
                hoursAgo,
                outcome.word(),
                by.digest().toString(),
                kept.toString());
    }

    /** What was concluded in the past. */
    void conclude(Outcome outcome, int hoursAgo) {
        database.change("""
                INSERT INTO confirmed_change (platform, subject, url, to_outcome, first_seen_now, confirmed, vantage, evidence)
                VALUES (?, ?, ?, ?, now() - make_interval(hours => ?), now(), 'direct', '{sha256:00}')
                """, platform.id(), subject, subject, outcome.word(), hoursAgo);
    }

    Look seen(Platform by, Outcome outcome, Instant at, Digest kept) {
        return new Look(URI.create(subject), at, outcome, Optional.of(by.id() + "#1"), "because", Optional.of(kept));
    }

    Lease leaseOfSubject(String node) {
        return watches.lease(platform.id(), node, 10, Duration.ofMinutes(5)).stream()
                .filter(lease -> lease.kind() == Lease.Kind.WATCH)
                .findFirst()
                .orElseThrow();
    }

    /** The platform as it would be if its definition named these classes. */
    Platform edited(String alive, String gone) {
        return read(platform.id(), alive, gone);
    }

    private Platform read(String id, String alive, String gone) {
        String yaml = """
                id: %s
                name: Test Site
                about: A site on this machine.
                home: https://site.example/
                hosts: [ %s.example ]
                subject: { kind: page, id: "(.+)" }
                fetch: { page: "{id}", every: 6h, at-most: 600 per minute }
                control: { id: "%s", says: available }
                detect:
                  - says: withheld
                    when: { status: 451 }
                  - says: available
                    when: { element: "p.%s" }
                  - says: suspended
                    when: { element: "p.%s" }
                otherwise: unclear
                examples:
                  - { page: examples/test/451.html, status: 451, says: withheld }
                  - { page: examples/test/alive.html, status: 200, says: available }
                  - { page: examples/test/gone.html, status: 200, says: suspended }
                """.formatted(id, id, origin.url("/control"), alive, gone);
        return Definition.read(new TextFile("crawlers/" + id + ".yaml", yaml), Optional.empty())
                .platform();
    }
}
