package org.lacuna.desk.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lacuna.cases.Case;
import org.lacuna.cases.Cases;
import org.lacuna.cases.Head;
import org.lacuna.cases.RestrictionImposed;
import org.lacuna.cases.Scope;
import org.lacuna.cases.Status;
import org.lacuna.cases.Subject;
import org.lacuna.desk.door.DeskRole;
import org.lacuna.desk.door.Visitor;
import org.lacuna.intake.AddToSubmission;
import org.lacuna.intake.ClosingReason;
import org.lacuna.intake.ItemKind;
import org.lacuna.intake.SubmissionId;
import org.lacuna.intake.SubmissionWithdrawn;
import org.lacuna.intake.Submissions;
import org.lacuna.intake.marks.Campaign;
import org.lacuna.intake.marks.Likeness;
import org.lacuna.intake.marks.Report;
import org.lacuna.intake.marks.SubjectMarks;
import org.lacuna.lead.Lead;
import org.lacuna.lead.LeadFound;
import org.lacuna.observation.ChangeConfirmed;
import org.lacuna.observation.SubjectId;
import org.lacuna.observation.Told;
import org.lacuna.observation.Vantage;
import org.lacuna.page.SentForm;
import org.lacuna.shared.CountingDatabase;
import org.lacuna.shared.Database;
import org.lacuna.shared.Digest;
import org.lacuna.shared.EdtfDate;
import org.lacuna.shared.Outcome;

@QuarkusTest
class QueueTest {
    private static final List<Report> REAL = Report.real();

    @Inject
    Incoming incoming;

    @Inject
    ShowQueue queue;

    @Inject
    ShowLine lines;

    @Inject
    ActOnLine act;

    @Inject
    ChangeRanking ranking;

    @Inject
    RuleQueries rules;

    @Inject
    Remind remind;

    @Inject
    ItemQueries items;

    @Inject
    Submissions submissions;

    @Inject
    AddToSubmission adding;

    @Inject
    SubjectMarks marks;

    @Inject
    Likeness likeness;

    @Inject
    OpenHeading heading;

    @Inject
    Cases cases;

    @Inject
    Event<ChangeConfirmed> changes;

    @Inject
    Event<LeadFound> leads;

    @Inject
    Event<SubmissionWithdrawn> withdrawals;

    @Inject
    Database database;

    @Inject
    DataSource source;

    @Inject
    Clock clock;

    private Incoming.Known editor;

    @BeforeEach
    void empty() {
        incoming.empty();
        editor = incoming.editor();
    }

