package org.lacuna.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lacuna.shared.Database;
import org.lacuna.shared.InvalidFile;
import org.lacuna.shared.TextFile;

@QuarkusTest
public class RecordRoundTripTest {
    private static final Instant LATER = Instant.parse("2999-01-01T00:00:00Z");

    @Inject
    ImportRecord importRecord;

    @Inject
    ExportRecord exportRecord;

    @Inject
    Cases cases;

    @Inject
    Database database;

    @Test
    void an_empty_database_takes_in_the_founding_record_at_start() {
        assertThat(exportRecord.incidents(LATER))
                .containsAll(TextFile.onClassPath("record", ".yaml").stream()
                        .map(file -> file.name().replace(".yaml", ""))
                        .toList());
    }

    @Test
    void what_was_imported_is_what_the_files_say() {
        RecordReader reader = new RecordReader(id -> true);
        assertThat(TextFile.onClassPath("record", ".yaml")).allSatisfy(file -> {
            Incident said = reader.read(file.name(), file.text());
            Incident kept =
                    reader.read("export", exportRecord.file(said.slug(), LATER).text());

            assertThat(kept.sources()).isEqualTo(said.sources());
            assertThat(kept.cases()).hasSameSizeAs(said.cases());
            for (int i = 0; i < kept.cases().size(); i++) {
                assertThat(kept.cases().get(i).subject())
                        .isEqualTo(said.cases().get(i).subject());
                assertThat(kept.cases().get(i).conflicts())
                        .isEqualTo(said.cases().get(i).conflicts());
                assertThat(kept.cases().get(i).entries())
                        .usingRecursiveComparison()
                        .ignoringFieldsMatchingRegexes(".*recorded")
                        .isEqualTo(said.cases().get(i).entries());
            }
        });
    }

    @Test
    void export_then_import_gives_the_same_bytes_and_records_nothing_new() {
        List<TextFile> first = exportRecord.incidents(LATER).stream()
                .map(slug -> exportRecord.file(slug, LATER))
                .toList();

        assertThat(importRecord.files(first).changed()).isEmpty();

        List<TextFile> second = exportRecord.incidents(LATER).stream()
                .map(slug -> exportRecord.file(slug, LATER))
                .toList();
        assertThat(second).isEqualTo(first);
    }

    @Test
    void an_export_read_under_new_slugs_gives_the_same_bytes() {
        String export = exportRecord.file("zoom-khaled-webinars-2020", LATER).text();
        String renamed = export.replace("zoom-khaled-webinars-2020", "round-trip")
                .replace("zoom-sfsu-khaled-2020", "round-trip-one")
                .replace("zoom-nyu-aaup-2020", "round-trip-two");

        importRecord.files(List.of(new TextFile("round-trip.yaml", renamed)));

        assertThat(exportRecord.file("round-trip", LATER).text()).isEqualTo(renamed);
    }

    @Test
    void a_broken_file_leaves_nothing_of_the_others() {
        TextFile good = new TextFile("good.yaml", small("half-import", "half-import-case"));
        TextFile broken =
                new TextFile("broken.yaml", small("broken", "broken-case").replace("2020-06-07", "2020-06-31"));

        assertThatThrownBy(() -> importRecord.files(List.of(good, broken)))
                .isInstanceOf(InvalidFile.class)
                .hasMessageContaining("broken.yaml:");
        assertThat(cases.incident("half-import")).isEmpty();
    }

    @Test
    void a_changed_entry_is_refused_and_nothing_of_the_file_is_kept() {
        importRecord.files(List.of(new TextFile("fixed.yaml", small("fixed", "fixed-case"))));
        String altered = small("fixed", "fixed-case").replace("It was closed.", "It was never closed.")
                + small("fixed", "fixed-second").substring(small("fixed", "x").indexOf("- case:"));

        assertThatThrownBy(() -> importRecord.files(List.of(new TextFile("altered.yaml", altered))))
                .isInstanceOf(InvalidFile.class)
                .hasMessageStartingWith("altered.yaml: ")
                .hasMessageContaining("Add a correction");
        assertThat(cases.incident("fixed").orElseThrow().cases()).hasSize(1);
    }

