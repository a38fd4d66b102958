package org.lacuna.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lacuna.page.Say;
import org.lacuna.page.language.Language;
import org.lacuna.publication.PublicCase;
import org.lacuna.publication.PublicDate;
import org.lacuna.shared.EdtfDate;

class AgainstTest {
    private static final Say ENGLISH = Say.in(Language.ENGLISH);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Instant MOMENT = Instant.parse("2026-11-22T10:00:00Z");
    private static final EdtfDate DAY = EdtfDate.parse("2020-06-11");

    private static PublicCase.Line line(String id, String type, String... own) {
        return line(id, type, List.of(), own);
    }

    private static PublicCase.Line line(String id, String type, List<PublicCase.Disputed> disputed, String... own) {
        Map<String, JsonNode> fields = new HashMap<>();
        for (int i = 0; i < own.length; i += 2) {
            fields.put(own[i], JSON.valueToTree(own[i + 1]));
        }
        PublicDate date = new PublicDate(DAY, DAY.earliest(), DAY.latest());
        return new PublicCase.Line(id, type, date, "Text of " + id + ".", List.of("a/paper"), disputed, MOMENT, fields);
    }

    private static PublicCase document(List<PublicCase.Line> lines, PublicCase.Conflict... conflicts) {
        return new PublicCase(
                "example",
                "Somebody: account on Example",
                "a",
                new PublicCase.PlatformName("example", "Example"),
                new PublicCase.Subject("account", "Somebody", Optional.empty(), Optional.empty(), List.of()),
                "restricted",
                "reported",
                List.of(),
                lines,
                List.of(new PublicCase.Source(
                        "a/paper",
                        "Paper",
                        "Closed",
                        Optional.empty(),
                        Optional.empty(),
                        "en",
                        Optional.empty(),
                        Optional.empty())),
                List.of(conflicts),
                Optional.empty(),
                MOMENT,
                MOMENT,
                1,
                Optional.empty(),
                List.of(),
                List.of(),
                List.of());
    }

    private static List<Against> against(PublicCase document) {
        List<TimelineRow> rows = TimelineRow.of(document, new Notes(document.sources(), ENGLISH), ENGLISH);
        return Against.of(document.timeline().get(0), document, rows, ENGLISH);
    }

    private static PublicCase.Line said(String explanation) {
        return line("e1", "statement", "by", "platform", "explanation", explanation);
    }

    private static PublicCase.Conflict conflict(String about, String source) {
        return new PublicCase.Conflict(
                about,
                List.of(
                        new PublicCase.Conflict.Value("none", List.of(source)),
                        new PublicCase.Conflict.Value("ten", List.of("a/other"))),
                Optional.empty());
    }

    @Test
    void another_source_for_a_field_of_it_leads_to_its_own_line() {
        PublicCase.Line said = line(
                "e1",
                "statement",
                List.of(new PublicCase.Disputed("date", "2020-06-12", List.of("a/paper"))),
                "by",
                "platform",
                "explanation",
                "error");
        assertThat(against(document(List.of(said)))).singleElement().satisfies(each -> {
            assertThat(each.label()).isEqualTo("Disputed date:");
            assertThat(each.text()).isEqualTo("2020-06-12");
            assertThat(each.notes()).hasSize(1);
            assertThat(each.place()).isEqualTo("#e1");
            assertThat(each.where()).isEqualTo("line 1");
        });
    }

    @Test
    void what_was_observed_contradicts_a_denial_and_no_other_explanation() {
        PublicCase.Line seen = line("o1", "observation", "outcome", "suspended");
        PublicCase.Line open = line("o2", "observation", "outcome", "available");
        assertThat(against(document(List.of(said("denial"), open, seen))))
                .singleElement()
                .satisfies(each -> {
                    assertThat(each.label()).isEqualTo("Seen: Suspended, 11 June 2020");
                    assertThat(each.place()).isEqualTo("#o1");
                    assertThat(each.where()).isEqualTo("line 3");
                });
        assertThat(against(document(List.of(said("local-law"), open, seen)))).isEmpty();
    }

    @Test
    void a_correction_of_it_is_shown_and_that_of_another_line_is_not() {
        PublicCase.Line other = line("e2", "correction", "corrects", "r1");
        PublicCase.Line own = line("e3", "correction", "corrects", "e1");
        assertThat(against(document(List.of(said("error"), other, own))))
                .extracting(Against::label, Against::text, Against::place)
                .containsExactly(tuple("Correction of line e1", "Text of e3.", "#e3"));
    }

    @Test
    void a_conflict_is_shown_beside_the_statements_that_it_names_or_whose_sources_take_part() {
        PublicCase document = document(
                List.of(said("error")),
                conflict("number of accounts (restriction-imposed)", "a/paper"),
                conflict("data handed over (statement)", "a/paper"),
                conflict("another matter (statement)", "a/third"),
                conflict("the day of e1", "a/third"),
                conflict("the day of e11", "a/third"));
        assertThat(against(document)).extracting(Against::place).containsExactly("#conflict-2", "#conflict-4");
    }
}
