package org.lacuna.evidence.copies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lacuna.evidence.copies.Copy.Made;
import org.lacuna.evidence.copies.Copy.NotMade;
import org.lacuna.evidence.copies.Copy.Reason;
import org.lacuna.evidence.files.FileKind;
import org.lacuna.evidence.files.Samples;

/** What a worker may do, and what happens to its caller when it does something else. */
class WorkerTest {
    @Test
    void it_works_here() {
        assertThat(new PublicFileCopies(Limits.usual()).worksHere()).isTrue();
    }

    @Test
    void a_worker_that_takes_too_long_is_killed() throws IOException {
        PublicFileCopies hasty = new PublicFileCopies(Limits.usual().time(Duration.ofMillis(30)));

        assertThat(hasty.make(png(), FileKind.PNG)).isEqualTo(new NotMade(Reason.TOO_LONG));

        await().atMost(Duration.ofSeconds(10)).until(() -> workers() == 0);
    }

    @Test
    @Timeout(30)
    void a_worker_that_waits_for_an_original_that_never_ends_is_killed() throws IOException {
        PublicFileCopies copies = new PublicFileCopies(Limits.usual().time(Duration.ofSeconds(3)));
        InputStream slow = new InputStream() {
            @Override
            public int read() {
                return 'a';
            }

            @Override
            public int read(byte[] into, int from, int length) throws IOException {
                try {
                    Thread.sleep(50);
                } catch (InterruptedException stopped) {
                    throw new IOException(stopped);
                }
                into[from] = 'a';
                return 1;
            }
        };

        assertThat(copies.make(slow, FileKind.TEXT)).isEqualTo(new NotMade(Reason.TOO_LONG));
    }

    @Test
    void a_worker_that_needs_more_memory_than_it_may_have_ends_and_says_so() throws IOException {
        PublicFileCopies poor = new PublicFileCopies(Limits.usual().memory(24));
        byte[] large = Samples.encoded(Samples.picture(3_000, 4_000), "png");

        assertThat(poor.make(new ByteArrayInputStream(large), FileKind.PNG))
                .isEqualTo(new NotMade(Reason.TOO_MUCH_MEMORY));
    }

    @Test
    void a_worker_that_cannot_start_is_a_reason_and_no_exception() throws IOException {
        PublicFileCopies impossible = new PublicFileCopies(Limits.usual().memory(0.01));

        assertThat(impossible.make(png(), FileKind.PNG)).isEqualTo(new NotMade(Reason.NO_WORKER));
        assertThat(impossible.worksHere()).isFalse();
    }

    @Test
    void a_copy_that_gets_too_large_is_not_made() throws IOException {
        PublicFileCopies small = new PublicFileCopies(Limits.usual().bytes(0.0001));

        assertThat(small.make(png(), FileKind.PNG)).isEqualTo(new NotMade(Reason.TOO_LARGE));
    }

    @Test
    void an_original_that_is_larger_than_any_file_that_came_in_is_not_read_to_its_end() throws IOException {
        InputStream endless = new InputStream() {
            private long given;

            @Override
            public int read() {
                return given++ < 60_000_000 ? 'a' : -1;
            }
        };

        assertThat(new PublicFileCopies(Limits.usual()).make(endless, FileKind.TEXT))
                .isEqualTo(new NotMade(Reason.TOO_LARGE));
        assertThat(endless.read()).isEqualTo('a');
    }

    @ParameterizedTest
    @EnumSource(names = {"MP4", "WEBM"})
    void of_a_film_there_is_no_copy(FileKind film) throws IOException {
        assertThat(new PublicFileCopies(Limits.usual()).make(InputStream.nullInputStream(), film))
                .isEqualTo(new NotMade(Reason.VIDEO));
    }

    @ParameterizedTest
    @EnumSource(names = {"JPEG", "PNG", "WEBP", "PDF", "TEXT"})
    void a_file_that_is_nothing_of_the_kind_has_no_copy(FileKind kind) throws IOException {
        byte[] noise = new byte[20_000];
        new Random(3).nextBytes(noise);

        assertThat(new PublicFileCopies(Limits.usual()).make(new ByteArrayInputStream(noise), kind))
                .isEqualTo(new NotMade(Reason.UNREADABLE));
    }

