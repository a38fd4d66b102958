package org.lacuna.crawl;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lacuna.observation.SubjectId;
import org.lacuna.observation.Vantage;
import org.lacuna.platform.Platforms;
import org.lacuna.shared.Database;

/** Lanes as many nodes and several vantages share them, and what is not asked at all. */
@QuarkusTest
class LanesOfManyTest {
    private static final Duration TERM = Duration.ofMinutes(5);
    private static final int NODES = 20;

    @Inject
    WatchedSite site;

    @Inject
    LaneQueries lanes;

    @Inject
    WatchQueries watches;

    @Inject
    Platforms platforms;

    @Inject
    Visit visit;

    @Inject
    Recorder recorder;

    @Inject
    Controls controls;

    @Inject
    RefreshControl refresh;

    @Inject
    CrawlSettings settings;

    @Inject
    Rereading rereading;

    @Inject
    CrawlMeters meters;

    @Inject
    Database database;

    @Inject
    Clock clock;

    private final ExecutorService nodes = Executors.newFixedThreadPool(NODES);

    @BeforeEach
    void open() {
        site.open();
    }

    @AfterEach
    void close() throws IOException {
        nodes.shutdownNow();
        site.close();
    }

    @Test
    void vantages_share_the_pace_of_a_host() {
        Duration alone = work(settings).pace(site.platform());
        assertThat(alone).isEqualTo(Duration.ofMillis(100));
        CrawlSettings two = with(
                "vantages",
                Map.of(
                        "de", point("country", Optional.of("DE")),
                        "tr", point("country", Optional.of("TR"))));
        assertThat(work(two).pace(site.platform())).isEqualTo(alone.multipliedBy(2));
    }

    @Test
    void a_platform_that_the_operator_stopped_is_not_asked_and_leaves_the_host_to_others() {
        CrawlSettings stopped =
                with("stopped", Optional.of(Set.of(site.platform().id())));
        Lane lane = site.lease("node-1", 10, TERM).get(0);
        assertThat(work(stopped).work(lane)).isZero();
        assertThat(site.origin().requests()).isEmpty();
        assertThat(database.list(
                        "SELECT judged FROM watch WHERE due > now() + interval '50 minutes' AND platform = ?",
                        row -> row.getString(1),
                        site.platform().id()))
                .hasSize(2)
                .containsOnly("The operator has stopped all visits to this platform.");
        assertThat(lanes.lease("node-2", List.of(WatchedSite.HERE), 10, 10, TERM))
                .as("not looked for again at once")
                .isEmpty();
    }

    @Test
    void a_watch_whose_platform_has_no_definition_is_put_off() {
        watches.add(wanted("nobody-knows", "/ana"), List.of(WatchedSite.HERE), clock.instant(), Duration.ZERO);
        Lane lane = site.lease("node-1", 10, TERM).get(0);
        assertThat(lane.checks()).hasSize(3);
        work(settings).work(lane);
        String judged = database.first(
                        "SELECT judged FROM watch WHERE platform = 'nobody-knows' AND due > now() + interval '23 hours'",
                        row -> row.getString(1))
                .orElseThrow();
        assertThat(judged).isEqualTo("No definition says how to look at it.");
        database.change("DELETE FROM watch WHERE platform = 'nobody-knows'");
    }

    @Test
    void watches_that_many_nodes_add_at_once_make_one_lane_and_one_watch_each() throws Exception {
        List<Callable<Object>> adding = new ArrayList<>();
        for (int node = 0; node < NODES; node++) {
            adding.add(() -> {
                for (int i = 0; i < 5; i++) {
                    watches.add(
                            wanted(site.platform().id(), "/at-once-" + i),
                            List.of(WatchedSite.HERE),
                            clock.instant(),
                            Duration.ZERO);
                }
                return true;
            });
        }
        all(adding);
        assertThat(count(
                        "SELECT count(*) FROM watch WHERE subject LIKE '%/at-once-%' AND platform = ?",
                        site.platform().id()))
                .isEqualTo(5);
        assertThat(count("SELECT count(*) FROM lane WHERE host = ?", "site.example"))
                .isEqualTo(1);
    }

    @Test
    void nodes_that_start_at_once_with_a_new_vantage_all_start() throws Exception {
        Vantage fresh = Vantage.direct(Optional.of("ZW"));
        List<Callable<Object>> starting = new ArrayList<>();
        for (int node = 0; node < 8; node++) {
            starting.add(() -> {
                watches.spread(List.of(WatchedSite.HERE, fresh));
                return true;
            });
        }
        all(starting);
        assertThat(count(
                        "SELECT count(*) FROM watch WHERE vantage = 'ZW/direct' AND platform = ?",
                        site.platform().id()))
                .isEqualTo(2);
        database.change("DELETE FROM watch WHERE vantage = 'ZW/direct'");
        database.change("DELETE FROM lane WHERE vantage = 'ZW/direct'");
    }

