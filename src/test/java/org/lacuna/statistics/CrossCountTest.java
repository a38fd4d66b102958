package org.lacuna.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.lacuna.statistics.CrossCount.Cell;
import org.lacuna.statistics.CrossCount.Combination;

class CrossCountTest {
    @Test
    void a_unit_is_in_a_cell_for_each_of_its_values_and_once_in_each_denominator() {
        CrossCount count = new CrossCount(List.of(
                units(3, List.of("zoom"), List.of("CN", "HK")),
                units(2, List.of("zoom"), List.of("CN")),
                units(1, List.of("x"), List.of("IN"))));

        assertThat(count.total()).isEqualTo(6);
        assertThat(count.cells())
                .containsExactly(cell(1, 1, "x", "IN"), cell(5, 5, "zoom", "CN"), cell(3, 5, "zoom", "HK"));
    }

    @Test
    void a_unit_with_several_values_of_both_is_in_every_pair() {
        CrossCount count = new CrossCount(List.of(units(1, List.of("a", "b"), List.of("1", "2"))));

        assertThat(count.cells())
                .containsExactly(
                        cell(1, 1, "a", "1"), cell(1, 1, "a", "2"), cell(1, 1, "b", "1"), cell(1, 1, "b", "2"));
    }

    @Test
    void what_has_no_value_has_a_cell_of_its_own_and_it_comes_last() {
        CrossCount count = new CrossCount(List.of(units(4, List.of()), units(2, List.of("US"))));

        assertThat(count.cells()).containsExactly(cell(2, 6, "US"), new Cell(List.of(Optional.empty()), 4, 6));
    }

    @Test
    void the_same_value_twice_is_counted_once() {
        assertThat(new CrossCount(List.of(units(1, List.of("a", "a")))).cells()).containsExactly(cell(1, 1, "a"));
    }

    @Test
    void of_nothing_there_are_no_cells() {
        assertThat(new CrossCount(List.of()).cells()).isEmpty();
        assertThat(new CrossCount(List.of()).total()).isZero();
    }

    @SafeVarargs
    private static Combination units(long count, List<String>... values) {
        return new Combination(List.of(values), count);
    }

    private static Cell cell(long count, long of, String... values) {
        return new Cell(Stream.of(values).map(Optional::of).toList(), count, of);
    }
}