    @Test
    void an_original_that_cannot_be_read_is_the_callers_failure() {
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("sealed");
            }
        };

        assertThatThrownBy(() -> new PublicFileCopies(Limits.usual()).make(broken, FileKind.PNG))
                .isInstanceOf(IOException.class)
                .hasMessage("sealed");
    }

    @Test
    void who_finds_all_workers_busy_is_told_so() throws Exception {
        PublicFileCopies one = new PublicFileCopies(Limits.usual().turns(1, Duration.ofMillis(100)));
        CountDownLatch taken = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        List<Copy> first = new ArrayList<>();
        InputStream waiting = new ByteArrayInputStream(Samples.png()) {
            @Override
            public int read(byte[] into) throws IOException {
                return read(into, 0, into.length);
            }

            @Override
            public synchronized int read(byte[] into, int from, int length) {
                taken.countDown();
                try {
                    goOn.await();
                } catch (InterruptedException stopped) {
                    Thread.currentThread().interrupt();
                }
                return super.read(into, from, length);
            }
        };
        Thread other = new Thread(() -> {
            try {
                first.add(one.make(waiting, FileKind.PNG));
            } catch (IOException impossible) {
                throw new AssertionError(impossible);
            }
        });
        other.start();
        taken.await();

        assertThat(one.make(png(), FileKind.PNG)).isEqualTo(new NotMade(Reason.BUSY));

        goOn.countDown();
        other.join();
        assertThat(first).singleElement().isInstanceOf(Made.class);
        assertThat(one.make(png(), FileKind.PNG)).isInstanceOf(Made.class);
    }

    @Test
    void a_worker_can_write_no_file(@TempDir Path folder) throws Exception {
        List<String> line = new ArrayList<>(WorkerCommand.limits(Limits.usual()));
        assumeThat(line).as("a machine without a shell has no limits").isNotEmpty();
        Path file = folder.resolve("left-behind");
        line.addAll(List.of("/bin/sh", "-c", "echo something > " + file));

        int code = new ProcessBuilder(line).start().waitFor();

        assertThat(code).isNotZero();
        assertThat(Files.exists(file) ? Files.size(file) : 0).isZero();
    }

    @Test
    void a_worker_leaves_nothing_behind() throws IOException {
        Set<String> before = names();

        for (byte[] each : List.of(Samples.pdf("Notice"), EmptyPage.pdf())) {
            new PublicFileCopies(Limits.usual()).make(new ByteArrayInputStream(each), FileKind.PDF);
        }
        new PublicFileCopies(Limits.usual().memory(24))
                .make(new ByteArrayInputStream(Samples.encoded(Samples.picture(3_000, 4_000), "png")), FileKind.PNG);

        Set<String> after = names();
        after.removeAll(before);
        assertThat(after).noneMatch(name -> name.matches(".*(imageio|pdfbox|PDFBox|hs_err|java_pid|\\+~).*"));
        assertThat(workers()).isZero();
    }

    @Test
    void a_worker_is_given_no_secret() {
        ProcessBuilder command = WorkerCommand.of(Limits.usual(), FileKind.PNG);

        assertThat(command.environment().keySet()).isSubsetOf("MALLOC_ARENA_MAX", "HOME", "SystemRoot");
        assertThat(command.command()).noneMatch(word -> word.contains("password") || word.contains("lacuna.data"));
    }

    private static InputStream png() {
        return new ByteArrayInputStream(Samples.png());
    }

    private static long workers() {
        return ProcessHandle.current()
                .descendants()
                .filter(each -> each.info().commandLine().orElse("").contains(CopyWorker.class.getName()))
                .count();
    }

    /** Of what stands where programs like to leave things. */
    private static Set<String> names() throws IOException {
        Set<String> names = new TreeSet<>();
        for (String each : List.of("java.io.tmpdir", "user.home", "user.dir")) {
            try (Stream<Path> files = Files.list(Path.of(System.getProperty(each)))) {
                files.forEach(file -> names.add(file.toString()));
            }
        }
        try (Stream<Path> files = Files.list(Path.of("/"))) {
            files.forEach(file -> names.add(file.toString()));
        }
        return names;
    }
}
