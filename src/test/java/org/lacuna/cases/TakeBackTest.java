package org.lacuna.cases;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.lacuna.cases.TakeBack.Resting;
import org.lacuna.cases.TakeBack.TakenBack;
import org.lacuna.shared.Database;
import org.lacuna.shared.Digest;
import org.lacuna.shared.EdtfDate;
import org.lacuna.shared.TextFile;

@QuarkusTest
class TakeBackTest {
    private static final UUID EDITOR = UUID.randomUUID();

    @Inject
    ImportRecord importRecord;

    @Inject
    AddEntries add;

    @Inject
    MergeCases merge;

    @Inject
    SplitCase split;

    @Inject
    TakeBack takeBack;

    @Inject
    Database database;

    @Test
    void a_case_that_rested_on_the_submission_alone_is_gone_with_its_name_and_title() {
        fromSubmission("alone");

        TakenBack taken = takeBack.takeBack(List.of(Resting.alone("alone-case", "r1")), EDITOR);

        assertThat(taken.cases()).containsExactly("alone-case");
        assertThat(taken.captures()).containsExactly(Digest.of("evidence of alone"));
        assertThat(taken.erased())
                .contains(Passage.entry("alone-case", "r1"), Passage.wholeCase("alone-case"), Passage.wording("alone"));
        when().get("/api/v1/cases/alone-case")
                .then()
                .statusCode(410)
                .body("reason", equalTo("withdrawn"))
                .body(not(containsString("told-alone")));
        assertThat(given().get("/cases/alone-case").asString())
                .contains("withdrawn", "Whoever told us took it back.")
                .doesNotContain("told-alone");
        assertThat(given().get("/api/v1/cases?limit=500").asString()).doesNotContain("told-alone");
        assertThat(everything()).doesNotContain("told-alone");
    }

    @Test
    void doing_it_again_changes_nothing() {
        fromSubmission("again");
        takeBack.takeBack(List.of(Resting.alone("again-case", "r1")), EDITOR);
        long changes = changes();

        TakenBack taken = takeBack.takeBack(List.of(Resting.alone("again-case", "r1")), EDITOR);

        assertThat(taken).isEqualTo(new TakenBack(Set.of(), Set.of(), Set.of()));
        assertThat(changes()).isEqualTo(changes);
    }

    @Test
    void what_others_say_too_stays_and_only_the_submission_as_its_source_goes() {
        fromSubmission("both");
        add.add(
                "both-case",
                List.of(paper()),
                free -> List.of(
                        new RestrictionImposed(
                                head(free.next("r"), "The film was removed.", List.of("submission", "paper")),
                                "DECISION_VISIBILITY_CONTENT_REMOVED",
                                new Scope(List.of("worldwide")),
                                Optional.empty(),
                                Optional.empty()),
                        new Testimony(head(free.next("e"), "told-both too", List.of("submission"))),
                        new Testimony(head(free.next("e"), "Another person said the same.", List.of("submission")))));

        TakenBack taken = takeBack.takeBack(
                List.of(
                        Resting.alone("both-case", "r1"),
                        new Resting("both-case", "r2", Set.of("submission"), false),
                        Resting.alone("both-case", "e1"),
                        new Resting("both-case", "e2", Set.of(), true)),
                EDITOR);

        assertThat(taken.cases()).isEmpty();
        when().get("/api/v1/cases/both-case")
                .then()
                .statusCode(200)
                .body("restrictions.id", equalTo(List.of("r2")))
                .body("timeline.find { it.id == 'r1' }.redacted.permanent", equalTo(true))
                .body("timeline.find { it.id == 'e2' }.text", equalTo("Another person said the same."))
                .body("sources.find { it.id == 'both/submission' }.redacted.reason", equalTo("withdrawn"));
        assertThat(everything()).doesNotContain("told-both too", "told-both was closed", "Sent to us about both");
    }

    @Test
    void it_follows_an_entry_into_the_case_it_was_merged_into() {
        fromSubmission("went-from");
        importRecord.files(List.of(new TextFile("went-to.yaml", RecordRoundTripTest.small("went-to", "went-to-case"))));
        merge.merge("went-from-case", "went-to-case", Set.of(), "Same account.", EDITOR);
        assertThat(given().get("/api/v1/cases/went-to-case").asString()).contains("told-went-from");

        takeBack.takeBack(List.of(Resting.alone("went-from-case", "r1")), EDITOR);

        when().get("/api/v1/cases/went-to-case").then().body("restrictions.id", equalTo(List.of("r1")));
        when().get("/api/v1/cases/went-from-case").then().body("slug", equalTo("went-to-case"));
        assertThat(everything()).doesNotContain("told-went-from");
    }

