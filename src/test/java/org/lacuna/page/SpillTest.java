package org.lacuna.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpillTest {
    private static final String SENTINEL = "Quellenschutz-7f3a";

    @TempDir
    Path folder;

    private static byte[] text(int length) {
        return SENTINEL.repeat(length / SENTINEL.length() + 1)
                .substring(0, length)
                .getBytes(StandardCharsets.US_ASCII);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 1000, Spill.CHUNK - 1, Spill.CHUNK, Spill.CHUNK + 1, 3 * Spill.CHUNK + 7})
    void what_goes_in_comes_out_as_often_as_it_is_asked_for(int length) throws IOException {
        byte[] text = text(length);
        try (Spill spill = Spill.in(folder)) {
            for (int done = 0; done < length; done += 5000) {
                spill.append(Arrays.copyOfRange(text, done, Math.min(length, done + 5000)));
            }
            spill.end();
            for (int time = 0; time < 2; time++) {
                try (InputStream read = spill.read()) {
                    assertThat(read.readAllBytes()).isEqualTo(text);
                    assertThat(read.read()).isEqualTo(-1);
                }
            }
        }
    }

    @Test
    void nobody_finds_it_on_the_disk_while_it_is_open_nor_after() throws IOException {
        try (Spill spill = Spill.in(folder)) {
            spill.append(text(200_000));
            spill.end();
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.toList()) {
                    assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
                            .doesNotContain(SENTINEL);
                }
            }
            assertThat(new String(spill.stored(), StandardCharsets.ISO_8859_1)).doesNotContain("Quellen");
            assertThat(spill.stored()).hasSize(200_000 + 4 * 16);
        }
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).isEmpty();
        }
    }

    @Test
    void equal_chunks_are_closed_differently() throws IOException {
        try (Spill spill = Spill.in(folder)) {
            byte[] chunk = new byte[Spill.CHUNK];
            spill.append(chunk);
            spill.append(chunk);
            spill.end();
            byte[] stored = spill.stored();
            int each = Spill.CHUNK + 16;
            assertThat(Arrays.copyOf(stored, each)).isNotEqualTo(Arrays.copyOfRange(stored, each, 2 * each));
        }
    }

    @Test
    void what_is_not_whole_is_not_read() throws IOException {
        try (Spill spill = Spill.in(folder)) {
            spill.append(text(10));
            assertThatThrownBy(spill::read).isInstanceOf(IllegalStateException.class);
        }
    }
}
