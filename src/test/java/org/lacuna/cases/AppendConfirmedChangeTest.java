package org.lacuna.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.lacuna.observation.ChangeConfirmed;
import org.lacuna.observation.SubjectId;
import org.lacuna.observation.Told;
import org.lacuna.observation.Vantage;
import org.lacuna.shared.Database;
import org.lacuna.shared.Digest;
import org.lacuna.shared.Outcome;
import org.lacuna.shared.TextFile;

@QuarkusTest
class AppendConfirmedChangeTest {
    @Inject
    Event<ChangeConfirmed> confirmed;

    @Inject
    ImportRecord importRecord;

    @Inject
    Cases cases;

    @Inject
    Database database;

    @Test
    void a_confirmed_change_is_appended_as_observed_and_leaves_the_status_alone() {
        importRecord.files(List.of(new TextFile("seen.yaml", RecordRoundTripTest.small("seen", "seen-case"))));

        fire("seen-case", Outcome.SUSPENDED, Outcome.AVAILABLE);

        Case seen = cases.incident("seen").orElseThrow().cases().get(0);
        assertThat(seen.restrictions().status()).isEqualTo(Status.RESTRICTED);
        assertThat(seen.entries().get(1)).isInstanceOfSatisfying(Observed.class, entry -> {
            assertThat(entry.head().id()).isEqualTo("o1");
            assertThat(entry.head().date()).hasToString("2026-11-20/2026-11-22");
            assertThat(entry.outcome()).isEqualTo(Outcome.AVAILABLE);
            assertThat(entry.vantages()).containsExactly("DE/direct");
            assertThat(entry.evidence()).hasSize(2);
        });

        fire("seen-case", Outcome.AVAILABLE, Outcome.SUSPENDED);

        assertThat(cases.incident("seen").orElseThrow().cases().get(0).entries())
                .extracting(entry -> entry.head().id())
                .containsExactly("r1", "o1", "o2");
    }

    @Test
    void what_is_withheld_from_one_country_and_seen_from_another_names_both() {
        importRecord.files(List.of(new TextFile("geo.yaml", RecordRoundTripTest.small("geo", "geo-case"))));

        QuarkusTransaction.requiringNew()
                .run(() -> confirmed.fire(new ChangeConfirmed(
                        new SubjectId("zoom", "somebody"),
                        URI.create("https://zoom.us/somebody"),
                        Optional.of("geo-case"),
                        told(Outcome.AVAILABLE, List.of(), Optional.empty()),
                        told(Outcome.WITHHELD, List.of("TR"), Optional.empty()),
                        Instant.parse("2026-11-22T18:00:00Z"))));

        Case seen = cases.incident("geo").orElseThrow().cases().get(0);
        assertThat(seen.entries().get(1)).isInstanceOfSatisfying(Observed.class, entry -> {
            assertThat(entry.outcome()).isEqualTo(Outcome.WITHHELD);
            assertThat(entry.scope()).containsExactly("TR");
            assertThat(entry.vantages()).containsExactly("TR/socks");
            assertThat(entry.head().date()).hasToString("../2026-11-22");
            assertThat(entry.head().text()).startsWith("Our crawler could not see it from TR while it could from DE");
        });
    }

    @Test
    void a_case_that_is_not_public_stays_inside() {
        int before = cases.incidentOf("pressure-horror-zoo-2020")
                .orElseThrow()
                .cases()
                .get(0)
                .entries()
                .size();

        fire("pressure-horror-zoo-2020", Outcome.AVAILABLE, Outcome.SUSPENDED);

        assertThat(cases.incidentOf("pressure-horror-zoo-2020")
                        .orElseThrow()
                        .cases()
                        .get(0)
                        .entries())
                .hasSize(before);
    }

    @Test
    void what_an_editor_decided_meanwhile_stays_decided() throws Exception {
        String small = RecordRoundTripTest.small("meanwhile", "meanwhile-case");
        importRecord.files(List.of(new TextFile("meanwhile.yaml", small)));
        Thread crawler = new Thread(() -> fire("meanwhile-case", Outcome.AVAILABLE, Outcome.SUSPENDED));

        QuarkusTransaction.requiringNew().run(() -> {
            importRecord.files(List.of(new TextFile(
                    "meanwhile.yaml", small.replace("  entries:", "  verification: retracted\n  entries:"))));
            crawler.start();
            Awaitility.await().until(this::somebodyWaitsForALock);
        });
        crawler.join();

        Case after = cases.incident("meanwhile").orElseThrow().cases().get(0);
        assertThat(after.verification()).contains(Verification.RETRACTED);
        assertThat(after.entries()).hasSize(2);
    }

    @Test
    void a_subject_whose_case_does_not_exist_yet_appends_nothing() {
        fire("no-such-case-yet", Outcome.AVAILABLE, Outcome.REMOVED);

        assertThat(cases.incidentOf("no-such-case-yet")).isEmpty();
    }

    @Test
    void when_the_confirmation_is_taken_back_the_entry_is_too() {
        importRecord.files(List.of(new TextFile("undone.yaml", RecordRoundTripTest.small("undone", "undone-case"))));

        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> {
                    confirmed.fire(change("undone-case", Outcome.AVAILABLE, Outcome.SUSPENDED));
                    throw new IllegalStateException("the crawler failed after this");
                }))
                .hasMessageContaining("the crawler failed");

        assertThat(cases.incident("undone").orElseThrow().cases().get(0).entries())
                .hasSize(1);
    }

    private boolean somebodyWaitsForALock() {
        return !database.list("SELECT 1 FROM pg_locks WHERE NOT granted", row -> true)
                .isEmpty();
    }

    private void fire(String slug, Outcome from, Outcome to) {
        QuarkusTransaction.requiringNew().run(() -> confirmed.fire(change(slug, from, to)));
    }

    private static ChangeConfirmed change(String slug, Outcome from, Outcome to) {
        return new ChangeConfirmed(
                new SubjectId("zoom", "somebody"),
                URI.create("https://zoom.us/somebody"),
                Optional.of(slug),
                told(from, List.of(), Optional.empty()),
                told(to, List.of(), Optional.of(Instant.parse("2026-11-20T10:00:00Z"))),
                Instant.parse("2026-11-22T18:00:00Z"));
    }

    private static Told told(Outcome outcome, List<String> scope, Optional<Instant> before) {
        return new Told(
                outcome,
                scope,
                before,
                Instant.parse("2026-11-22T10:00:00Z"),
                List.of(Vantage.of(scope.isEmpty() ? "DE/direct" : "TR/socks")),
                scope.isEmpty() ? List.of() : List.of(Vantage.of("DE/direct")),
                List.of(Digest.of("one"), Digest.of("two")));
    }
}
