package org.lacuna.publication;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lacuna.cases.AddEntries;
import org.lacuna.cases.Conflict;
import org.lacuna.cases.Context;
import org.lacuna.cases.ErasePassage;
import org.lacuna.cases.ExportRecord;
import org.lacuna.cases.Grounds;
import org.lacuna.cases.Head;
import org.lacuna.cases.ImportRecord;
import org.lacuna.cases.Passage;
import org.lacuna.cases.Redactions;
import org.lacuna.cases.RestrictionLifted;
import org.lacuna.cases.RetractCase;
import org.lacuna.cases.Source;
import org.lacuna.publication.bulk.BulkSets;
import org.lacuna.shared.Database;
import org.lacuna.shared.Digest;
import org.lacuna.shared.EdtfDate;
import org.lacuna.shared.TextFile;

/** Redacts passages that hold a marked word, then looks for it in everything that the record can be read from. */
@QuarkusTest
class RedactedEverywhereTest {
    private static final UUID EDITOR = UUID.randomUUID();
    private static final Instant LATER = Instant.parse("2999-01-01T00:00:00Z");

    @Inject
    ImportRecord importRecord;

    @Inject
    ExportRecord exportRecord;

    @Inject
    AddEntries add;

    @Inject
    Redactions redactions;

    @Inject
    ErasePassage erase;

    @Inject
    RetractCase retract;

    @Inject
    PublicRecord record;

    @Inject
    DocumentQueries queries;

    @Inject
    BulkSets bulk;

    @Inject
    Database database;

    /** One passage and the word that is gone with it. */
    record Marked(String name, Passage passage, String incident, String word) {
        @Override
        public String toString() {
            return name;
        }
    }

    /** Passages of an incident of this name; each has a word that stands nowhere else. */
    static List<Marked> passages(String incident) {
        String slug = incident + "-case";
        return List.of(
                marked("text", Passage.text(slug, "r1"), incident),
                marked("court", Passage.text(slug, "r1"), incident),
                marked("disputed", Passage.text(slug, "r1"), incident),
                marked("entry", Passage.entry(slug, "e1"), incident),
                marked("cited", Passage.entry(slug, "e1"), incident),
                marked("publisher", Passage.source(incident, "paper"), incident),
                marked("address", Passage.source(incident, "paper"), incident),
                marked("subject", Passage.subject(slug), incident),
                marked("title", Passage.wording(incident), incident),
                marked("summary", Passage.wording(incident), incident),
                marked("conflict", Passage.conflict(slug, conflict(incident)), incident),
                marked("whole", Passage.wholeCase(slug), incident));
    }

    private static Marked marked(String name, Passage passage, String incident) {
        return new Marked(name, passage, incident, word(name, incident));
    }

    private static String word(String name, String incident) {
        return name.equals("whole") ? word("text", incident) : "sentinel-" + name + "-" + incident;
    }

    static Stream<Marked> hidden() {
        return Stream.iterate(0, i -> i < 12, i -> i + 1)
                .map(i -> passages("hides-" + i).get(i));
    }

    static Stream<Marked> erased() {
        return Stream.iterate(0, i -> i < 12, i -> i + 1)
                .map(i -> passages("erases-" + i).get(i));
    }

