package org.lacuna.cases;

import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.lacuna.shared.Digest;
import org.lacuna.shared.EdtfDate;
import org.lacuna.shared.TextFile;

@QuarkusTest
class EditedCaseTest {
    private static final UUID EDITOR = UUID.randomUUID();
    private static final Instant LATER = Instant.parse("2999-01-01T00:00:00Z");

    @Inject
    ImportRecord importRecord;

    @Inject
    ExportRecord exportRecord;

    @Inject
    AddEntries add;

    @Inject
    VerifyCase verify;

    @Inject
    DescribeSubject describe;

    @Inject
    RecordReply reply;

    @Inject
    Objections objections;

    @Inject
    NamedPersons named;

    @Inject
    Cases cases;

    @Test
    void entries_of_every_type_are_added_with_their_source_and_are_public_at_once() {
        given("edit-add");
        Source second = new Source(
                "second",
                "Another Paper",
                "It is back",
                Optional.of("https://another.example/1"),
                Optional.of(LocalDate.parse("2020-06-10")),
                "en",
                Optional.of(Digest.of("a capture")));

        List<String> ids = add.add("edit-add-case", List.of(second), free -> {
            String lifted = free.next("e");
            return List.of(
                    new RestrictionLifted(head(lifted, "2020-06-10"), List.of("r1"), "partial", "press-inquiry"),
                    new RestrictionChanged(
                            head(free.next("e"), "2020-06-09"),
                            "r1",
                            Optional.of("DECISION_VISIBILITY_CONTENT_DISABLED"),
                            Optional.of(new Scope(List.of("CN"))),
                            Optional.of(new Rule(
                                    "Local law",
                                    "https://zoom.example/rules",
                                    Optional.of(Digest.of("the rule that day"))))),
                    new Statement(head(free.next("e"), "2020-06-08"), "platform", Optional.of("local-law")),
                    new Appeal(
                            new Head(
                                    free.next("e"),
                                    EdtfDate.parse("2020-06-08"),
                                    "What happened.",
                                    List.of("second"),
                                    List.of(),
                                    Optional.empty()),
                            "filed"),
                    new Context(head(free.next("e"), "2020-06")),
                    new Testimony(head(free.next("e"), "2020-06-07")),
                    new Pressure(head(free.next("e"), "2020-06-07"), "family-threat", true),
                    new Correction(head(free.next("e"), "2020-06-12"), lifted));
        });

        assertThat(ids).containsExactly("e1", "e2", "e3", "e4", "e5", "e6", "e7", "e8");
        when().get("/api/v1/cases/edit-add-case")
                .then()
                .body("status", equalTo("partially-restored"))
                .body("restrictions[0].scope[0]", equalTo("CN"))
                .body("timeline.find { it.id == 'e2' }.rule.title", equalTo("Local law"))
                .body("timeline.find { it.id == 'e7' }", equalTo(null))
                .body(
                        "sources.find { it.id == 'edit-add/second' }.archived",
                        equalTo(Digest.of("a capture").toString()));
        when().get("/cases/edit-add-case").then().body(containsString("https://zoom.example/rules"));
    }

