package org.lacuna.publication.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BlocksTest {
    @Test
    void a_version_carries_a_mark_for_the_block_of_each_size() {
        assertThat(Blocks.marks(100_000)).containsExactly(" b0/24", " b1/3", " b2/0", " b3/0");
    }

    @Test
    void the_last_blocks_are_as_many_of_one_size_as_hold_what_is_wanted() {
        assertThat(Blocks.before(100_000, 1).marks()).containsExactly(" b0/24");
        assertThat(Blocks.before(100_000, 3 * 4_096 + 5).marks()).containsExactly(" b0/22", " b0/23", " b0/24");
        assertThat(Blocks.before(1_000_000, 70_000).marks()).containsExactly(" b1/29", " b1/30");
        assertThat(Blocks.before(1_000_000, 70_000).start()).isEqualTo(29 * 32_768);
    }

    @Test
    void what_is_most_of_the_record_needs_no_mark() {
        Optional<String> word = Optional.of("word");

        assertThat(Blocks.before(5_000, Long.MAX_VALUE).start()).isZero();
        assertThat(Blocks.before(5_000, Long.MAX_VALUE).within(word, 5_000)).isEqualTo("word");
        assertThat(Blocks.before(5_000, Long.MAX_VALUE).within(word, 90_000)).isEqualTo("word & (' b3/0')");
        assertThat(Blocks.before(5_000, Long.MAX_VALUE).within(Optional.empty(), 5_000))
                .isEqualTo("(' b3/0')");
        assertThat(Blocks.before(9_000, 4_096).within(word, 9_000)).isEqualTo("word & (' b0/2')");
    }

    @Test
    void every_version_below_the_number_and_from_the_start_on_carries_one_of_the_marks() {
        Random chance = new Random(7);
        for (int turn = 0; turn < 10_000; turn++) {
            long upper = 1 + (long) (chance.nextDouble() * 50_000_000);
            Blocks.Run run = Blocks.before(upper, 1L << chance.nextInt(40));

            assertThat(run.start()).isBetween(0L, upper - 1);
            assertThat(run.marks()).hasSizeBetween(1, 8);
            for (long sequence : List.of(run.start(), upper - 1, (run.start() + upper) / 2)) {
                assertThat(Blocks.marks(sequence)).containsAnyElementsOf(run.marks());
            }
            if (run.start() > 0) {
                assertThat(Blocks.marks(run.start() - 1)).doesNotContainAnyElementsOf(run.marks());
            }
        }
    }
}
