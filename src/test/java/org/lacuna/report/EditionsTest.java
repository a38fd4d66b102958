package org.lacuna.report;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lacuna.cases.ErasePassage;
import org.lacuna.cases.Grounds;
import org.lacuna.cases.ImportRecord;
import org.lacuna.cases.Passage;
import org.lacuna.desk.door.DeskBrowser;
import org.lacuna.desk.door.DeskForTests;
import org.lacuna.publication.data.Moment;
import org.lacuna.publication.editions.Edition;
import org.lacuna.publication.editions.Editions;
import org.lacuna.publication.editions.MakeEditions;
import org.lacuna.publication.editions.OrderDue;
import org.lacuna.publication.editions.RendersEditions;
import org.lacuna.shared.Database;
import org.lacuna.shared.Digest;

/** From the clock of a report to an edition that a reader can check, and to what is left of it. */
@QuarkusTest
class EditionsTest {
    private static final String REPORT = "geo-blocks";
    private static final Grounds GROUNDS = new Grounds("privacy", "", UUID.randomUUID());

    @Inject
    ImportRecord importRecord;

    @Inject
    ErasePassage erase;

    @Inject
    Editions editions;

    @Inject
    MakeEditions make;

    @Inject
    OrderDue due;

    @Inject
    RenderEditions render;

    @Inject
    WithoutFonts withoutFonts;

    @Inject
    DeskForTests desk;

    @Inject
    Database database;

    private LocalDate today;

    /** What is recorded today is told tomorrow. */
    @BeforeEach
    void tomorrow() {
        today = LocalDate.now(Clock.systemUTC());
        QuarkusMock.installMockForType(Clock.offset(Clock.systemUTC(), Duration.ofDays(1)), Clock.class);
    }

    @AfterEach
    void today() {
        QuarkusMock.installMockForType(Clock.systemUTC(), Clock.class);
    }

    private void record(String incident) {
        QuarkusMock.installMockForType(Clock.systemUTC(), Clock.class);
        importRecord.files(List.of(OneGeoBlock.of(incident)));
        tomorrow();
    }

    private Edition draft(Optional<Integer> replaces) {
        editions.order(REPORT, today, replaces);
        assertThat(make.makeOne(render)).isTrue();
        return latest();
    }

    private Edition latest() {
        int number = database.first("SELECT max(number) FROM edition WHERE report = ?", row -> row.getInt(1), REPORT)
                .orElseThrow();
        return database.first(
                        "SELECT day, sequence FROM edition WHERE report = ? AND number = ?",
                        row -> new Edition(
                                REPORT,
                                number,
                                "",
                                row.getObject(1, LocalDate.class),
                                row.getLong(2),
                                Optional.empty(),
                                Optional.empty(),
                                Instant.EPOCH,
                                Edition.State.DRAFT,
                                "",
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                List.of()),
                        REPORT,
                        number)
                .orElseThrow();
    }

    private void publish(Edition draft, String notes) {
        DeskBrowser editor = desk.loggedIn();
        assertThat(editor.post("/desk/editions/" + draft.name() + "/publish", Map.of("notes", notes, "looked", "on"))
                        .statusCode())
                .isEqualTo(303);
    }

    @Test
    void a_draft_is_public_only_when_an_editor_has_published_it() {
        record("edition-published");
        Edition draft = draft(Optional.empty());
        String page = "/reports/" + draft.name();
        given().get(page).then().statusCode(404);
        given().get(page + ".csv").then().statusCode(404);

        String name = desk.newEditorWithOwnPassword();
        DeskBrowser editor = desk.loggedIn(name);
        assertThat(editor.get("/desk/editions").asString()).contains(draft.name(), "draft");
        assertThat(editor.get("/desk/editions/" + draft.name()).asString()).contains("Who demanded them");
        Response unread = editor.post("/desk/editions/" + draft.name() + "/publish", Map.of("notes", "Not read."));
        assertThat(unread.statusCode()).isEqualTo(422);
        assertThat(unread.asString()).contains("Look at the figures first", "Not read.");
        assertThat(editor.post(
                                "/desk/editions/" + draft.name() + "/publish",
                                Map.of("notes", "One court is new <here>.", "looked", "on"))
                        .statusCode())
                .isEqualTo(303);
        assertThat(desk.audited(name)).anyMatch(line -> line.contains("published-edition"));
        assertThat(editor.post("/desk/editions/" + draft.name() + "/refuse", Map.of("why", "too late"))
                        .statusCode())
                .as("what is published cannot be refused")
                .isEqualTo(422);

        String shown = given().get(page).then().statusCode(200).extract().asString();
        assertThat(shown)
                .contains("One court is new &lt;here&gt;.", "How to recompute it", "--sequence " + draft.sequence());
        assertThat(given().get("/reports").asString()).contains("/reports/" + draft.name());
        assertThat(given().get("/reports/" + REPORT).asString()).contains("/reports/" + draft.name());
        assertThat(given().get("/").asString()).contains("Latest report", "/reports/" + draft.name());
        assertThat(given().get("/?asOf=" + today).asString())
                .as("published tomorrow")
                .doesNotContain("/reports/" + draft.name());
        assertThat(given().get("/reports?asOf=" + today).asString()).doesNotContain("/reports/" + draft.name());
    }

