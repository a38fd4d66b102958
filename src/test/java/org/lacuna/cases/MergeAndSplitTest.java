package org.lacuna.cases;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.lacuna.shared.Database;
import org.lacuna.shared.EdtfDate;
import org.lacuna.shared.TextFile;

@QuarkusTest
class MergeAndSplitTest {
    private static final UUID EDITOR = UUID.randomUUID();
    private static final Instant LATER = Instant.parse("2999-01-01T00:00:00Z");

    @Inject
    ImportRecord importRecord;

    @Inject
    ExportRecord exportRecord;

    @Inject
    MergeCases merge;

    @Inject
    SplitCase split;

    @Inject
    AddEntries add;

    @Inject
    Redactions redactions;

    @Inject
    Redirects redirects;

    @Inject
    Cases cases;

    @Inject
    Database database;

    @Test
    void what_is_kept_stands_in_the_other_case_and_the_old_address_leads_there() {
        take("merge-a");
        take("merge-b");
        lift("merge-a-case");

        Map<String, String> ids = merge.merge("merge-a-case", "merge-b-case", Set.of(), "One account.", EDITOR);

        assertThat(ids).containsEntry("r1", "r2").containsEntry("e1", "e1");
        given().redirects()
                .follow(false)
                .get("/api/v1/cases/merge-a-case")
                .then()
                .statusCode(308)
                .header("Location", "/api/v1/cases/merge-b-case")
                .body("gone", equalTo("merged"))
                .body("to", equalTo("merge-b-case"));
        given().redirects()
                .follow(false)
                .get("/cases/merge-a-case")
                .then()
                .statusCode(308)
                .header("Location", "/cases/merge-b-case")
                .header("Cache-Control", containsString("max-age=60"));
        given().redirects()
                .follow(false)
                .get("/incidents/merge-a")
                .then()
                .statusCode(308)
                .header("Location", "/incidents/merge-b");
        when().get("/api/v1/cases/merge-a-case")
                .then()
                .statusCode(200)
                .body("slug", equalTo("merge-b-case"))
                .body("restrictions.id", hasItems("r1", "r2"))
                .body("restrictions.find { it.id == 'r2' }.state", equalTo("lifted"))
                .body("timeline.find { it.id == 'r2' }.sources[0]", equalTo("merge-b/paper-2"))
                .body("sources.find { it.id == 'merge-b/paper-2' }.title", equalTo("merge-a in the paper"));
        when().get("/api/v1/cases?q=merge-a in the paper").then().body("cases.slug", equalTo(List.of("merge-b-case")));
    }

    @Test
    void the_old_version_of_a_merged_case_can_still_be_read_as_of_its_day() {
        take("merge-old");
        take("merge-new");
        merge.merge("merge-old-case", "merge-new-case", Set.of(), "One account.", EDITOR);

        assertThat(database.list(
                        "SELECT convert_from(body, 'UTF8') FROM document JOIN change USING (sequence) WHERE slug = ? ORDER BY 1",
                        row -> row.getString(1),
                        "merge-old-case"))
                .anySatisfy(body -> assertThat(body).contains("It was closed."));
        assertThat(database.list(
                        "SELECT 1 FROM document_veil JOIN change USING (sequence) WHERE slug = 'merge-old-case'",
                        row -> true))
                .isEmpty();
    }

    @Test
    void chains_are_followed_and_rings_refused() {
        take("chain-a");
        take("chain-b");
        take("chain-c");
        merge.merge("chain-a-case", "chain-b-case", Set.of(), "Same.", EDITOR);
        merge.merge("chain-b-case", "chain-c-case", Set.of(), "Same.", EDITOR);

        assertThat(redirects.follow("chain-a-case")).isEqualTo("chain-c-case");
        when().get("/api/v1/cases/chain-a-case").then().body("slug", equalTo("chain-c-case"));
        assertThatThrownBy(() -> merge.merge("chain-c-case", "chain-a-case", Set.of(), "Back.", EDITOR))
                .hasMessageContaining("does not lead back");
        assertThatThrownBy(() -> merge.merge("chain-c-case", "chain-c-case", Set.of(), "Itself.", EDITOR))
                .hasMessageContaining("does not lead back");
        assertThatThrownBy(() -> merge.merge("chain-a-case", "chain-c-case", Set.of(), "Else.", EDITOR))
                .hasMessageContaining("change 'chain-c-case' instead");
        assertThat(merge.merge("chain-a-case", "chain-b-case", Set.of(), "Again.", EDITOR))
                .isEmpty();
        assertThat(cases.incident("chain-c").orElseThrow().cases().get(0).entries())
                .hasSize(3);
    }

