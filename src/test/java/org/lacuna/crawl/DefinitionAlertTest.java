package org.lacuna.crawl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lacuna.observation.AlertKind;
import org.lacuna.observation.DefinitionAlert;
import org.lacuna.observation.DefinitionAlerts;
import org.lacuna.shared.Database;

/** When a definition is suspected, and when it is not any more. */
@QuarkusTest
class DefinitionAlertTest {
    @Inject
    WatchedSite site;

    @Inject
    DefinitionAlerts alerts;

    @Inject
    DefinitionWatch watch;

    @Inject
    Database database;

    @Inject
    MeterRegistry meters;

    @BeforeEach
    void open() {
        site.open();
    }

    @AfterEach
    void close() throws IOException {
        site.close();
    }

    @Test
    void a_control_that_fails_opens_an_alert_and_its_recovery_closes_it_each_turn_once() {
        site.look();
        assertThat(rows()).isEmpty();
        lookAtControl("<p class=gone>gone</p>");
        assertThat(rows()).containsExactly("control-failed opened: The control is suspended, expected available.");
        lookAtControl("<p class=gone>gone</p>");
        assertThat(rows()).as("the same again").hasSize(1);
        assertThat(openNow()).singleElement().satisfies(alert -> {
            assertThat(alert.kind()).isEqualTo(AlertKind.CONTROL_FAILED);
            assertThat(alert.vantage()).isEqualTo(WatchedSite.HERE);
        });
        lookAtControl("<p class=alive>control</p>");
        assertThat(rows()).hasSize(2).last().asString().startsWith("control-failed closed");
        assertThat(openNow()).isEmpty();
        lookAtControl("<p class=alive>control</p>");
        assertThat(rows()).hasSize(2);
    }

    @Test
    void most_subjects_unclear_open_one_and_less_than_half_that_share_closes_it() {
        saw(5, "available", 4, "unclear");
        watch.count();
        assertThat(rows()).as("4 of 9 are not half").isEmpty();
        saw(3, "available", 3, "unclear");
        watch.count();
        assertThat(rows()).containsExactly("mostly-unclear opened: 3 of 6 subjects were read as unclear.");
        watch.count();
        saw(7, "available", 3, "unclear");
        watch.count();
        assertThat(rows()).as("3 of 10 are more than half of half").hasSize(1);
        saw(8, "available", 2, "unclear");
        watch.count();
        assertThat(rows()).hasSize(2).last().isEqualTo("mostly-unclear closed: 2 of 10 subjects were read as unclear.");
    }

    @Test
    void too_few_subjects_open_none_nor_do_those_that_did_not_answer() {
        saw(0, "available", 4, "unclear");
        watch.count();
        saw(6, "no-answer", 4, "unclear");
        watch.count();
        assertThat(rows()).isEmpty();
    }

    @Test
    void an_alert_about_subjects_nobody_looks_at_any_more_closes() {
        saw(0, "available", 5, "unclear");
        watch.count();
        database.change("UPDATE watch SET checked = now() - interval '3 days' WHERE platform = ?", platform());
        watch.count();
        assertThat(rows()).hasSize(2).last().isEqualTo("mostly-unclear closed: None of its subjects answered lately.");
    }

    @Test
    void an_alert_about_a_control_nobody_looks_at_any_more_closes() {
        lookAtControl("<p class=gone>gone</p>");
        watch.count();
        assertThat(openNow()).hasSize(1);
        database.change("UPDATE watch SET checked = now() - interval '3 days' WHERE platform = ?", platform());
        watch.count();
        assertThat(rows()).hasSize(2).last().isEqualTo("control-failed closed: Its control is not watched any more.");
    }

    @Test
    void operators_see_how_many_are_open_and_what_is_due() {
        site.watch(site.origin().url("/bea").toString(), "ana-2026");
        site.wake();
        watch.count();
        assertThat(due()).as("two pages and the control").isEqualTo(3);
        double before = meters.get("lacuna.definition.alerts").gauge().value();
        site.look();
        lookAtControl("<p class=gone>gone</p>");
        watch.count();
        assertThat(due()).isZero();
        assertThat(meters.get("lacuna.definition.alerts").gauge().value()).isEqualTo(before + 1);
    }

    @Test
    void a_control_that_the_definition_has_replaced_is_not_taken_for_the_new_one() {
        site.look();
        site.origin().html("/control", "<p class=gone>gone</p>").html("/control-2", "<p class=alive>control</p>");
        site.redefine(yaml -> yaml.replace("/control\"", "/control-2\""));
        database.change("UPDATE watch SET due = now() WHERE platform = ?", platform());
        site.lookAgain();
        site.lookAgain();
        assertThat(rows()).isEmpty();
        assertThat(site.latest().control().word()).isEqualTo("alive");
        assertThat(database.list(
                        "SELECT subject FROM watch WHERE platform = ? AND kind = 'control'",
                        row -> row.getString(1),
                        platform()))
                .singleElement()
                .asString()
                .endsWith("/control-2");
    }

    @Test
    void an_alert_cannot_be_changed() {
        lookAtControl("<p class=gone>gone</p>");
        assertThatThrownBy(() -> database.change("UPDATE definition_alert SET opened = false"))
                .hasMessageContaining("never changed");
    }

    private void lookAtControl(String page) {
        site.origin().html("/control", page);
        database.change("UPDATE watch SET due = now() WHERE platform = ? AND kind = 'control'", platform());
        assertThat(site.look()).isPositive();
    }

    /** So many subjects beside Ana, whom nobody has looked at. */
    private void saw(int some, String one, int others, String other) {
        database.change("DELETE FROM watch WHERE platform = ? AND kind = 'watch'", platform());
        for (int i = 0; i < some + others; i++) {
            String page = site.origin().url("/" + i).toString();
            site.watch(page, "ana-2026");
            database.change(
                    "UPDATE watch SET saw = ?, checked = now(), due = 'infinity' WHERE platform = ? AND subject = ?",
                    i < some ? one : other,
                    platform(),
                    page);
        }
    }

    private double due() {
        return meters.get("lacuna.checks.due")
                .tag("platform", platform())
                .gauge()
                .value();
    }

    private List<DefinitionAlert> openNow() {
        return alerts.open(Optional.of(platform()));
    }

    private List<String> rows() {
        return database.list(
                "SELECT kind, opened, why FROM definition_alert WHERE platform = ? ORDER BY id",
                row -> row.getString(1) + (row.getBoolean(2) ? " opened: " : " closed: ") + row.getString(3),
                platform());
    }

    private String platform() {
        return site.platform().id();
    }
}