    @ParameterizedTest
    @MethodSource("hidden")
    void what_is_hidden_is_in_no_public_output_and_back_when_it_is_shown_again(Marked marked) {
        record(marked.incident());
        assertThat(publicOutputs(marked)).as("before").contains(marked.word());
        Response before = given().get("/api/v1/cases/" + marked.incident() + "-case");

        assertThat(redactions.hide(marked.passage(), new Grounds("privacy", "", EDITOR), Optional.empty()))
                .isTrue();
        assertThat(redactions.hide(marked.passage(), new Grounds("privacy", "", EDITOR), Optional.empty()))
                .isFalse();

        assertThat(publicOutputs(marked)).as("hidden").doesNotContain(marked.word());
        assertThat(exportRecord.file(marked.incident(), LATER).text()).contains(marked.word());
        assertRevalidates(before, marked);

        assertThat(redactions.show(marked.passage(), new Grounds("error", "", EDITOR)))
                .isTrue();
        assertThat(publicOutputs(marked)).as("shown again").contains(marked.word());
        assertThat(database.list(
                        "SELECT 1 FROM document_veil JOIN change USING (sequence) WHERE slug LIKE ?",
                        row -> true,
                        marked.incident() + "%"))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("erased")
    void what_is_erased_is_nowhere(Marked marked) {
        record(marked.incident());
        assertThat(publicOutputs(marked)).as("before").contains(marked.word());
        assertThat(tables()).contains(marked.word());
        Response before = given().get("/api/v1/cases/" + marked.incident() + "-case");
        TextFile backup = exportRecord.file(marked.incident(), LATER);
        List<RecordChange> changes = changes(marked.incident());

        erase.erase(marked.passage(), new Grounds("privacy", "It named a child.", EDITOR));

        assertThat(publicOutputs(marked)).as("public").doesNotContain(marked.word());
        assertThat(tables()).as("tables").doesNotContain(marked.word());
        assertThat(exportRecord.file(marked.incident(), LATER).text())
                .as("export")
                .doesNotContain(marked.word());
        assertThat(exportRecord.file(marked.incident(), Instant.now()).text()).doesNotContain(marked.word());
        assertRevalidates(before, marked);
        assertThat(changes(marked.incident()))
                .extracting(RecordChange::sequence)
                .startsWith(changes.stream().map(RecordChange::sequence).toArray(Long[]::new));
        assertThat(changes(marked.incident())).extracting(RecordChange::action).containsAnyOf("redacted", "retracted");
        assertThat(changes(marked.incident()).stream()
                        .filter(change -> change.replaced().isPresent()))
                .isNotEmpty()
                .allSatisfy(change ->
                        assertThat(changes).extracting(RecordChange::digest).contains(change.digest()));

        List<RecordChange> after = changes(marked.incident());
        erase.erase(marked.passage(), new Grounds("privacy", "Again.", EDITOR));
        assertThat(changes(marked.incident())).isEqualTo(after);
        assertThatThrownBy(() -> redactions.show(marked.passage(), new Grounds("error", "", EDITOR)))
                .hasMessageContaining("gone for good");
        assertThatThrownBy(() -> importRecord.files(List.of(backup)))
                .as("an old file does not bring it back")
                .hasMessageNotContaining(marked.word());
        assertThat(tables()).as("tables after an old file").doesNotContain(marked.word());
    }

    @Test
    void a_line_whose_text_is_hidden_still_counts_and_a_hidden_line_does_not() {
        record("counts");
        when().get("/api/v1/cases/counts-case").then().body("status", equalTo("restored"));

        redactions.hide(Passage.text("counts-case", "e2"), new Grounds("safety", "", EDITOR), Optional.empty());
        when().get("/api/v1/cases/counts-case")
                .then()
                .body("status", equalTo("restored"))
                .body("timeline.find { it.id == 'e2' }.redacted.what", equalTo("text"))
                .body("timeline.find { it.id == 'e2' }.extent", equalTo("full"))
                .body("timeline.find { it.id == 'e2' }.containsKey('text')", equalTo(false));

        redactions.hide(Passage.entry("counts-case", "e2"), new Grounds("safety", "", EDITOR), Optional.empty());
        when().get("/api/v1/cases/counts-case")
                .then()
                .body("status", equalTo("restricted"))
                .body("restrictions[0].state", equalTo("in-force"))
                .body("timeline.find { it.id == 'e2' }.redacted.reason", equalTo("safety"))
                .body("timeline.find { it.id == 'e2' }.containsKey('extent')", equalTo(false));
        when().get("/api/v1/incidents/counts").then().body("cases[0].status", equalTo("restricted"));

        redactions.hide(Passage.entry("counts-case", "r1"), new Grounds("safety", "", EDITOR), Optional.empty());
        when().get("/api/v1/cases/counts-case")
                .then()
                .body("status", equalTo("unknown"))
                .body("restrictions", equalTo(List.of()));
        when().get("/cases/counts-case").then().statusCode(200);
    }

    @Test
    void what_is_hidden_until_a_day_shows_again_after_it() {
        record("until");
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        Passage text = Passage.text("until-case", "r1");

        redactions.hide(text, new Grounds("safety", "", EDITOR), Optional.of(today));
        assertThatThrownBy(
                        () -> redactions.hide(text, new Grounds("safety", "", EDITOR), Optional.of(today.minusDays(1))))
                .hasMessageContaining("expected a last day from");

        redactions.lapse(today);
        assertThat(redactions.of(text)).isPresent();
        redactions.lapse(today.plusDays(1));
        assertThat(redactions.of(text)).isEmpty();
        assertThat(redactions.lapse(today.plusDays(1))).isZero();
        assertThat(given().get("/api/v1/cases/until-case").asString()).contains(word("text", "until"));
    }

    @Test
    void the_captures_that_only_an_erased_line_cited_are_told() {
        record("captures");

        Set<Digest> captures = erase.erase(Passage.entry("captures-case", "e1"), new Grounds("privacy", "", EDITOR));

        assertThat(captures).containsExactly(capture("captures"));
        assertThat(erase.erase(Passage.entry("captures-case", "e1"), new Grounds("privacy", "", EDITOR)))
                .isEmpty();
    }

    @Test
    void a_retracted_case_is_gone_from_everything_that_is_public() {
        record("retracts");
        long restrictions = total("restrictions");
        long cases = record.numbers().cases();
        CaseFilter listed = CaseFilter.all().with("incident", "retracts,hides,zoom-june-fourth-2020");
        long all = listed(listed);
        assertThat(listed(listed)).as("remembered").isEqualTo(all);

        assertThat(retract.retract("retracts-case", new Grounds("error", "It was another account.", EDITOR)))
                .isTrue();
        assertThat(retract.retract("retracts-case", new Grounds("error", "It was another account.", EDITOR)))
                .isFalse();

        when().get("/api/v1/cases/retracts-case")
                .then()
                .statusCode(410)
                .body("gone", equalTo("retracted"))
                .body("reason", equalTo("error"))
                .body("slug", equalTo("retracts-case"));
        Response page = given().get("/cases/retracts-case");
        assertThat(page.statusCode()).isEqualTo(410);
        assertThat(page.asString()).contains("withdrawn", "It was wrong.").doesNotContain("sentinel-");
        assertThat(given().get("/incidents/retracts").statusCode()).isEqualTo(410);
        assertThat(given().get("/api/v1/incidents/retracts").statusCode()).isEqualTo(410);
        assertThat(total("restrictions")).isEqualTo(restrictions - 1);
        assertThat(record.numbers().cases()).isEqualTo(cases - 1);
        assertThat(listed(listed)).isEqualTo(all - 1);
        assertThat(changes("retracts")).extracting(RecordChange::action).endsWith("retracted", "retracted");
        assertThat(exportRecord.file("retracts", LATER).text()).contains("verification: retracted");
    }

    /** The total that a list of these tells on its first page. */
    private long listed(CaseFilter filter) {
        return record.caseDocuments(filter, Order.LATEST, Optional.empty(), Optional.empty(), 1)
                .total()
                .orElseThrow();
    }

    @Test
    void whoever_redacts_while_others_write_loses_nothing_and_shows_nothing() throws Exception {
        record("busy");
        ExecutorService threads = Executors.newFixedThreadPool(6);
        try {
            List<Future<?>> work = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                work.add(threads.submit(() -> add.add(
                        "busy-case",
                        List.of(),
                        free -> List.of(
                                new Context(head(free.next("e"), "2020-06-20", "Another line.", List.of("paper")))))));
                work.add(threads.submit(() -> redactions.hide(
                        Passage.text("busy-case", "r1"), new Grounds("safety", "", EDITOR), Optional.empty())));
            }
            work.add(threads.submit(
                    () -> erase.erase(Passage.entry("busy-case", "e1"), new Grounds("privacy", "", EDITOR))));
            for (Future<?> each : work) {
                each.get();
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(record.findCase("busy-case").orElseThrow().timeline()).hasSize(3 + 6);
        for (Marked marked : passages("busy")) {
            if (Set.of("text", "court", "disputed", "entry", "cited").contains(marked.name())) {
                assertThat(publicOutputs(marked)).as(marked.name()).doesNotContain(marked.word());
            }
        }
        assertThat(tables()).doesNotContain(word("entry", "busy"), word("cited", "busy"));
    }

    @Test
    void nobody_else_can_overwrite_a_fact_nor_erase_what_was_not_ordered() {
        record("guarded");

        assertThatThrownBy(() -> database.change("UPDATE entry SET text = 'x' WHERE case_slug = 'guarded-case'"))
                .hasMessageContaining("refused");
        assertThatThrownBy(() ->
                        database.list("SELECT erase('entry', 'guarded-case', 'r1', '{}', '{}', now())", row -> true))
                .hasMessageContaining("nothing orders");
        erase.erase(Passage.text("guarded-case", "r1"), new Grounds("privacy", "", EDITOR));
        assertThatThrownBy(() -> database.change("UPDATE entry SET text = 'x' WHERE case_slug = 'guarded-case'"))
                .hasMessageContaining("refused");
        assertThatThrownBy(() -> database.change("DELETE FROM redaction")).hasMessageContaining("refused");
    }

    private static void assertRevalidates(Response before, Marked marked) {
        Response after = given().redirects()
                .follow(false)
                .header("If-None-Match", before.header("ETag"))
                .get("/api/v1/cases/" + marked.incident() + "-case");
        if (marked.passage().what() == Passage.What.WORDING) {
            return; // it stands in the incident alone
        }
        assertThat(after.statusCode()).isIn(200, 410);
        assertThat(after.header("ETag"))
                .isNotEqualTo(before.header("ETag"))
                .isEqualTo("\"" + Digest.of(after.asByteArray()) + "\"");
        assertThat(after.header("Cache-Control")).isEqualTo("public, max-age=60");
    }

    private String publicOutputs(Marked marked) {
        String slug = marked.incident() + "-case";
        StringBuilder all = new StringBuilder();
        for (String path : List.of(
                "/api/v1/cases/" + slug,
                "/api/v1/cases/" + slug + "?asOf=" + LocalDate.now(ZoneOffset.UTC),
                "/api/v1/cases/" + slug + "?asOf="
                        + LocalDate.now(ZoneOffset.UTC).plusDays(1),
                "/api/v1/cases?limit=500",
                "/api/v1/incidents/" + marked.incident(),
                "/api/v1/incidents?limit=500",
                "/api/v1/changes?limit=500",
                "/api/v1/platforms/zoom",
                "/api/v1/statistics?count=restrictions&by=demandedBy,topic",
                "/api/v1/statistics?count=cases&by=demandedBy,topic",
                "/api/v1/statistics/latency?by=demandedBy&verification=reported,corroborated",
                "/reports/restrictions-by-month",
                "/reports/restrictions-by-month.csv",
                "/reports/restrictions-by-month.json",
                "/feeds/cases.atom",
                "/feeds/cases.json?incident=" + marked.incident(),
                "/api/v1/cases/" + slug + "/citation?format=apa",
                "/cases/" + slug + "?asOf=" + LocalDate.now(ZoneOffset.UTC),
                "/",
                "/cases",
                "/cases/" + slug,
                "/incidents/" + marked.incident(),
                "/platforms/zoom")) {
            all.append(given().get(path).asString());
        }
        Response found = given().queryParam("q", marked.word()).get("/api/v1/cases");
        all.append(found.jsonPath().getLong("total") > 0 ? "found: " + marked.word() : "");
        for (LocalDate asOf : List.of(
                LocalDate.now(ZoneOffset.UTC), LocalDate.now(ZoneOffset.UTC).plusDays(1))) {
            Response searched = given().queryParam("q", marked.word())
                    .queryParam("asOf", asOf.toString())
                    .get("/api/v1/search");
            all.append(searched.jsonPath().getList("hits").isEmpty() ? "" : "searched: " + marked.word());
        }
        all.append(given().queryParam("q", marked.incident()).get("/cases").asString());
        changes(marked.incident()).forEach(change -> all.append(versionAt(change)));
        return all.append(newestBulkFiles()).toString();
    }

    /** The set before the last change is among them, as it was made again. */
    private String newestBulkFiles() {
        bulk.make();
        StringBuilder all = new StringBuilder();
        bulk.all().stream().limit(2).forEach(set -> set.files().stream()
                .filter(file -> !file.name().endsWith(".parquet"))
                .forEach(file -> all.append(
                        given().get("/bulk/" + set.name() + "/" + file.name()).asString())));
        return all.toString();
    }

    /** A version as a reader gets it who asks for the record as of the moment after it. */
    private String versionAt(RecordChange change) {
        Document version = queries.asOf(
                        change.kind(), change.slug(), change.recorded().plusMillis(1))
                .orElseThrow();
        assertThat(Digest.of(version.body())).isEqualTo(version.digest());
        return new String(version.body(), StandardCharsets.UTF_8);
    }

    private List<RecordChange> changes(String incident) {
        List<RecordChange> all = new ArrayList<>();
        for (List<RecordChange> some = record.changes(0, 500); !some.isEmpty(); ) {
            all.addAll(some);
            some = record.changes(some.get(some.size() - 1).sequence(), 500);
        }
        return all.stream()
                .filter(change ->
                        change.slug().equals(incident) || change.slug().equals(incident + "-case"))
                .toList();
    }

    private long total(String dataSet) {
        return given().get("/reports/restrictions-by-month.json").jsonPath().getLong("total");
    }

    private String tables() {
        List<String> names = database.list(
                "SELECT quote_ident(table_name) FROM information_schema.tables"
                        + " WHERE table_schema = 'public' AND table_type = 'BASE TABLE'",
                row -> row.getString(1));
        assertThat(names).contains("entry", "document", "redaction", "document_veil");
        StringBuilder all = new StringBuilder();
        for (String name : names) {
            // a document is bytes, which t::text gives in hexadecimal
            String columns = Set.of("document", "document_veil").contains(name)
                    ? "t::text || convert_from(t.body, 'UTF8')"
                    : "t::text";
            database.list("SELECT " + columns + " FROM " + name + " t", row -> row.getString(1))
                    .forEach(all::append);
        }
        return all.toString();
    }

    private static Digest capture(String incident) {
        return Digest.of("a capture of " + incident);
    }

    private static Conflict conflict(String incident) {
        return new Conflict(
                word("conflict", incident),
                List.of(
                        new Conflict.Value("One day", List.of("paper")),
                        new Conflict.Value("Another " + word("conflict", incident), List.of("second"))));
    }

    private static Head head(String id, String date, String text, List<String> sources) {
        return new Head(id, EdtfDate.parse(date), text, sources, List.of(), Optional.empty());
    }

    /** An incident in which every passage has its own word, in two versions. */
    private void record(String incident) {
        String slug = incident + "-case";
        importRecord.files(List.of(new TextFile(incident + ".yaml", """
                incident: %1$s
                title: A title with %2$s
                summary: A summary with %3$s
                sources:
                - { id: paper, publisher: %4$s, title: Closed, url: "https://paper.example/%5$s", published: null, language: en }
                - { id: second, publisher: Second, title: Too, url: "https://second.example/1", published: null, language: en }
                cases:
                - case: %1$s-case
                  platform: zoom
                  subject: { kind: account, name: Somebody %6$s, url: null, based-in: US, topics: [] }
                  entries:
                  - type: restriction-imposed
                    id: r1
                    date: "2020-06-07"
                    measure: DECISION_ACCOUNT_SUSPENDED
                    scope: [ worldwide ]
                    demanded-by: { court: Court %7$s }
                    text: It was closed, %8$s.
                    sources: [ paper ]
                    disputed:
                    - { field: date, value: "%9$s", sources: [ second ] }
                """.formatted(
                        incident,
                        word("title", incident),
                        word("summary", incident),
                        word("publisher", incident),
                        word("address", incident),
                        word("subject", incident),
                        word("court", incident),
                        word("text", incident),
                        word("disputed", incident)))));
        add.add(
                slug,
                List.of(new Source(
                        "only",
                        "Only here",
                        word("cited", incident),
                        Optional.of("https://only.example/1"),
                        Optional.empty(),
                        "en",
                        Optional.of(capture(incident)))),
                free -> List.of(
                        new Context(head(free.next("e"), "2020-06-08", word("entry", incident), List.of("only"))),
                        new RestrictionLifted(
                                head(free.next("e"), "2020-06-10", "It came back.", List.of("second")),
                                List.of("r1"),
                                "full",
                                "unknown")));
        add.addConflict(slug, conflict(incident));
    }
}