    @Test
    void nothing_can_be_added_to_a_case_that_was_merged() {
        take("closed-a");
        take("closed-b");
        merge.merge("closed-a-case", "closed-b-case", Set.of(), "Same.", EDITOR);

        assertThatThrownBy(() -> lift("closed-a-case")).hasMessageContaining("closed-b-case");
        String more =
                file("closed-a") + "  - { type: context, id: e7, date: 2020-06-08, text: More., sources: [ paper ] }\n";
        assertThatThrownBy(() -> importRecord.files(List.of(new TextFile("closed-a.yaml", more))))
                .hasMessageContaining("closed-b-case");
        importRecord.files(List.of(new TextFile("closed-a.yaml", file("closed-a"))));
    }

    @Test
    void an_entry_goes_with_those_that_speak_of_it() {
        take("together-a");
        take("together-b");
        lift("together-a-case");

        assertThatThrownBy(() -> merge.merge("together-a-case", "together-b-case", Set.of("r1"), "Same.", EDITOR))
                .hasMessageContaining("keep both or neither");
        assertThat(redirects.merged("together-a-case")).isEmpty();
    }

    @Test
    void what_is_hidden_stays_hidden_where_it_is_copied_to() {
        take("veiled-a");
        take("veiled-b");
        add.add(
                "veiled-a-case",
                List.of(),
                free -> List.of(new Context(new Head(
                        "e1",
                        EdtfDate.parse("2020-06-09"),
                        "veiled-words",
                        List.of("paper"),
                        List.of(),
                        Optional.empty()))));
        redactions.hide(Passage.text("veiled-a-case", "e1"), new Grounds("safety", "", EDITOR), Optional.empty());

        Map<String, String> ids = merge.merge("veiled-a-case", "veiled-b-case", Set.of(), "Same.", EDITOR);

        when().get("/api/v1/cases/veiled-b-case")
                .then()
                .body(not(containsString("veiled-words")))
                .body("timeline.find { it.id == '" + ids.get("e1") + "' }.redacted.reason", equalTo("safety"));
        redactions.show(Passage.text("veiled-a-case", "e1"), new Grounds("safety", "", EDITOR));
        when().get("/api/v1/cases/veiled-b-case").then().body(containsString("veiled-words"));
    }

