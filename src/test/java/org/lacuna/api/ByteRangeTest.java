package org.lacuna.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ByteRangeTest {
    @ParameterizedTest
    @CsvSource({"bytes=0-0,0,0", "bytes=2-5,2,5", "bytes=7-,7,9", "bytes=7-99,7,9", "bytes=-3,7,9", "bytes=-99,0,9"})
    void a_part_is_cut_to_what_there_is(String header, long from, long to) {
        assertThat(ByteRange.of(Optional.of(header), 10)).isEqualTo(new ByteRange.Part(new ByteRange(from, to)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=10-", "bytes=99-100", "bytes=-0"})
    void a_part_behind_the_end_is_not_there(String header) {
        assertThat(ByteRange.of(Optional.of(header), 10)).isEqualTo(new ByteRange.Unsatisfiable());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "bytes=-",
                "bytes=5-2",
                "bytes=0-1,3-4",
                "lines=1-2",
                "bytes=a-b",
                "bytes=99999999999999999999-"
            })
    void what_is_not_one_range_is_answered_with_the_whole(String header) {
        assertThat(ByteRange.of(Optional.of(header), 10)).isEqualTo(new ByteRange.Whole());
    }

    @Test
    void no_header_is_the_whole() {
        assertThat(ByteRange.of(Optional.empty(), 10)).isEqualTo(new ByteRange.Whole());
    }
}