    @Test
    void of_a_report_about_persons_the_edition_that_stood_then_is_shown_for_a_day() {
        String report = "monitor-health";
        editions.order(report, today, Optional.empty());
        assertThat(make.makeOne(render)).isTrue();
        int number = database.first("SELECT max(number) FROM edition WHERE report = ?", row -> row.getInt(1), report)
                .orElseThrow();
        String edition = "/" + report + "/" + number;
        assertThat(desk.loggedIn()
                        .post("/desk/editions" + edition + "/publish", Map.of("notes", "", "looked", "on"))
                        .statusCode())
                .isEqualTo(303);
        Response then = given().redirects().follow(false).get("/reports/" + report + "?asOf=" + today.plusDays(1));
        assertThat(then.statusCode()).isEqualTo(302);
        assertThat(then.header("Location")).isEqualTo("/reports" + edition + "?asOf=" + today.plusDays(1));
        assertThat(given().redirects()
                        .follow(false)
                        .get("/reports/" + report + ".csv?asOf=" + today.plusDays(1))
                        .header("Location"))
                .isEqualTo("/reports" + edition + ".csv");
    }

    @Test
    void the_change_feed_names_the_digest_of_each_file() {
        record("edition-digests");
        Edition draft = draft(Optional.empty());
        publish(draft, "");
        Edition edition = editions.find(REPORT, draft.number()).orElseThrow();
        byte[] document =
                given().get("/reports/" + edition.name() + "/document.json").asByteArray();
        JsonPath change = given().get(
                        "/api/v1/changes?after=" + (edition.change().orElseThrow() - 1))
                .jsonPath();
        assertThat(change.getString("changes[0].kind")).isEqualTo("edition");
        assertThat(change.getString("changes[0].slug")).isEqualTo(edition.name());
        assertThat(change.getString("changes[0].digest"))
                .isEqualTo(Digest.of(document).toString());
        JsonPath said = JsonPath.from(new String(document));
        assertThat(said.getLong("computedAt")).isEqualTo(draft.sequence());
        for (Edition.File file : edition.files()) {
            byte[] body = given().get("/reports/" + edition.name() + "." + file.format())
                    .asByteArray();
            assertThat(Digest.of(body)).isEqualTo(file.digest());
            assertThat(said.getString("files.find { it.format == '" + file.format() + "' }.digest"))
                    .isEqualTo(file.digest().toString());
        }
        assertThatThrownBy(() -> database.change("UPDATE edition_body SET body = ''::bytea"))
                .hasMessageContaining("immutable");
        assertThatThrownBy(() -> database.change("UPDATE edition SET title = 'x'"))
                .isInstanceOf(RuntimeException.class);
    }

    @Test
    void a_redaction_that_changes_the_figures_leaves_a_tombstone_and_a_new_edition_that_links_back() {
        record("edition-redacted");
        Edition draft = draft(Optional.empty());
        publish(draft, "");
        String page = "/reports/" + draft.name();
        String digest = editions.find(REPORT, draft.number())
                .orElseThrow()
                .files()
                .get(0)
                .digest()
                .toString();

        erase.erase(Passage.entry("edition-redacted-case", "r1"), GROUNDS);

        given().get(page).then().statusCode(503);
        given().get(page + ".csv").then().statusCode(503);
        while (make.checkOne(render)) {
            // other tests' editions are in doubt as well
        }
        assertThat(given().get(page).then().statusCode(410).extract().asString())
                .contains(digest)
                .doesNotContain("Who demanded them");
        given().get(page + ".csv").then().statusCode(410);
        assertThat(database.list(
                        "SELECT 1 FROM edition_body WHERE report = ? AND number = ?", row -> 1, REPORT, draft.number()))
                .isEmpty();

        int next = 0;
        while (make.makeOne(render)) {
            next = latest().number();
            publish(latest(), "Counted again.");
        }
        Edition after = editions.of(REPORT).stream()
                .filter(edition -> edition.replaces().equals(Optional.of(draft.number())))
                .findFirst()
                .orElseThrow();
        assertThat(after.number()).isLessThanOrEqualTo(next);
        assertThat(after.sequence()).isEqualTo(draft.sequence());
        assertThat(given().get("/reports/" + after.name()).asString()).contains(page + "\"");
        assertThat(given().get(page).asString()).contains("/reports/" + after.name());
        assertThat(given().get("/api/v1/changes?after=" + draft.sequence() + "&limit=500")
                        .asString())
                .contains("\"retracted\"");
    }