    @Test
    void a_watch_without_a_case_is_given_one_and_one_with_a_case_keeps_it() {
        SubjectId bea =
                new SubjectId(site.platform().id(), site.origin().url("/bea").toString());
        add(bea, Optional.empty());
        add(bea, Optional.of("bea-2026"));
        assertThat(caseOf(bea)).contains("bea-2026");
        add(bea, Optional.of("another"));
        add(bea, Optional.empty());
        assertThat(caseOf(bea)).contains("bea-2026");
    }

    @Test
    void nodes_that_lease_at_once_never_share_a_lane() throws Exception {
        database.change("UPDATE lane SET due = 'infinity'");
        int hosts = 300;
        for (int i = 0; i < hosts; i++) {
            lanes.wake("many-" + i + ".example", List.of(WatchedSite.HERE), Duration.ZERO);
        }
        List<Callable<List<Lane>>> leasing = new ArrayList<>();
        for (int node = 0; node < NODES; node++) {
            String name = "node-" + node;
            leasing.add(() -> {
                List<Lane> mine = new ArrayList<>();
                for (List<Lane> some = lease(name); !some.isEmpty(); some = lease(name)) {
                    mine.addAll(some);
                }
                return mine;
            });
        }
        List<String> leased = all(leasing).stream()
                .flatMap(List::stream)
                .map(Lane::host)
                .filter(host -> host.startsWith("many-"))
                .toList();
        assertThat(leased).hasSize(hosts).doesNotHaveDuplicates();
        database.change("DELETE FROM lane WHERE host LIKE 'many-%'");
    }

    @Test
    void an_empty_lane_is_forgotten_once_nobody_holds_it() {
        lanes.wake("empty.example", List.of(WatchedSite.HERE), Duration.ZERO);
        Lane empty = lanes.lease("node-1", List.of(WatchedSite.HERE), 100, 10, TERM).stream()
                .filter(lane -> lane.host().equals("empty.example"))
                .findFirst()
                .orElseThrow();
        assertThat(empty.checks()).isEmpty();
        lanes.dropEmpty();
        assertThat(count("SELECT count(*) FROM lane WHERE host = ?", "empty.example"))
                .as("held")
                .isEqualTo(1);
        lanes.release(empty, Duration.ZERO);
        lanes.dropEmpty();
        assertThat(count("SELECT count(*) FROM lane WHERE host = ?", "empty.example"))
                .isZero();
        assertThat(count("SELECT count(*) FROM lane WHERE host = ?", "site.example"))
                .as("that is not empty")
                .isEqualTo(1);
    }

    private void add(SubjectId subject, Optional<String> caseSlug) {
        URI page = URI.create(subject.subject());
        watches.add(
                new WatchQueries.Wanted(subject, page, page, Check.Kind.WATCH, caseSlug),
                List.of(WatchedSite.HERE),
                clock.instant(),
                Duration.ZERO);
    }

    private Optional<String> caseOf(SubjectId subject) {
        return database.first(
                "SELECT coalesce(case_slug, '') FROM watch WHERE platform = ? AND subject = ?",
                row -> row.getString(1),
                subject.platform(),
                subject.subject());
    }

    private List<Lane> lease(String node) {
        return lanes.lease(node, List.of(WatchedSite.HERE), 7, 10, TERM);
    }

    private WatchQueries.Wanted wanted(String platform, String path) {
        URI page = site.origin().url(path);
        return new WatchQueries.Wanted(
                new SubjectId(platform, page.toString()), page, page, Check.Kind.WATCH, Optional.of("ana-2026"));
    }

    private <T> List<T> all(List<? extends Callable<T>> work) throws Exception {
        List<T> done = new ArrayList<>();
        for (Future<T> each : nodes.invokeAll(work)) {
            done.add(each.get());
        }
        return done;
    }

    private long count(String sql, Object parameter) {
        return database.first(sql, row -> row.getLong(1), parameter).orElseThrow();
    }

    private WorkLane work(CrawlSettings other) {
        return new WorkLane(
                platforms,
                new Vantages(other),
                lanes,
                watches,
                visit,
                recorder,
                rereading,
                controls,
                refresh,
                other,
                meters,
                clock);
    }

    /** The settings of this run but for one. */
    private CrawlSettings with(String name, Object value) {
        return (CrawlSettings) Proxy.newProxyInstance(
                CrawlSettings.class.getClassLoader(), new Class<?>[] {CrawlSettings.class}, (self, method, given) -> {
                    try {
                        return method.getName().equals(name) ? value : method.invoke(settings, given);
                    } catch (InvocationTargetException failed) {
                        throw failed.getCause();
                    }
                });
    }

    private static CrawlSettings.VantagePoint point(String name, Object value) {
        return (CrawlSettings.VantagePoint) Proxy.newProxyInstance(
                CrawlSettings.class.getClassLoader(),
                new Class<?>[] {CrawlSettings.VantagePoint.class},
                (self, method, given) -> method.getName().equals(name)
                        ? value
                        : method.getName().equals("route") ? Vantage.Route.DIRECT : Optional.empty());
    }
}
