package org.lacuna.publication.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.lacuna.cases.ImportRecord;
import org.lacuna.publication.counts.Latencies;
import org.lacuna.shared.Database;
import org.lacuna.shared.TextFile;
import org.lacuna.statistics.GroupedCount;

@QuarkusTest
class DataSetsTest {
    @Inject
    DataSets dataSets;

    @Inject
    ImportRecord importRecord;

    @Inject
    Database database;

    private GroupedCount count(String dataSet, List<String> by, Map<String, String> where) {
        return dataSets.count(new Question(dataSet, by, where), dataSets.now());
    }

    private static final String TOLD = """
            incident: told-%1$s
            title: A title
            summary: A summary
            sources:
            - { id: paper, publisher: Paper, title: Closed, url: "https://paper.example/1", published: null, language: en }
            cases:
            - case: told-%1$s-case
              platform: %2$s
              subject: { kind: account, name: Somebody, url: null, based-in: US, topics: [] }
              entries:
              - type: restriction-imposed
                id: r1
                date: "2020-06-07"
                measure: DECISION_VISIBILITY_CONTENT_DISABLED
                scope: [ CN, HK ]
                demanded-by: { government: CN }
                text: It was kept from two places.
                sources: [ paper ]
                disputed: []
              - { type: statement, id: s1, date: "2020-06-08", by: platform, explanation: denial, text: No., sources: [ paper ], disputed: [] }
              - { type: statement, id: s2, date: "2020-06-09", by: platform, explanation: denial, text: No again., sources: [ paper ], disputed: [] }
              - { type: statement, id: s3, date: "2020-06-10", by: platform, explanation: error, text: An error., sources: [ paper ], disputed: [] }
            """;

    private void record(String name, String platform) {
        importRecord.files(List.of(new TextFile("told-" + name + ".yaml", TOLD.formatted(name, platform))));
    }

    @Test
    void every_data_set_can_be_counted_by_each_of_its_columns_and_by_all() {
        for (String name : dataSets.names()) {
            DataSet set = dataSets.find(name).orElseThrow();
            for (String column : set.columns()) {
                if (set.kind() == DataSet.Kind.DURATIONS) {
                    dataSets.durations(new Question(name, List.of(column), Map.of()), dataSets.now());
                } else {
                    GroupedCount by = count(name, List.of(column), Map.of());
                    if (!set.persons() && !name.equals("looked-at")) {
                        assertThat(by.total())
                                .as(name + " by " + column)
                                .isEqualTo(count(name, set.columns().subList(0, 1), Map.of())
                                        .total());
                    }
                }
            }
            if (set.kind() == DataSet.Kind.COUNTS) {
                count(name, set.columns(), Map.of());
            }
        }
        assertThat(count("cases", List.of("platform"), Map.of()).total()).isPositive();
    }

    @Test
    void a_geo_block_of_two_countries_is_in_both_and_once_in_the_total() {
        record("geo", "linkedin");
        GroupedCount here = count("geo-blocks", List.of("scope"), Map.of("incident", "told-geo"));
        assertThat(here.total()).isEqualTo(1);
        assertThat(here.values("scope")).containsExactly("CN", "HK");
    }

    private static final String CASE = """
            - case: lifts-%1$s
              platform: vimeo
              subject: { kind: account, name: Somebody, url: null, based-in: US, topics: [] }
              entries:
            """;
    private static final String IMPOSED = """
              - { type: restriction-imposed, id: %s, date: "%s", measure: DECISION_ACCOUNT_SUSPENDED, scope: [ worldwide ],
                  demanded-by: null, text: Gone., sources: [ paper ], disputed: [] }
            """;
    private static final String LIFTED = """
              - { type: restriction-lifted, id: %s, lifts: [ %s ], date: "%s", extent: %s, how: unknown, text: Back.,
                  sources: [ paper ], disputed: [] }
            """;

    private static String lifted(String name, String imposed, String lifted) {
        return CASE.formatted(name) + IMPOSED.formatted("r1", imposed) + LIFTED.formatted("e1", "r1", lifted, "full");
    }

