package org.lacuna.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.lacuna.statistics.CrossCount.Combination;
import org.lacuna.statistics.GroupedCount.Group;

class GroupedCountTest {
    private static final GroupedCount COUNT = GroupedCount.of(
            List.of("platform", "scope"),
            List.of(
                    new Combination(List.of(List.of("zoom"), List.of("CN")), 7),
                    new Combination(List.of(List.of("zoom"), List.of("CN", "HK")), 5),
                    new Combination(List.of(List.of("linkedin"), List.of()), 2)));

    @Test
    void groups_are_ordered_and_a_unit_with_two_values_stands_in_two() {
        assertThat(COUNT.groups())
                .containsExactly(
                        new Group(List.of("linkedin", "none"), 2, false),
                        new Group(List.of("zoom", "CN"), 12, false),
                        new Group(List.of("zoom", "HK"), 5, false));
        assertThat(COUNT.total()).as("each unit once").isEqualTo(14);
    }

    @Test
    void a_value_and_all_others_make_the_whole() {
        assertThat(COUNT.where("scope", "HK").total()).isEqualTo(5);
        assertThat(COUNT.except("scope", "HK").total()).isEqualTo(9);
        assertThat(COUNT.where("scope", "none").total()).isEqualTo(2);
        assertThat(COUNT.where("platform", "zoom").where("scope", "CN").total()).isEqualTo(12);
    }

    @Test
    void values_are_in_order_and_none_is_the_last_and_no_value() {
        assertThat(COUNT.values("scope")).containsExactly("CN", "HK", "none");
        assertThat(COUNT.different("scope")).isEqualTo(2);
        assertThat(COUNT.mostFirst("platform")).containsExactly("zoom", "linkedin");
    }

    @Test
    void nothing_is_counted_as_nothing() {
        GroupedCount nothing = GroupedCount.of(List.of("platform"), List.of());
        assertThat(nothing.groups()).isEmpty();
        assertThat(nothing.total()).isZero();
        assertThat(nothing.isEmpty()).isTrue();
    }

    @Test
    void what_is_withheld_is_in_no_total() {
        GroupedCount told = COUNT.withholdingBelow(5);
        assertThat(told.total()).as("the two of LinkedIn are in no sum").isEqualTo(12);
        assertThat(told.few()).isTrue();
        assertThat(told.where("platform", "linkedin").groups())
                .containsExactly(new Group(List.of("linkedin", "none"), 0, true));
        assertThat(told.where("platform", "zoom").few()).isFalse();
    }

    @Test
    void a_column_that_is_not_counted_by_is_refused() {
        assertThatThrownBy(() -> COUNT.where("month", "2020-06"))
                .hasMessageContaining("expected one of the columns [platform, scope], found 'month'");
        assertThatThrownBy(() -> GroupedCount.of(
                        List.of("month"), List.of(new Combination(List.of(List.of("a"), List.of("b")), 1))))
                .hasMessageContaining("expected values of the columns [month]");
    }
}
