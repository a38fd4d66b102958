package org.lacuna.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RoomForBodiesTest {
    private final RoomForBodies<String> room = new RoomForBodies<>(100);
    private final String small = "small";
    private final String large = "large";

    @Test
    void the_largest_that_arrives_gives_way() {
        assertThat(room.take(small, 10)).isEmpty();
        assertThat(room.take(large, 85)).isEmpty();
        assertThat(room.take(small, 10)).containsSame(large);
        assertThat(room.taken()).isEqualTo(20);
    }

    @Test
    void what_arrived_whole_is_counted_until_it_is_answered_and_does_not_give_way() {
        room.take(large, 95);
        room.whole(large);
        assertThat(room.take(small, 10)).containsSame(small);
        room.free(large);
        assertThat(room.taken()).isZero();
        assertThat(room.take(small, 10)).isEmpty();
    }

    @Test
    void what_is_freed_twice_is_counted_once() {
        room.take(small, 10);
        room.free(small);
        room.free(small);
        assertThat(room.taken()).isZero();
    }
}
