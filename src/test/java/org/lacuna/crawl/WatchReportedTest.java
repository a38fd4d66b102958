package org.lacuna.crawl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lacuna.observation.WatchWanted;
import org.lacuna.platform.Platforms;
import org.lacuna.shared.Database;

/** What an editor wants watched is looked at hours later, at a moment that nobody can tell beforehand. */
@QuarkusTest
class WatchReportedTest {
    @Inject
    WatchedSite site;

    @Inject
    Event<WatchWanted> wanted;

    @Inject
    Platforms platforms;

    @Inject
    Database database;

    @BeforeEach
    void open() {
        site.open();
    }

    @AfterEach
    void close() throws IOException {
        site.close();
    }

    @Test
    void an_address_is_watched_for_its_case_and_first_looked_at_between_two_and_twenty_hours_later() {
        for (int i = 0; i < 30; i++) {
            want("https://" + site.platform().id() + ".example/reported-" + i);
        }
        List<Double> hours = database.list(
                "SELECT extract(epoch FROM due - now()) / 3600 FROM watch WHERE platform = ? AND case_slug = 'bea-2026'",
                row -> row.getDouble(1),
                site.platform().id());
        assertThat(hours).hasSize(30).allMatch(each -> each > 1.99 && each < 20.01);
        assertThat(Set.copyOf(hours.stream().map(each -> Math.round(each * 100)).toList()))
                .as("no two the same")
                .hasSizeGreaterThan(20);
        assertThat(hours.stream().mapToDouble(each -> each).max().orElseThrow()
                        - hours.stream().mapToDouble(each -> each).min().orElseThrow())
                .as("spread")
                .isGreaterThan(5);
        assertThat(site.origin().requests()).isEmpty();
        assertThat(database.list(
                        "SELECT extract(epoch FROM due - now()) / 3600 FROM lane WHERE host = ?",
                        row -> row.getDouble(1),
                        site.platform().id() + ".example"))
                .singleElement()
                .satisfies(due -> assertThat(due).isGreaterThan(1.99));
    }

    @Test
    void the_same_wish_twice_watches_once_and_does_not_draw_again() {
        String page = "https://" + site.platform().id() + ".example/twice";
        want(page);
        Object first = due(page);
        want(page);
        assertThat(due(page)).isEqualTo(first);
    }

    @Test
    void where_we_cannot_look_nothing_is_watched_and_the_editor_is_not_stopped() {
        long before = watches();
        Set<String> unfetched = platforms.all().stream()
                .filter(platform -> platform.fetch().isEmpty())
                .flatMap(platform -> platform.hosts().stream())
                .collect(Collectors.toSet());
        assertThat(unfetched).isNotEmpty();
        unfetched.forEach(host -> want("https://" + host + "/ana"));
        want("https://unknown.example/ana");
        want("mailto:ana@site.example");
        want("https://" + site.platform().id() + ".example");
        want("https://" + site.platform().id() + ".example/../..");
        platforms.all().stream().flatMap(platform -> platform.hosts().stream()).forEach(host -> assertThatCode(
                        () -> want("https://" + host + "/..?/../.."))
                .as(host)
                .doesNotThrowAnyException());
        database.change("DELETE FROM watch WHERE case_slug = 'bea-2026' AND url LIKE '%/..?/../..'");
        assertThat(database.list(
                        "SELECT platform || ' ' || url FROM watch WHERE case_slug = 'bea-2026' AND platform <> ?",
                        row -> row.getString(1),
                        site.platform().id()))
                .isEmpty();
        assertThat(watches()).isLessThanOrEqualTo(before + 2);
    }

    private void want(String url) {
        wanted.fire(new WatchWanted(URI.create(url), Optional.of("bea-2026")));
    }

    private Object due(String page) {
        return database.first("SELECT due FROM watch WHERE url = ?", row -> row.getString(1), page)
                .orElseThrow();
    }

    private long watches() {
        return database.first("SELECT count(*) FROM watch", row -> row.getLong(1))
                .orElseThrow();
    }
}
