package org.lacuna.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LinesTest {
    private static final int A_PIECE = 32 * 1024;

    @Test
    void lines_are_joined_to_pieces_that_hold_whole_lines() {
        List<byte[]> lines = Stream.of(
                        "a".repeat(20_000), "b".repeat(10_000), "c".repeat(5_000), "d".repeat(100_000), "e")
                .map(line -> line.getBytes(StandardCharsets.US_ASCII))
                .toList();

        List<byte[]> pieces = Lines.joined(lines);

        assertThat(pieces).hasSize(4);
        assertThat(text(pieces.get(0))).hasLineCount(2).hasSizeLessThan(A_PIECE);
        assertThat(pieces.stream().map(LinesTest::text).collect(Collectors.joining("\n")))
                .isEqualTo(lines.stream().map(LinesTest::text).collect(Collectors.joining("\n")));
        assertThat(Lines.joined(List.of())).isEmpty();
    }

    @Test
    void a_table_is_cut_wherever_a_piece_is_full() {
        byte[] table = "x,y\n".repeat(20_000).getBytes(StandardCharsets.US_ASCII);

        List<byte[]> pieces = Lines.cut(table);

        assertThat(pieces).hasSize(3).allMatch(piece -> piece.length <= A_PIECE);
        assertThat(pieces.stream().map(LinesTest::text).collect(Collectors.joining()))
                .isEqualTo(text(table));
        assertThat(Lines.cut(new byte[0])).isEmpty();
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.US_ASCII);
    }
}
