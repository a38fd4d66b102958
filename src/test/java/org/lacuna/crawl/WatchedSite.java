package org.lacuna.crawl;

import io.quarkus.arc.Unremovable;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.lacuna.FreshWord;
import org.lacuna.fetch.LocalOrigin;
import org.lacuna.observation.ControlState;
import org.lacuna.observation.Observation;
import org.lacuna.observation.ObservationQueries;
import org.lacuna.observation.Vantage;
import org.lacuna.platform.Definition;
import org.lacuna.platform.Platform;
import org.lacuna.platform.Platforms;
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
    private final Path definitions;
    private final WatchQueries watches;
    private final LaneQueries lanes;
    private final SeedWatches seeding;
    private final Dispatcher dispatcher;
    private final RecordChecks recording;
    private final ObservationQueries observations;
    private final Platforms platforms;
    private final Database database;

    private LocalOrigin origin;
    private Platform platform;
    private String definition;
    private String subject;

    WatchedSite(
            @ConfigProperty(name = "lacuna.test.origin-port") int port,
            @ConfigProperty(name = "lacuna.crawlers.directory") Path definitions,
            WatchQueries watches,
            LaneQueries lanes,
            SeedWatches seeding,
            Dispatcher dispatcher,
            RecordChecks recording,
            ObservationQueries observations,
            Platforms platforms,
            Database database) {
        this.port = port;
        this.definitions = definitions;
        this.watches = watches;
        this.lanes = lanes;
        this.seeding = seeding;
        this.dispatcher = dispatcher;
        this.recording = recording;
        this.observations = observations;
        this.platforms = platforms;
        this.database = database;
    }

    void open() {
        open("test-" + FreshWord.of(8), "ana-2026");
    }

    /**
     * Begins to serve and to watch.
     *
     * @param platformId of a platform nobody else reads in this run
     * @param caseSlug the case of the watched page
     */
    public void open(String platformId, String caseSlug) {
        // what an earlier test leased is nobody's any more
        database.change("UPDATE lane SET leased_by = NULL, due = 'infinity'");
        origin = new LocalOrigin(port);
        origin.html("/control", "<p class=alive>control</p>");
        origin.html("/ana", "<p class=alive>Ana</p>");
        define(platformId);
        subject = origin.url("/ana").toString();
        seeding.watchControl(platform);
        watch(subject, caseSlug);
    }

    /** Stops serving and watching; what was seen stays. */
    public void close() throws IOException {
        origin.close();
        Files.deleteIfExists(file(platform.id()));
        platforms.reload();
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
        // the platforms of the watch list are on the internet, which no test touches
        database.change(
                "UPDATE lane SET due = 'infinity' WHERE NOT EXISTS (SELECT 1 FROM watch WHERE watch.host = lane.host"
                        + " AND watch.vantage = lane.vantage AND platform = ?)",
                platform.id());
        wake();
        return dispatcher.workAll();
    }

    /** Lets the lanes of this site be due when the first of their watches is. */
    void wake() {
        database.change("""
                UPDATE lane SET due = first.due FROM (
                    SELECT host, vantage, min(due) AS due FROM watch WHERE platform = ? GROUP BY host, vantage) first
                WHERE lane.host = first.host AND lane.vantage = first.vantage AND lane.leased_by IS NULL
                """, platform.id());
    }

    void due() {
        database.change("UPDATE watch SET due = now() WHERE platform = ? AND kind = 'watch'", platform.id());
    }

    void watch(String page, String caseSlug) {
        seeding.watch(platform, page, URI.create(page), Optional.of(caseSlug), Duration.ZERO);
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
        String evidence = Digest.of(outcome.word() + hoursAgo).toString();
        database.change("""
                INSERT INTO confirmed_change (platform, subject, url, to_outcome, first_seen_now, confirmed, vantage, evidence)
                VALUES (?, ?, ?, ?, now() - make_interval(hours => ?), now(), 'direct', ARRAY[?])
                """, platform.id(), subject, subject, outcome.word(), hoursAgo, evidence);
        database.change("""
                INSERT INTO confirmed_outcome (platform, subject, url, from_scope, to_outcome, to_scope, first_seen_now,
                                               confirmed, vantages, available_from, evidence)
                VALUES (?, ?, ?, '{}', ?, '{}', now() - make_interval(hours => ?), now(), '{direct}', '{}', ARRAY[?])
                """, platform.id(), subject, subject, outcome.word(), hoursAgo, evidence);
    }

    Look seen(Platform by, Outcome outcome, Instant at) {
        return new Look(
                URI.create(subject),
                at,
                outcome,
                Optional.of(by.id() + "#1"),
                "because",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** Records a look at the subject beside a live control, whose exchange is kept under this digest. */
    boolean record(Optional<Lane> lane, Platform by, Vantage from, Look look, Digest kept) {
        return recording
                .record(List.of(new Done(lane, check(), by, from, look, ControlState.ALIVE, Optional.of(kept))))
                .get(0)
                .isPresent();
    }

    /** The lane of this site, leased. */
    List<Lane> lease(String node, int checks, Duration term) {
        database.change("UPDATE lane SET due = 'infinity' WHERE leased_by IS NULL");
        wake();
        return lanes.lease(node, List.of(HERE), 10, checks, term);
    }

    private Check check() {
        return database.first(
                        "SELECT " + WatchRows.COLUMNS
                                + " FROM watch WHERE platform = ? AND subject = ? AND kind = 'watch'",
                        row -> WatchRows.check(row, 0),
                        platform.id(),
                        subject)
                .orElseThrow();
    }

    /** The platform as it would be if its definition named these classes. */
    Platform edited(String alive, String gone) {
        return read(platform.id(), alive, gone);
    }

    /** Changes the definition from now on. */
    void redefine(UnaryOperator<String> edit) {
        write(platform.id(), edit.apply(definition));
        seeding.watchControl(platform);
    }

    /** As an operator does: a file in the folder, and it is read. */
    private void define(String id) {
        write(id, yaml(id, "alive", "gone"));
    }

    private void write(String id, String yaml) {
        definition = yaml;
        try {
            Files.createDirectories(file(id).getParent());
            Files.writeString(file(id), yaml);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        platforms.reload();
        platform = platforms.find(id).orElseThrow();
    }

    private Path file(String id) {
        return definitions.resolve(id + ".yaml");
    }

    private Platform read(String id, String alive, String gone) {
        return Definition.read(new TextFile("crawlers/" + id + ".yaml", yaml(id, alive, gone)), Optional.empty())
                .platform();
    }

    private String yaml(String id, String alive, String gone) {
        return """
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
    }
}