    @Test
    void a_later_entry_is_added_to_a_known_case_and_the_past_can_still_be_read() {
        importRecord.files(List.of(new TextFile("grows.yaml", small("grows", "grows-case"))));
        Instant before = cases.incident("grows")
                .orElseThrow()
                .cases()
                .get(0)
                .entries()
                .get(0)
                .head()
                .recorded()
                .orElseThrow();
        String lifted = small("grows", "grows-case") + """
                  - type: restriction-lifted
                    id: e1
                    date: "2020-06-09"
                    lifts: [ r1 ]
                    extent: full
                    how: unknown
                    text: It came back.
                    sources: [ paper ]
                """;

        assertThat(importRecord
                        .files(List.of(new TextFile("grows.yaml", lifted)))
                        .changed())
                .containsExactly("grows-case");

        assertThat(cases.incident("grows")
                        .orElseThrow()
                        .cases()
                        .get(0)
                        .restrictions()
                        .status())
                .isEqualTo(Status.RESTORED);
        assertThat(exportRecord.file("grows", before).text()).doesNotContain("It came back.");
    }

    @Test
    void an_entry_that_says_it_was_recorded_in_the_future_is_refused() {
        String future = small("future", "future-case") + "    recorded: 2999-01-01T00:00:00Z\n";

        assertThatThrownBy(() -> importRecord.files(List.of(new TextFile("future.yaml", future))))
                .isInstanceOf(InvalidFile.class)
                .hasMessageContaining("expected entry 'r1' to be recorded in the past, found 2999-01-01T00:00:00Z");
        assertThat(cases.incident("future")).isEmpty();
    }

    @Test
    void what_another_node_with_a_fast_clock_recorded_is_not_overlooked() {
        importRecord.files(List.of(new TextFile("skew.yaml", small("skew", "skew-case"))));
        database.change("""
                INSERT INTO entry (case_slug, id, type, happened, earliest, latest, text, sources, own, disputed, recorded)
                VALUES ('skew-case', 'e1', 'context', '2020-06-08', '2020-06-08', '2020-06-08', 'Ahead of its time.', '{}',
                    '{}', '[]', now() + interval '1 minute')
                """);

        assertThat(cases.incident("skew").orElseThrow().cases().get(0).entries())
                .hasSize(2);
    }

    @Test
    void the_database_refuses_to_change_a_fact() {
        for (String table : List.of(
                "incident", "source", "cases", "subject", "entry", "conflict", "verification", "change", "document")) {
            assertThatThrownBy(() -> database.change("DELETE FROM " + table))
                    .as("DELETE FROM " + table)
                    .hasMessageContaining("refused");
        }
        assertThatThrownBy(() -> database.change("UPDATE entry SET text = 'other'"))
                .hasMessageContaining("refused");
        assertThatThrownBy(() -> database.change("TRUNCATE entry")).hasMessageContaining("refused");
    }

    public static String small(String incident, String slug) {
        return """
                incident: %s
                title: A small incident
                summary: For tests.
                sources:
                - { id: paper, publisher: The Paper, title: Closed, url: "https://paper.example/1", published: null, language: en }
                cases:
                - case: %s
                  platform: zoom
                  subject: { kind: account, name: Somebody, url: null, based-in: US, topics: [] }
                  entries:
                  - type: restriction-imposed
                    id: r1
                    date: "2020-06-07"
                    measure: DECISION_ACCOUNT_SUSPENDED
                    scope: [ worldwide ]
                    demanded-by: null
                    text: It was closed.
                    sources: [ paper ]
                """.formatted(incident, slug);
    }
}