    @Test
    void a_case_that_was_split_loses_what_rested_on_the_submission_and_the_other_stays() {
        fromSubmission("parted");
        add.add(
                "parted-case",
                List.of(paper()),
                free -> List.of(new RestrictionImposed(
                        head(free.next("r"), "The film was removed.", List.of("paper")),
                        "DECISION_VISIBILITY_CONTENT_REMOVED",
                        new Scope(List.of("worldwide")),
                        Optional.empty(),
                        Optional.empty())));
        split.split(
                "parted-case",
                "parted-film",
                new Subject("video", "A film", Optional.empty(), Optional.empty(), List.of()),
                Set.of("r2"),
                "Two subjects.",
                EDITOR);

        TakenBack taken = takeBack.takeBack(List.of(Resting.alone("parted-case", "r1")), EDITOR);

        assertThat(taken.cases()).containsExactly("parted-case");
        assertThat(given().get("/api/v1/cases/parted-case").statusCode()).isEqualTo(410);
        when().get("/api/v1/cases/parted-film").then().statusCode(200).body("status", equalTo("restricted"));
    }

    @Test
    void what_rests_on_another_submission_too_is_left_as_it_is() {
        fromSubmission("shared-origin");

        TakenBack taken =
                takeBack.takeBack(List.of(new Resting("shared-origin-case", "r1", Set.of("submission"), true)), EDITOR);

        assertThat(taken).isEqualTo(new TakenBack(Set.of(), Set.of(), Set.of()));
        assertThat(given().get("/api/v1/cases/shared-origin-case").asString()).contains("told-shared-origin");
    }

    @Test
    void one_entry_that_does_not_exist_takes_back_nothing() {
        fromSubmission("wrong");

        assertThatThrownBy(() -> takeBack.takeBack(
                        List.of(Resting.alone("wrong-case", "r1"), Resting.alone("wrong-case", "e99")), EDITOR))
                .hasMessageContaining("e99");
        assertThat(given().get("/api/v1/cases/wrong-case").asString()).contains("told-wrong");
    }

    private void fromSubmission(String incident) {
        importRecord.files(List.of(
                new TextFile(incident + ".yaml", """
                incident: %1$s
                title: told-%1$s
                summary: told-%1$s at length
                sources:
                - { id: submission, publisher: Sent to us about %1$s, title: told-%1$s, url: null, published: null, language: en,
                    archived: "%2$s" }
                cases:
                - case: %1$s-case
                  platform: zoom
                  subject: { kind: account, name: told-%1$s, url: "https://zoom.us/told-%1$s", based-in: US, topics: [ told-%1$s ] }
                  entries:
                  - type: restriction-imposed
                    id: r1
                    date: "2020-06-07"
                    measure: DECISION_ACCOUNT_SUSPENDED
                    scope: [ worldwide ]
                    demanded-by: null
                    text: told-%1$s was closed.
                    sources: [ submission ]
                """.formatted(incident, Digest.of("evidence of " + incident)))));
    }

    private static Source paper() {
        return new Source(
                "paper",
                "The Paper",
                "Closed",
                Optional.of("https://paper.example/1"),
                Optional.empty(),
                "en",
                Optional.empty());
    }

    private static Head head(String id, String text, List<String> sources) {
        return new Head(id, EdtfDate.parse("2020-06-08"), text, sources, List.of(), Optional.empty());
    }

    private long changes() {
        return database.first("SELECT count(*) FROM change", row -> row.getLong(1))
                .orElseThrow();
    }

    private String everything() {
        StringBuilder all = new StringBuilder();
        database.list(
                        "SELECT quote_ident(table_name) FROM information_schema.tables"
                                + " WHERE table_schema = 'public' AND table_type = 'BASE TABLE'",
                        row -> row.getString(1))
                .forEach(name -> database.list("SELECT t::text FROM " + name + " t", row -> row.getString(1))
                        .forEach(all::append));
        database.list("SELECT convert_from(body, 'UTF8') FROM document", row -> row.getString(1))
                .forEach(all::append);
        return all.toString();
    }
}