    @Test
    void a_lift_is_counted_in_the_month_of_its_own_day_and_is_uncertain_where_several_are_open() {
        String incident = TOLD.substring(0, TOLD.indexOf("- case:")).formatted("lifts", "vimeo");
        importRecord.files(List.of(new TextFile(
                "told-lifts.yaml",
                incident
                        + lifted("days", "2019-12-30", "2020-03-02")
                        + lifted("long-before", "2019-01-01/2019-12-31", "2020-03-05")
                        + lifted("overlap", "2020-01-01/2020-12-31", "2020-04-10")
                        + lifted("month", "2020-05-20", "2020-05")
                        + lifted("months", "2020-05-20", "2020-05/2020-06")
                        + lifted("by-then", "2020-06-07", "../2020-06-11")
                        + lifted("open", "2020-06-07", "2020-06-11/..")
                        + CASE.formatted("either")
                        + IMPOSED.formatted("r1", "2020-01-01/2020-12-31")
                        + IMPOSED.formatted("r2", "2020-01-01/2020-12-31")
                        + LIFTED.formatted("e1", "r1", "2020-07-10", "full")
                        + LIFTED.formatted("e2", "r2", "2020-08-10", "full")
                        + CASE.formatted("in-part")
                        + IMPOSED.formatted("r1", "2020-06-07")
                        + LIFTED.formatted("e1", "r1", "2020-09-01", "partial")
                        + CASE.formatted("in-force")
                        + IMPOSED.formatted("r1", "2020-06-07"))));
        Map<String, String> where = Map.of("incident", "told-lifts");
        assertThat(count("lifts", List.of("liftedMonth"), where).groups())
                .containsExactly(
                        new GroupedCount.Group(List.of("2020-03"), 2, false),
                        new GroupedCount.Group(List.of("2020-04"), 1, false),
                        new GroupedCount.Group(List.of("2020-05"), 1, false),
                        new GroupedCount.Group(List.of("2020-06"), 1, false),
                        new GroupedCount.Group(List.of("2020-07"), 1, false),
                        new GroupedCount.Group(List.of("2020-08"), 1, false),
                        new GroupedCount.Group(List.of("uncertain"), 2, false));
        assertThat(count("lifts", List.of("liftedYear"), where).groups())
                .containsExactly(
                        new GroupedCount.Group(List.of("2020"), 8, false),
                        new GroupedCount.Group(List.of("uncertain"), 1, false));
        assertThat(count("restrictions", List.of("liftedMonth"), where)
                        .where("liftedMonth", GroupedCount.NONE)
                        .total())
                .as("in part is not in full, and what is in force has no month")
                .isEqualTo(2);
        assertThat(count("cases", List.of("liftedMonth"), where)
                        .where("liftedMonth", "2020-07")
                        .total())
                .isEqualTo(1);
    }

    @Test
    void only_an_explanation_that_is_another_one_is_a_change() {
        record("changed", "linkedin");
        Map<String, String> where = Map.of("incident", "told-changed");
        assertThat(count("explanations", List.of("explanation"), where).total()).isEqualTo(3);
        assertThat(count("changed-explanations", List.of("before", "after"), where)
                        .groups())
                .containsExactly(new GroupedCount.Group(List.of("denial", "error"), 1, false));
    }

    private static final String SAID = """
            incident: said-%1$s
            title: A title
            summary: A summary
            sources:
            - { id: paper, publisher: Paper, title: Closed, url: "https://paper.example/1", published: null, language: en }
            cases:
            - case: said-%1$s-case
              platform: linkedin
              subject: { kind: account, name: Somebody, url: null, based-in: US, topics: [] }
              entries:
            """;

    /** @param said date and explanation by turns */
    private Map<String, String> said(String name, String... said) {
        StringBuilder text = new StringBuilder(SAID.formatted(name));
        text.append(
                "  - { type: restriction-imposed, id: r1, date: \"2020-01-07\", measure: DECISION_ACCOUNT_SUSPENDED,"
                        + " scope: [ worldwide ], demanded-by: null, text: Closed., sources: [ paper ], disputed: [] }\n");
        for (int i = 0; i < said.length; i += 2) {
            text.append("  - { type: statement, id: s%d, date: \"%s\", by: platform, explanation: %s, text: Said.,"
                            .formatted(i, said[i], said[i + 1]))
                    .append(" sources: [ paper ], disputed: [] }\n");
        }
        importRecord.files(List.of(new TextFile("said-" + name + ".yaml", text.toString())));
        return Map.of("incident", "said-" + name);
    }

    private List<GroupedCount.Group> changes(Map<String, String> where) {
        return count("changed-explanations", List.of("before", "after"), where).groups();
    }

    private List<GroupedCount.Group> together(Map<String, String> where) {
        return count("explanations-without-order", List.of("explanation", "other"), where)
                .groups();
    }

    private static GroupedCount.Group group(String one, String other, long count) {
        return new GroupedCount.Group(List.of(one, other), count, false);
    }

    @Test
    void explanations_of_one_day_are_no_change_and_are_told_apart() {
        Map<String, String> where = said("one-day", "2020-06-11", "local-law", "2020-06-11", "government-demand");
        assertThat(changes(where)).isEmpty();
        assertThat(together(where)).containsExactly(group("government-demand", "local-law", 1));
    }

