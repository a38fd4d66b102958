package org.lacuna.intake.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What we close, other programs open, and the other way round. */
class AgeTest {
    private static final Identity MINE = Identity.draw();
    private static final byte[] TEXT = "what happened: ئەھۋال, 情况".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path folder;

    @Test
    void what_is_closed_opens_with_its_identity_alone_and_not_when_a_byte_was_altered() {
        byte[] closed = MINE.recipient().close(TEXT);
        assertThat(MINE.open(closed)).contains(TEXT);
        assertThat(Identity.draw().open(closed)).isEmpty();
        for (int i = 0; i < closed.length; i++) {
            byte[] altered = closed.clone();
            altered[i] ^= 1;
            assertThat(MINE.open(altered)).as("byte %d", i).isEmpty();
        }
        for (int length = 0; length < closed.length; length++) {
            assertThat(MINE.open(Arrays.copyOf(closed, length)))
                    .as("cut at %d", length)
                    .isEmpty();
        }
    }

    @Test
    void an_identity_shows_itself_to_no_log_and_comes_back_from_its_line() {
        assertThat(MINE.toString()).isEqualTo("an identity");
        Identity again = Identity.of(MINE.line(), MINE.recipient());
        assertThat(again.open(MINE.recipient().close(TEXT))).contains(TEXT);
        assertThat(again.whole()).isTrue();
        assertThat(Identity.of("AGE-SECRET-KEY-1NONSENSE".getBytes(StandardCharsets.US_ASCII), MINE.recipient())
                        .whole())
                .isFalse();
        assertThat(Identity.of(Identity.draw().line(), MINE.recipient()).whole())
                .isFalse();
        assertThatThrownBy(() -> new Recipient("age1")).hasMessageContaining("62 characters");
    }

    @Test
    void debian_s_age_opens_what_we_closed() throws Exception {
        byte[] long_ = new byte[200_000];
        new Random(7).nextBytes(long_);
        Path key = Files.write(folder.resolve("key.txt"), MINE.line());
        Path closed = folder.resolve("closed.age");
        try (OutputStream out = MINE.recipient().closing(Files.newOutputStream(closed))) {
            out.write(long_);
        }
        assertThat(age("-d", "-i", key.toString(), closed.toString())).isEqualTo(long_);
    }

    @Test
    void we_open_what_debian_s_age_closed() throws Exception {
        byte[] long_ = new byte[200_000];
        new Random(8).nextBytes(long_);
        Path plain = Files.write(folder.resolve("plain"), long_);
        byte[] closed = age("-r", MINE.recipient().line(), plain.toString());
        try (InputStream in = MINE.opening(new ByteArrayInputStream(closed))) {
            assertThat(in.readAllBytes()).isEqualTo(long_);
        }
    }

    private byte[] age(String... arguments) throws IOException, InterruptedException {
        assumeTrue(isThere() || "true".equals(System.getenv("CI")), "the program age is not installed here");
        String[] command = new String[arguments.length + 1];
        command[0] = "age";
        System.arraycopy(arguments, 0, command, 1, arguments.length);
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        process.getOutputStream().close();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        process.getInputStream().transferTo(out);
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isZero();
        return out.toByteArray();
    }

    private static boolean isThere() {
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "age")));
    }
}