    @Test
    void a_redaction_of_words_that_no_figure_rests_on_leaves_the_edition_as_it_was() {
        record("edition-of-words");
        Edition draft = draft(Optional.empty());
        publish(draft, "");
        erase.erase(Passage.text("edition-of-words-case", "r1"), GROUNDS);
        given().get("/reports/" + draft.name()).then().statusCode(503);
        while (make.checkOne(render)) {
            // other tests' editions are in doubt as well
        }
        given().get("/reports/" + draft.name()).then().statusCode(200);
    }

    @Test
    void of_two_nodes_each_edition_is_ordered_and_made_by_one() throws Exception {
        String report = "monitor-health";
        Instant now = Instant.now().plus(Duration.ofDays(1));
        database.change(
                "INSERT INTO edition_clock (report, read) VALUES (?, ?) ON CONFLICT ON CONSTRAINT edition_clock_pk"
                        + " DO UPDATE SET read = excluded.read",
                report,
                now.minus(Duration.ofDays(90)).atOffset(ZoneOffset.UTC));
        Due clock = new Due("0 0 0 * * ?");
        List<Boolean> ordered = twice(() -> due.order(report, clock::after));
        assertThat(ordered)
                .as("of the days that were missed only the last is made up for")
                .containsOnlyOnce(true);
        assertThat(due.order(report, clock::after)).as("a third asks too late").isFalse();

        List<Boolean> made = twice(() -> make.makeOne(render));
        assertThat(made).containsOnlyOnce(true);
        assertThat(database.list(
                        "SELECT number, day FROM edition WHERE report = ? AND due IS NOT NULL",
                        row -> row.getObject(2, LocalDate.class),
                        report))
                .containsExactly(today);
        assertThat(due.order(report, clock::after)).isFalse();
    }

    private static <T> List<T> twice(Callable<T> work) throws Exception {
        ExecutorService both = Executors.newFixedThreadPool(2);
        try {
            List<Future<T>> answers = both.invokeAll(List.of(work, work));
            return List.of(answers.get(0).get(), answers.get(1).get());
        } finally {
            both.shutdownNow();
        }
    }

    @Test
    void a_renderer_that_breaks_off_costs_an_edition_its_pdf_and_nothing_else() {
        RendersEditions.Made made = withoutFonts.breaksOff().render(REPORT, new Moment(today, 0));
        assertThat(made.files()).extracting(RendersEditions.File::format).containsExactly("html", "csv", "json");
    }

    @Test
    void what_is_refused_or_taken_back_is_gone() {
        Edition refused = draft(Optional.empty());
        DeskBrowser editor = desk.loggedIn();
        assertThat(editor.post("/desk/editions/" + refused.name() + "/refuse", Map.of())
                        .statusCode())
                .as("without a reason")
                .isEqualTo(422);
        assertThat(editor.post("/desk/editions/" + refused.name() + "/refuse", Map.of("why", "A wrong day."))
                        .statusCode())
                .isEqualTo(303);
        given().get("/reports/" + refused.name()).then().statusCode(404);

        Edition taken = draft(Optional.empty());
        publish(taken, "");
        assertThat(editor.post("/desk/editions/" + taken.name() + "/withdraw", Map.of("why", "A wrong rule."))
                        .statusCode())
                .isEqualTo(303);
        assertThat(given().get("/reports/" + taken.name())
                        .then()
                        .statusCode(410)
                        .extract()
                        .asString())
                .contains("An editor took this edition back");
        assertThat(editor.post("/desk/editions/" + taken.name() + "/again", Map.of("why", "Rule corrected."))
                        .statusCode())
                .isEqualTo(303);
        assertThat(make.makeOne(render)).isTrue();
        assertThat(database.first(
                        "SELECT replaces FROM edition WHERE report = ? AND number = ?",
                        row -> row.getInt(1),
                        REPORT,
                        latest().number()))
                .contains(taken.number());
    }

    @Test
    void a_day_that_is_not_over_has_no_edition() {
        assertThatThrownBy(() -> editions.order(REPORT, today.plusDays(1), Optional.empty()))
                .hasMessageContaining("expected a day before today");
        given().get("/reports/" + REPORT + "/0").then().statusCode(404);
        given().get("/reports/" + REPORT + "/99999").then().statusCode(404);
        given().get("/reports/" + REPORT + "/99999.docx").then().statusCode(404);
    }
}