    @Test
    void an_entry_that_names_what_is_not_there_is_refused_and_leaves_nothing() {
        given("edit-dangling");

        for (Entry wrong : List.of(
                new RestrictionLifted(head("e1", "2020-06-10"), List.of("r9"), "full", "unknown"),
                new Correction(head("e1", "2020-06-10"), "e77"),
                new Context(new Head(
                        "e1", EdtfDate.parse("2020-06-10"), "Text.", List.of("nobody"), List.of(), Optional.empty())),
                new RestrictionLifted(head("e1", "2019-01-01"), List.of("r1"), "full", "unknown"),
                new Context(head("e1", "2020-06-10").recordedAt(Instant.parse("2020-01-01T00:00:00Z"))))) {
            assertThatThrownBy(() -> add.add("edit-dangling-case", List.of(), free -> List.of(wrong)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith("expected ")
                    .hasMessageNotContaining("What happened.");
        }
        assertThat(known("edit-dangling").entries()).hasSize(1);
        assertThatThrownBy(() -> add.add("no-such-case", List.of(), free -> List.of()))
                .hasMessageContaining("no-such-case");
    }

    @Test
    void an_id_that_two_editors_chose_is_given_to_one_of_them() {
        given("edit-twice");
        Entry one = new Context(head("e1", "2020-06-08"));
        Entry other = new Context(new Head(
                "e1", EdtfDate.parse("2020-06-09"), "Something else.", List.of("paper"), List.of(), Optional.empty()));
        add.add("edit-twice-case", List.of(), free -> List.of(one));
        add.add("edit-twice-case", List.of(), free -> List.of(one));

        assertThatThrownBy(() -> add.add("edit-twice-case", List.of(), free -> List.of(other)))
                .isInstanceOf(RecordIncident.AlreadyRecorded.class)
                .hasMessageNotContaining("Something else");
        assertThat(known("edit-twice").entries()).hasSize(2);
    }

    @Test
    void a_level_is_set_with_its_reasons_and_only_the_short_one_is_public() {
        given("edit-verify");

        verify.verify(
                "edit-verify-case",
                Verification.VERIFIED,
                "reason-for-the-desk: called the office",
                Optional.of("An editor saw the notice."),
                EDITOR);

        when().get("/api/v1/cases/edit-verify-case")
                .then()
                .body("verification", equalTo("verified"))
                .body("verificationReason", equalTo("An editor saw the notice."))
                .body(not(containsString("reason-for-the-desk")));
        when().get("/cases/edit-verify-case").then().body(containsString("An editor saw the notice."));
        verify.verify("edit-verify-case", Verification.DISPUTED, "They contradict it.", Optional.empty(), EDITOR);
        assertThat(verify.history("edit-verify-case"))
                .extracting(VerifyCase.Checked::level)
                .containsExactly(Verification.DISPUTED, Verification.VERIFIED, Verification.REPORTED);
        when().get("/api/v1/cases/edit-verify-case").then().body("verificationReason", equalTo(null));
        assertThatThrownBy(() ->
                        verify.verify("edit-verify-case", Verification.RETRACTED, "No.", Optional.empty(), EDITOR))
                .hasMessageContaining("retract");
        assertThatThrownBy(
                        () -> verify.verify("edit-verify-case", Verification.VERIFIED, " ", Optional.empty(), EDITOR))
                .hasMessageContaining("reason");
    }

    @Test
    void a_subject_and_an_incident_are_described_anew() {
        given("edit-subject");

        describe.describe(
                "edit-subject-case",
                new Subject("channel", "Another name", Optional.empty(), Optional.of("DE"), List.of("topic")));
        describe.word("edit-subject-case", "A better title", "A better summary.");

        when().get("/api/v1/cases/edit-subject-case")
                .then()
                .body("title", equalTo("Another name: channel on Zoom"))
                .body("subject.basedIn", equalTo("DE"));
        when().get("/api/v1/incidents/edit-subject").then().body("title", equalTo("A better title"));
        when().get("/api/v1/cases?q=a better summary").then().body("cases.slug", equalTo(List.of("edit-subject-case")));
    }

    @Test
    void a_reply_of_the_platform_says_that_its_channel_was_checked_and_not_how() {
        given("edit-reply");

        String id = reply.record(
                "edit-reply-case",
                new RecordReply.Reply(
                        EdtfDate.parse("2020-06-20"),
                        "Zoom says it was a mistake.",
                        Optional.of("error"),
                        Optional.empty(),
                        List.of()),
                "how-for-the-desk: called back the press office",
                EDITOR);

        when().get("/api/v1/cases/edit-reply-case")
                .then()
                .body("timeline.find { it.id == '" + id + "' }.channel", equalTo("checked"))
                .body("timeline.find { it.id == '" + id + "' }.by", equalTo("platform"))
                .body(not(containsString("how-for-the-desk")));
        when().get("/cases/edit-reply-case")
                .then()
                .body(containsString("sent to us by the platform through a checked channel"));
        assertThat(reply.channel("edit-reply-case", id))
                .contains(new RecordReply.Channel("how-for-the-desk: called back the press office", EDITOR));
        assertThat(reply.channel("edit-reply-case", "r1")).isEmpty();
        assertThatThrownBy(() -> new Statement(
                        head("e9", "2020-06-20"),
                        "government",
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of("checked")))
                .hasMessageContaining("by the platform");
    }

    @Test
    void an_objection_waits_until_it_is_answered_and_nothing_of_it_is_public() {
        given("edit-objection");

        UUID id = objections.raise("edit-objection-case", "asked-for-the-desk: take my name out", EDITOR);

        assertThat(objections.open()).extracting(Objections.Objection::id).contains(id);
        when().get("/api/v1/cases/edit-objection-case").then().body(not(containsString("asked-for-the-desk")));
        objections.answer(id, "We did.", EDITOR);
        assertThat(objections.open()).extracting(Objections.Objection::id).doesNotContain(id);
        assertThat(objections.of("edit-objection-case")).singleElement().satisfies(each -> {
            assertThat(each.answer()).contains("We did.");
            assertThat(each.open()).isFalse();
            assertThat(each.answered()).isPresent();
        });
        assertThatThrownBy(() -> objections.answer(id, "Again.", EDITOR)).hasMessageContaining("found none");
        assertThatThrownBy(() -> objections.raise("no-such-case", "Please.", EDITOR))
                .hasMessageContaining("no-such-case");
    }

    @Test
    void why_a_living_person_may_be_named_is_noted_for_the_desk_and_the_latest_counts() {
        given("edit-named");
        assertThat(named.of("edit-named-case")).isEmpty();

        named.note("edit-named-case", NamedPersons.Basis.UNDECIDED, EDITOR);
        named.note("edit-named-case", NamedPersons.Basis.CONSENTED, EDITOR);

        assertThat(named.of("edit-named-case").orElseThrow().basis()).isEqualTo(NamedPersons.Basis.CONSENTED);
        assertThat(NamedPersons.Basis.of("public-figure-own-statement"))
                .isEqualTo(NamedPersons.Basis.PUBLIC_FIGURE_OWN_STATEMENT);
        when().get("/api/v1/cases/edit-named-case").then().body(not(containsString("consented")));
    }

    @Test
    void a_rule_and_a_checked_channel_stand_in_a_file_and_come_back_the_same() {
        given("edit-file");
        add.add(
                "edit-file-case",
                List.of(),
                free -> List.of(new Statement(
                        head(free.next("e"), "2020-06-08"),
                        "platform",
                        Optional.of("terms-violation"),
                        Optional.of(new Rule("Terms", "https://zoom.example/terms", Optional.of(Digest.of("terms")))),
                        Optional.of("checked"))));
        String file = exportRecord.file("edit-file", LATER).text();
        assertThat(file).contains("rule:", "title: Terms", "channel: checked");

        String renamed = file.replace("edit-file", "edit-again");
        importRecord.files(List.of(new TextFile("edit-again.yaml", renamed)));

        assertThat(exportRecord.file("edit-again", LATER).text()).isEqualTo(renamed);
        assertThatThrownBy(() -> importRecord.files(List.of(new TextFile(
                        "edit-wrong.yaml",
                        file.replace("edit-file", "edit-wrong")
                                .replace("title: Terms", "title: Terms\n      page: 3")))))
                .hasMessageContaining("unknown key 'page'");
    }

    private void given(String incident) {
        importRecord.files(List.of(new TextFile(incident, RecordRoundTripTest.small(incident, incident + "-case"))));
    }

    private Case known(String incident) {
        return cases.incident(incident).orElseThrow().cases().get(0);
    }

    private static Head head(String id, String date) {
        return new Head(id, EdtfDate.parse(date), "What happened.", List.of("paper"), List.of(), Optional.empty());
    }
}