    @Test
    void dates_that_overlap_have_no_order_either() {
        Map<String, String> where = said("overlap", "2020-06", "denial", "2020-06-11", "error", "2020-07", "error");
        assertThat(changes(where)).as("in July both had been said").isEmpty();
        assertThat(together(where)).containsExactly(group("denial", "error", 1));
    }

    @Test
    void what_one_of_the_last_statements_said_already_is_no_change_later() {
        Map<String, String> where = said(
                "again",
                "2020-06-10",
                "local-law",
                "2020-06-11",
                "government-demand",
                "2020-06-11",
                "apology",
                "2020-12-18",
                "government-demand");
        assertThat(changes(where))
                .containsExactlyInAnyOrder(
                        group("local-law", "government-demand", 1), group("local-law", "apology", 1));
        assertThat(together(where)).containsExactly(group("apology", "government-demand", 1));
    }

    @Test
    void only_the_last_statements_before_count_and_the_same_said_twice_counts_once() {
        Map<String, String> where = said(
                "last", "2020-01-10", "denial", "2020-02", "error", "2020-03-01", "apology", "2020-03-01", "apology");
        assertThat(changes(where)).containsExactlyInAnyOrder(group("denial", "error", 1), group("error", "apology", 1));
    }

    @Test
    void the_founding_record_says_no_order_where_it_has_none() {
        assertThat(together(Map.of("incident", "zoom-june-fourth-2020")))
                .contains(group("apology", "government-demand", 1));
        assertThat(changes(Map.of("incident", "zoom-june-fourth-2020")))
                .noneMatch(group -> group.values().equals(List.of("government-demand", "apology")));
    }

    @Test
    void before_it_was_recorded_nothing_counts() {
        record("before", "linkedin");
        Moment now = dataSets.now();
        long first = database.first(
                        "SELECT min(sequence) FROM change WHERE slug = 'told-before-case'", row -> row.getLong(1))
                .orElseThrow();
        Question question = new Question("restrictions", List.of("state"), Map.of("incident", "told-before"));
        assertThat(dataSets.count(question, now).total()).isEqualTo(1);
        assertThat(dataSets.count(question, new Moment(now.day(), first - 1)).total())
                .isZero();
        Latencies durations =
                dataSets.durations(new Question("durations", List.of("platform"), Map.of()), new Moment(now.day(), 0));
        assertThat(durations.groups()).isEmpty();
        assertThatThrownBy(() -> dataSets.at(LocalDate.now(Clock.systemUTC()).plusDays(1)))
                .hasMessageContaining("expected a day until today");
    }

    @Test
    void what_cannot_be_asked_is_refused_with_what_can() {
        assertThatThrownBy(() -> count("everything", List.of("platform"), Map.of()))
                .hasMessageContainingAll("expected a data set out of [", "geo-blocks", "'everything'");
        assertThatThrownBy(() -> count("cases", List.of(), Map.of())).hasMessageContaining("each once, found []");
        assertThatThrownBy(() -> count("cases", List.of("weekday"), Map.of()))
                .hasMessageContainingAll("platform", "[weekday]");
        assertThatThrownBy(() -> count("cases", List.of("platform"), Map.of("colour", "red")))
                .hasMessageContaining("colour");
        assertThatThrownBy(() -> count("looks", List.of("platform"), Map.of("platform", "zoom")))
                .hasMessageContaining("[days]");
        assertThatThrownBy(() -> count("looks", List.of("platform"), Map.of("days", "many")))
                .hasMessageContaining("a number of days");
        assertThatThrownBy(() -> count("cases", List.of("platform"), Map.of("from", "the first")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void small_counts_of_what_persons_told_are_withheld_and_no_total_gives_them_back() {
        for (int i = 0; i < 7; i++) {
            database.change("""
                    INSERT INTO observation (platform, subject, url, seen, recorded, outcome, rule, why, vantage, definition,
                        engine, evidence, control)
                    VALUES (?, ?, 'https://x.example/', now() - interval '1 hour', now() - interval '1 hour', 'no-answer', null,
                        'why', 'DE/direct', 'sha256:' || repeat('0', 64), '1', null, 'none')
                    """, i < 5 ? "withheld-many" : "withheld-few", "subject-" + i);
        }
        GroupedCount looked = count("looked-at", List.of("platform"), Map.of("days", "1"));
        assertThat(looked.where("platform", "withheld-many").total()).isEqualTo(5);
        GroupedCount few = looked.where("platform", "withheld-few");
        assertThat(few.few()).isTrue();
        assertThat(few.total()).isZero();
        assertThat(looked.total())
                .as("a total over them holds only what is shown")
                .isEqualTo(looked.groups().stream()
                        .mapToLong(GroupedCount.Group::count)
                        .sum());
    }
}