    @Test
    void two_merges_at_once_copy_once() throws Exception {
        take("race-a");
        take("race-b");
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<Map<String, String>>> merges = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                merges.add(threads.submit(() -> merge.merge("race-a-case", "race-b-case", Set.of(), "Same.", EDITOR)));
            }
            int copied = 0;
            for (Future<Map<String, String>> each : merges) {
                copied += each.get().size();
            }
            assertThat(copied).isEqualTo(1);
            assertThat(cases.incident("race-b").orElseThrow().cases().get(0).entries())
                    .hasSize(2);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void of_two_merges_in_opposite_directions_one_wins() throws Exception {
        take("cross-a");
        take("cross-b");
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            List<Future<?>> merges = List.of(
                    threads.submit(() -> merge.merge("cross-a-case", "cross-b-case", Set.of(), "Same.", EDITOR)),
                    threads.submit(() -> merge.merge("cross-b-case", "cross-a-case", Set.of(), "Same.", EDITOR)));
            int refused = 0;
            for (Future<?> each : merges) {
                try {
                    each.get();
                } catch (ExecutionException expected) {
                    assertThat(expected).hasMessageContaining("does not lead back");
                    refused++;
                }
            }
            assertThat(refused).isEqualTo(1);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void what_is_split_off_stands_in_a_case_of_its_own_and_the_old_one_says_where() {
        take("split-a");
        second("split-a-case");

        split.split(
                "split-a-case",
                "split-a-second",
                new Subject("video", "A film", Optional.empty(), Optional.empty(), List.of()),
                Set.of("r2"),
                "Two subjects.",
                EDITOR);

        when().get("/api/v1/cases/split-a-second")
                .then()
                .body("restrictions.id", equalTo(List.of("r2")))
                .body("incident", equalTo("split-a"));
        when().get("/api/v1/cases/split-a-case")
                .then()
                .body("splitInto", equalTo(List.of("split-a-second")))
                .body("restrictions.id", equalTo(List.of("r1")))
                .body("timeline.find { it.id == 'r2' }.redacted.movedTo", equalTo("split-a-second"))
                .body("timeline.find { it.id == 'r2' }.text", equalTo(null));
        when().get("/cases/split-a-case").then().body(containsString("/cases/split-a-second"));
        when().get("/api/v1/incidents/split-a")
                .then()
                .body("cases.slug", equalTo(List.of("split-a-case", "split-a-second")));
        assertThat(redactions.show(Passage.entry("split-a-case", "r2"), new Grounds("error", "", EDITOR)))
                .isFalse();
        assertThatThrownBy(() -> split.split(
                        "split-a-case",
                        "split-a-third",
                        new Subject("video", "A film", Optional.empty(), Optional.empty(), List.of()),
                        Set.of("r1"),
                        "All.",
                        EDITOR))
                .hasMessageContaining("merge this one into it");
    }

    @Test
    void a_merge_a_split_and_what_is_hidden_survive_an_export() {
        take("export-a");
        take("export-b");
        second("export-b-case");
        redactions.hide(Passage.source("export-a", "paper"), new Grounds("legal", "", EDITOR), Optional.empty());
        merge.merge("export-a-case", "export-b-case", Set.of(), "Same.", EDITOR);
        split.split(
                "export-b-case",
                "export-b-second",
                new Subject("video", "A film", Optional.empty(), Optional.empty(), List.of()),
                Set.of("r2"),
                "Two subjects.",
                EDITOR);
        List<TextFile> files = List.of(exportRecord.file("export-a", LATER), exportRecord.file("export-b", LATER));

        assertThat(importRecord.files(files).changed()).isEmpty();
        assertThat(List.of(exportRecord.file("export-a", LATER), exportRecord.file("export-b", LATER)))
                .isEqualTo(files);

        List<TextFile> renamed = files.stream()
                .map(file -> new TextFile(file.name(), file.text().replace("export-", "elsewhere-")))
                .toList();
        importRecord.files(renamed);
        assertThat(exportRecord.file("elsewhere-a", LATER).text())
                .isEqualTo(renamed.get(0).text());
        assertThat(exportRecord.file("elsewhere-b", LATER).text())
                .isEqualTo(renamed.get(1).text());
        when().get("/api/v1/cases/elsewhere-a-case")
                .then()
                .body("slug", equalTo("elsewhere-b-case"))
                .body(not(containsString("elsewhere-a in the paper")));
    }

    private void take(String incident) {
        importRecord.files(List.of(new TextFile(incident + ".yaml", file(incident))));
    }

    private static String file(String incident) {
        return RecordRoundTripTest.small(incident, incident + "-case")
                .replace("title: Closed", "title: " + incident + " in the paper");
    }

    private void lift(String slug) {
        add.add(
                slug,
                List.of(),
                free -> List.of(new RestrictionLifted(
                        new Head(
                                free.next("e"),
                                EdtfDate.parse("2020-06-10"),
                                "It came back.",
                                List.of("paper"),
                                List.of(),
                                Optional.empty()),
                        List.of("r1"),
                        "full",
                        "unknown")));
    }

    private void second(String slug) {
        add.add(
                slug,
                List.of(),
                free -> List.of(new RestrictionImposed(
                        new Head(
                                free.next("r"),
                                EdtfDate.parse("2020-06-11"),
                                "A film was removed.",
                                List.of("paper"),
                                List.of(),
                                Optional.empty()),
                        "DECISION_VISIBILITY_CONTENT_REMOVED",
                        new Scope(List.of("worldwide")),
                        Optional.empty(),
                        Optional.empty())));
    }
}