    @Test
    void a_submission_stands_there_under_its_subject_for_whoever_has_a_key_and_closed_for_others() {
        incoming.send(REAL.get(12));

        assertThat(open().lines()).singleElement().satisfies(line -> {
            assertThat(line.heading()).isEqualTo("https://github.com/opennotes/wall-archive");
            assertThat(line.platform()).contains("GitHub");
        });
        assertThat(queue.page(Filter.OPEN, editor.id(), Optional.empty(), 1).lines())
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.heading()).startsWith("Closed");
                    assertThat(line.platform()).isEmpty();
                });
    }

    @Test
    void nothing_that_a_person_told_stands_in_the_queue_or_in_the_marks() {
        incoming.send(REAL.get(12));
        String all = String.join("\n", database.list("SELECT q::text FROM queue_item q", row -> row.getString(1)))
                + database.list("SELECT m::text FROM submission_mark m", row -> row.getString(1));

        assertThat(all).contains("submission").doesNotContain("opennotes", "wall-archive", "github", "ministry");
    }

    @Test
    void six_spellings_of_one_subject_stand_in_one_line_and_the_same_name_elsewhere_does_not() {
        for (String spelling : List.of(
                "https://x.com/lantern_house",
                "http://www.twitter.com/Lantern_House/?s=20",
                "@LANTERN_HOUSE",
                "lantern_house",
                "l\u0430ntern_h\u043Euse",
                "their account @lantern_house on X")) {
            incoming.send(new Report("en", "x", spelling, UUID.randomUUID() + " happened in a text of its own"));
        }
        incoming.send(new Report("en", "youtube", "@lantern_house", "Something else altogether on another platform"));

        assertThat(open().lines()).extracting(line -> line.line().items()).containsExactlyInAnyOrder(6L, 1L);
    }

    @Test
    void what_the_crawler_confirmed_stands_in_the_line_of_the_report_about_it_and_lifts_it() {
        incoming.send(REAL.get(12));
        incoming.send(REAL.get(8));
        confirm("github", "opennotes/wall-archive", Outcome.AVAILABLE, Outcome.WITHHELD, Optional.empty());

        ShownLine first = open().lines().get(0);
        assertThat(first.line().items()).isEqualTo(2);
        assertThat(first.heading()).contains("from available to withheld, and there is no public case");
        assertThat(first.points()).anySatisfy(point -> {
            assertThat(point.rule()).isEqualTo(Rule.CONFIRMED);
            assertThat(point.points()).isEqualTo("20");
        });
        assertThat(open().lines()).hasSize(2);
    }

    @Test
    void a_subject_that_changes_again_stands_there_once_as_it_was_seen_last() {
        confirm("x", "queue_flapping", Outcome.AVAILABLE, Outcome.SUSPENDED, Optional.empty());
        confirm("x", "queue_flapping", Outcome.SUSPENDED, Outcome.AVAILABLE, Optional.empty());

        assertThat(open().lines()).singleElement().satisfies(line -> assertThat(line.heading())
                .contains("from suspended to available"));
    }

    @Test
    void a_change_that_fits_the_status_of_its_case_makes_no_task_and_one_that_contradicts_it_does() {
        Told gone = told(Outcome.SUSPENDED);
        Told there = told(Outcome.AVAILABLE);

        assertThat(Contradiction.between(Status.RESTRICTED, gone)).isEmpty();
        assertThat(Contradiction.between(Status.RESTORED, there)).isEmpty();
        assertThat(Contradiction.between(Status.RESTRICTED, there))
                .contains("the case says restricted, the crawler saw it available");
        assertThat(Contradiction.between(Status.RESTORED, gone)).isPresent();
        assertThat(Contradiction.between(Status.UNKNOWN, gone)).isPresent();
        assertThat(Contradiction.between(Status.PARTIALLY_RESTORED, told(Outcome.WITHHELD)))
                .isEmpty();
    }

    @Test
    void a_lead_about_the_subject_of_a_report_joins_it_and_others_of_one_feed_share_a_line() {
        incoming.send(REAL.get(12));
        lead("Gazette", "A wall archive is withheld", Optional.of(new Lead.About("github", "opennotes/wall-archive")));
        for (int i = 0; i < 40; i++) {
            lead("Gazette", "Somebody was banned " + i, Optional.empty());
        }

        assertThat(open().lines()).extracting(line -> line.line().items()).containsExactlyInAnyOrder(2L, 40L);
    }

    @Test
    void who_writes_again_comes_back_even_after_the_decision_until_an_editor_has_read_it() {
        SubmissionId id = SubmissionId.parse(incoming.send(REAL.get(12)));
        submissions.close(id, ClosingReason.NOT_A_REPORT);
        assertThat(open().lines()).isEmpty();
        assertThat(decided().lines()).hasSize(1);

        adding.text(id, ItemKind.FROM_PERSON, "one more thing");
        assertThat(open().lines()).singleElement().satisfies(line -> {
            assertThat(line.shown().get(0).says()).contains("the person wrote again");
            assertThat(line.points()).anyMatch(point -> point.rule() == Rule.WROTE_AGAIN);
        });
        submissions.lookAt(id);
        assertThat(open().lines()).isEmpty();

        adding.text(id, ItemKind.FROM_EDITOR, "an answer");
        assertThat(open().lines()).as("an editor's own message").isEmpty();
    }

    @Test
    void what_is_taken_back_leaves_no_mark_behind() {
        SubmissionId id = SubmissionId.parse(incoming.send(REAL.get(12)));
        withdrawals.fire(new SubmissionWithdrawn(id, List.of()));

        assertThat(open().lines()).isEmpty();
        assertThat(database.list("SELECT 1 FROM submission_mark UNION SELECT 1 FROM submission_band", row -> true))
                .isEmpty();
        assertThat(database.list("SELECT subject_mark FROM queue_item", row -> Optional.ofNullable(row.getString(1))))
                .containsExactly(Optional.empty());
    }

    @Test
    void marks_are_forgotten_some_time_after_the_decision() {
        SubmissionId id = SubmissionId.parse(incoming.send(REAL.get(12)));
        submissions.close(id, ClosingReason.NOT_A_REPORT);
        remind.forget();
        assertThat(marked()).isEqualTo(1);
        database.change("UPDATE queue_item SET decided_on = decided_on - 61");
        remind.forget();
        assertThat(marked()).isZero();
    }

    @Test
    void a_line_is_assigned_as_it_stands_and_what_comes_later_is_nobodys() {
        incoming.send(REAL.get(0));
        UUID line = open().lines().get(0).line().id();
        act.assign(line, editor.id());
        assertThat(open().lines().get(0).line().assigned()).isPresent();
        assertThat(of("mine")).hasSize(1);
        assertThat(of("nobody")).isEmpty();

        incoming.send(REAL.get(1));
        assertThat(of("nobody")).hasSize(1);
        act.release(line, editor.id());
        assertThat(of("mine")).isEmpty();
    }

    @Test
    void a_snoozed_line_is_away_until_its_day_but_a_new_report_about_it_is_not() {
        incoming.send(REAL.get(0));
        UUID line = open().lines().get(0).line().id();
        act.snooze(line, editor.id(), today().plusDays(7));
        assertThat(open().lines()).isEmpty();
        Filter snoozed = Filter.of("snoozed", "", "", "");
        assertThat(queue.page(snoozed, editor.id(), Optional.empty(), 1).lines())
                .hasSize(1);

        incoming.send(REAL.get(1));
        assertThat(open().lines())
                .singleElement()
                .satisfies(shown -> assertThat(shown.line().items()).isEqualTo(1));
        database.change("UPDATE queue_item SET snoozed_until = ?", today());
        assertThat(open().lines().get(0).line().items()).isEqualTo(2);
        assertThat(acts("snoozed-tasks")).isEqualTo(1);
    }

    @Test
    void filters_find_a_kind_and_a_platform() {
        incoming.send(REAL.get(8));
        confirm("x", "queue_filtered", Outcome.AVAILABLE, Outcome.SUSPENDED, Optional.empty());

        assertThat(found("open", "change", "", "")).hasSize(1);
        assertThat(found("open", "submission", "", "")).hasSize(1);
        assertThat(found("open", "lead", "", "")).isEmpty();
        assertThat(found("open", "", "", "x")).hasSize(1);
        assertThat(found("open", "", "", "zoom"))
                .as("what people told says no platform until it is opened")
                .isEmpty();
        assertThat(found("no such state", "nor kind", "'; DROP TABLE", "-- ")).hasSize(2);
    }

    @Test
    void a_rule_that_an_editor_changes_moves_lines_and_leaves_a_trace() {
        incoming.send(REAL.get(8));
        lead("Gazette", "Something was banned", Optional.empty());
        assertThat(open().lines().get(0).heading()).startsWith("Gazette");
        Rule.Weight before = rules.weights().get(Rule.LEAD);

        ranking.change(editor.id(), Rule.LEAD, new Rule.Weight(-5, 5), "feeds are noisy this week");
        try {
            assertThat(open().lines().get(1).heading()).startsWith("Gazette");
            assertThat(open().lines().get(1).line().score()).isEqualTo(-5);
            assertThat(rules.history().get(0).reason()).isEqualTo("feeds are noisy this week");
            assertThat(acts("changed-ranking")).isEqualTo(1);
            assertThatThrownBy(() -> database.change("UPDATE queue_rule SET weight = 1"))
                    .hasMessageContaining("refused");
        } finally {
            ranking.change(editor.id(), Rule.LEAD, before, "back");
        }
        assertThatThrownBy(() -> new Rule.Weight(Double.NaN, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Rule.Weight(1, -1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void the_explanation_of_a_score_adds_up_to_it() {
        incoming.send(REAL.subList(0, 6));
        incoming.send(new Campaign(5).template(20));
        database.change("UPDATE queue_item SET opened = opened - 3");

        assertThat(open().lines()).isNotEmpty().allSatisfy(line -> {
            double sum = 0;
            for (Line.Points each : line.points()) {
                sum += Double.parseDouble(each.points());
            }
            assertThat(sum).isCloseTo(line.line().score(), Offset.offset(0.05));
        });
    }

    @Test
    void copies_are_closed_together_and_what_was_decided_meanwhile_stays() {
        List<String> sent = incoming.send(new Campaign(7).template(9));
        submissions.publish(SubmissionId.parse(sent.get(0)), "queue-published", List.of("r1"));
        for (ShownLine line : open().lines()) {
            for (ShowLine.Copies copies :
                    lines.all(line.line().id(), Filter.State.OPEN).copies()) {
                List<UUID> chosen =
                        Stream.of(copies.ids().split(" ")).map(UUID::fromString).toList();
                act.close(line.line().id(), chosen, editor.id(), ClosingReason.NOT_A_REPORT, "one campaign");
            }
        }
        assertThat(open().lines()).isEmpty();
        assertThat(submissions
                        .find(SubmissionId.parse(sent.get(0)))
                        .orElseThrow()
                        .state()
                        .word())
                .isEqualTo("published");
        assertThat(acts("closed-submission")).isEqualTo(8);
    }

    @Test
    void a_restriction_that_nobody_checked_for_thirty_days_reminds_until_it_is_checked() {
        remind.remind();
        assertThat(found("open", "reminder", "", ""))
                .as("the founding record has just been written")
                .isEmpty();

        DueReminders later =
                new DueReminders(today().plusDays(40), Period.ofDays(30), Period.ofMonths(6), Period.ofDays(21));
        List<PublicItem> due = cases.all().stream()
                .flatMap(incident -> incident.cases().stream())
                .filter(each -> each.isPublic())
                .flatMap(each -> later.of(each, today(), Optional.empty()).stream())
                .filter(item -> item.ref().startsWith("unchecked/"))
                .toList();
        assertThat(due).hasSizeGreaterThan(3);
        QuarkusTransaction.requiringNew().run(() -> due.forEach(items::put));
        assertThat(found("open", "reminder", "", ""))
                .as("housekeeping stands in one line")
                .hasSize(1);

        remind.remind();
        assertThat(found("open", "reminder", "", ""))
                .as("what is no longer so settles itself")
                .isEmpty();
    }

    @Test
    void a_deadline_reminds_while_an_appeal_is_still_possible() {
        LocalDate imposed = LocalDate.parse("2026-06-10");
        Case each = new Case(
                "queue-deadline",
                Optional.of("x"),
                new Subject("account", "A", Optional.empty(), Optional.empty(), List.of()),
                Optional.empty(),
                List.of(new RestrictionImposed(
                        new Head("r1", EdtfDate.of(imposed), "Suspended.", List.of(), List.of(), Optional.empty()),
                        "DECISION_ACCOUNT_SUSPENDED",
                        new Scope(List.of("worldwide")),
                        Optional.empty(),
                        Optional.empty())),
                List.of());

        assertThat(refs(each, "2026-11-18")).isEmpty();
        assertThat(refs(each, "2026-11-19")).containsExactly("appeal/queue-deadline/r1");
        assertThat(refs(each, "2026-12-10")).containsExactly("appeal/queue-deadline/r1");
        assertThat(refs(each, "2026-12-11")).isEmpty();
    }

    @Test
    void a_page_of_ten_thousand_things_takes_few_queries_whatever_waits() {
        Report template = REAL.get(12);
        incoming.send(template);
        int few = queries(0);
        database.change("""
                INSERT INTO queue_item (id, kind, ref, line, copies, subject_mark, opened)
                SELECT gen_random_uuid(), 'submission', gen_random_uuid()::text, mark, gen_random_uuid(), mark, current_date - n % 60
                FROM (SELECT n, md5((n % 4000)::text)::uuid AS mark FROM generate_series(1, 10000) n) many
                """);
        database.change("ANALYZE queue_item");
        assertThat(queries(0)).isEqualTo(few).isLessThanOrEqualTo(6);
        assertThat(queries(1))
                .as("with a key, two for each line at most")
                .isLessThanOrEqualTo(6 + 2 * LineQueries.SIZE);
        assertThat(queue.page(Filter.OPEN, editor.id(), Optional.empty(), 1).total())
                .isEqualTo(4001);
        List<String> plan = database.list(
                "EXPLAIN SELECT * FROM queue_item q WHERE q.line = ANY (SELECT md5('7')::uuid) AND q.open",
                row -> row.getString(1));
        assertThat(String.join("\n", plan)).contains("Index");
    }

    @Test
    void every_page_can_be_rendered() {
        incoming.send(REAL.subList(0, 6));
        incoming.send(new Campaign(9).template(30));
        confirm("x", "queue_rendered", Outcome.AVAILABLE, Outcome.SUSPENDED, Optional.empty());
        Visitor visitor =
                new Visitor(UUID.randomUUID(), editor.id(), "somebody", Set.of(DeskRole.SENIOR), false, false, "token");
        ShowQueue.Page page = open();
        String html = QueuePage.Templates.queue(
                        visitor, new QueuePage.View(page.lines(), page.total(), Filter.OPEN, 1, List.of()))
                .render();
        assertThat(html)
                .contains("accesskey=\"1\"", "name=\"form-token\" value=\"token\"", "One text, varied, about", "<bdi>");
        page.lines().forEach(line -> {
            ShowLine.All all = lines.all(line.line().id(), Filter.State.OPEN);
            assertThat(LinePage.Templates.line(
                                    visitor,
                                    new LinePage.View(
                                            line.line().id(),
                                            Filter.State.OPEN,
                                            all.copies(),
                                            all.items(),
                                            List.of(ClosingReason.values())),
                                    SentForm.empty())
                            .render())
                    .contains(all.items() + " in all");
        });
        assertThat(RankingPage.Templates.ranking(
                                visitor,
                                new RankingPage.View(
                                        List.of(new RankingPage.Shown(Rule.WAITS, "1", "14")), rules.history()),
                                SentForm.empty())
                        .render())
                .contains(Rule.WAITS.sentence());
    }

    private int queries(int withKey) {
        AtomicInteger count = new AtomicInteger();
        Database counting = CountingDatabase.over(source, count);
        ShowQueue counted = new ShowQueue(
                new MarkPublicItems(new ItemQueries(counting, clock), marks),
                new LineQueries(counting, clock),
                new RuleQueries(counting, clock),
                likeness,
                heading);
        counted.page(Filter.OPEN, editor.id(), withKey == 0 ? Optional.empty() : Optional.of(editor.key()), 1);
        return count.get();
    }

    private static List<String> refs(Case each, String day) {
        LocalDate today = LocalDate.parse(day);
        return new DueReminders(today, Period.ofDays(30), Period.ofMonths(6), Period.ofDays(21))
                .of(each, today, Optional.empty()).stream().map(PublicItem::ref).toList();
    }

    private ShowQueue.Page open() {
        return queue.page(Filter.OPEN, editor.id(), Optional.of(editor.key()), 1);
    }

    private ShowQueue.Page decided() {
        return queue.page(Filter.of("decided", "", "", ""), editor.id(), Optional.empty(), 1);
    }

    private List<ShownLine> of(String whose) {
        return found("open", "", whose, "");
    }

    private List<ShownLine> found(String state, String kind, String whose, String platform) {
        return queue.page(Filter.of(state, kind, whose, platform), editor.id(), Optional.empty(), 1)
                .lines();
    }

    private void confirm(String platform, String subject, Outcome from, Outcome to, Optional<String> slug) {
        changes.fire(new ChangeConfirmed(
                new SubjectId(platform, subject),
                URI.create("https://" + platform + ".example/" + subject),
                slug,
                told(from),
                told(to),
                clock.instant()));
    }

    private static Told told(Outcome outcome) {
        return new Told(
                outcome,
                List.of(),
                Optional.empty(),
                Instant.parse("2026-11-01T00:00:00Z"),
                List.of(Vantage.direct(Optional.empty())),
                List.of(),
                List.of(Digest.of("evidence")));
    }

    private void lead(String feed, String title, Optional<Lead.About> about) {
        leads.fire(new LeadFound(new Lead(
                UUID.randomUUID(),
                feed,
                title,
                URI.create("https://gazette.example/" + UUID.randomUUID()),
                Optional.empty(),
                "en",
                List.of("ban"),
                about)));
    }

    private long acts(String action) {
        return database.first(
                        "SELECT count(*) FROM audit_line WHERE who = ? AND action = ?",
                        row -> row.getLong(1),
                        editor.id(),
                        action)
                .orElseThrow();
    }

    private long marked() {
        return database.first("SELECT count(*) FROM submission_mark", row -> row.getLong(1))
                .orElseThrow();
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
