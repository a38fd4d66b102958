package org.lacuna.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.lacuna.statistics.GroupedCount.Group;

class GroupedCountTest {
    private static final GroupedCount COUNT = new GroupedCount(
            List.of("platform", "state"),
            List.of(
                    Map.of("platform", "zoom", "state", "lifted", "case", "a"),
                    Map.of("platform", "zoom", "state", "in-force", "case", "a"),
                    Map.of("platform", "linkedin", "state", "lifted", "case", "b"),
                    Map.of("platform", "zoom", "state", "lifted", "case", "c")));

    @Test
    void groups_are_ordered_and_add_up_to_the_total() {
        assertThat(COUNT.groups())
                .containsExactly(
                        new Group(List.of("linkedin", "lifted"), 1),
                        new Group(List.of("zoom", "in-force"), 1),
                        new Group(List.of("zoom", "lifted"), 2));
        assertThat(COUNT.groups().stream().mapToLong(Group::count).sum()).isEqualTo(COUNT.total());
    }

    @Test
    void a_value_and_all_others_make_the_whole() {
        assertThat(COUNT.where("state", "lifted").total()).isEqualTo(3);
        assertThat(COUNT.except("state", "lifted").total()).isEqualTo(1);
        assertThat(COUNT.where("state", "lifted").where("platform", "zoom").different("case"))
                .isEqualTo(2);
    }

    @Test
    void columns_that_make_no_group_can_be_asked_for() {
        assertThat(COUNT.values("platform")).containsExactly("linkedin", "zoom");
        assertThat(COUNT.different("case")).isEqualTo(3);
    }

    @Test
    void nothing_is_counted_as_nothing() {
        assertThat(new GroupedCount(List.of("platform"), List.of()).groups()).isEmpty();
    }

    @Test
    void a_row_without_a_column_is_refused() {
        assertThatThrownBy(() -> new GroupedCount(List.of("month"), COUNT.rows()))
                .hasMessageContaining("expected the columns [month]");
    }
}
