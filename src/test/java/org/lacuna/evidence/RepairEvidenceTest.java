package org.lacuna.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lacuna.fetch.Answer;
import org.lacuna.shared.Digest;
import org.netpreserve.jwarc.WarcReader;

class RepairEvidenceTest {
    @TempDir
    private Path folder;

    @Test
    void wherever_the_last_exchange_is_cut_short_the_earlier_ones_stay_and_are_indexed() throws IOException {
        EvidenceForTests source = new EvidenceForTests(folder.resolve("source"));
        EvidenceStore store = source.store();
        Digest first = store.keep(Exchanges.page("first"));
        Digest second = store.keepAll(List.of(new Keeping(notModified(), Optional.of(first))))
                .get(0);
        Digest last = store.keep(Exchanges.redirected("last"));
        long start = store.where(last).orElseThrow().offset();
        Path file = store.where(last).orElseThrow().done();
        store.close();
        byte[] bytes = Files.readAllBytes(file);
        EvidenceForTests crashed = new EvidenceForTests(folder.resolve("crashed"));
        String name = source.folder.relativize(file).toString();
        Path open = crashed.folder.resolve(name + WarcFile.OPEN);
        Files.createDirectories(open.getParent());
        for (int length = (int) start; length <= bytes.length; length++) {
            Files.write(open, Arrays.copyOf(bytes, length));
            crashed.index.rows.clear();
            long whole = new Reindexing(crashed.index).reindex(open, name, 0);
            boolean uncut = length == bytes.length;
            assertThat(whole).as("cut after %s bytes", length).isEqualTo(uncut ? bytes.length : start);
            assertThat(crashed.index.rows.keySet())
                    .as("cut after %s bytes", length)
                    .isEqualTo(uncut ? Set.of(first, second, last) : Set.of(first, second));
        }
        assertThat(crashed.index.rows).as("as they were written").isEqualTo(source.index.rows);
        for (int missing : List.of(0, 1, bytes.length - (int) start)) {
            Files.write(open, Arrays.copyOf(bytes, bytes.length - missing));
            crashed.index.rows.clear();
            new RepairEvidence(crashed.folder, crashed.index).repair();
            assertThat(crashed.files()).singleElement().satisfies(repaired -> assertThat(repaired)
                    .hasFileName(file.getFileName().toString())
                    .hasSize(missing == 0 ? bytes.length : start));
            assertThat(crashed.store().find(second).orElseThrow().text()).isEqualTo("first");
            assertThat(crashed.store().find(last).isPresent()).isEqualTo(missing == 0);
        }
    }

    @Test
    void a_file_of_zeros_or_nothing_goes() throws IOException {
        EvidenceForTests crashed = new EvidenceForTests(folder);
        Files.write(folder.resolve("a.warc.gz.open"), new byte[5000]);
        Files.write(folder.resolve("b.warc.gz.open"), new byte[0]);
        new RepairEvidence(folder, crashed.index).repair();
        assertThat(crashed.files()).isEmpty();
    }

    @Test
    void what_is_indexed_is_never_cut_even_if_it_is_damaged() throws IOException {
        EvidenceForTests evidence = new EvidenceForTests(folder);
        EvidenceStore store = evidence.store();
        Digest damaged = store.keep(Exchanges.page("damaged"));
        Digest good = store.keep(Exchanges.page("good"));
        Place place = store.where(damaged).orElseThrow();
        store.close();
        byte[] bytes = Files.readAllBytes(place.done());
        bytes[(int) place.offset() + 40] ^= 1;
        Files.delete(place.done());
        Files.write(place.file(), bytes);
        new RepairEvidence(folder, evidence.index).repair();
        assertThat(place.done()).hasSize(bytes.length);
        assertThat(store.find(good)).isPresent();
    }

    @Test
    void the_file_of_a_living_process_is_left_alone() throws IOException {
        EvidenceForTests evidence = new EvidenceForTests(folder);
        EvidenceStore store = evidence.store();
        Digest digest = store.keep(Exchanges.page("first"));
        new RepairEvidence(folder, evidence.index).repair();
        assertThat(store.where(digest).orElseThrow().file().toString()).endsWith(".open");
        store.keep(Exchanges.page("second"));
        store.close();
    }

    @Test
    void what_a_killed_process_had_kept_is_found_after_the_repair() throws Exception {
        Path told = folder.resolve("told");
        Process killed = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        KeepsUntilKilled.class.getName(),
                        folder.resolve("evidence").toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .redirectOutput(told.toFile())
                .start();
        Awaitility.await().until(() -> Files.size(told) > 50 * 72);
        EvidenceForTests evidence = new EvidenceForTests(folder.resolve("evidence"));
        new RepairEvidence(evidence.folder, evidence.index).repair();
        assertThat(evidence.index.rows).as("it lives, and its lock holds").isEmpty();
        killed.destroyForcibly();
        assertThat(killed.waitFor(10, TimeUnit.SECONDS)).isTrue();
        new RepairEvidence(evidence.folder, evidence.index).repair();
        EvidenceStore store = evidence.store();
        List<String> digests = Files.readAllLines(told);
        // the last line may be cut short itself
        for (String line : digests.subList(0, digests.size() - 1)) {
            assertThat(store.find(Digest.parse(line)).orElseThrow().status()).isEqualTo(200);
        }
        assertThat(evidence.files()).hasSize(1);
        try (WarcReader reader = new WarcReader(evidence.files().get(0))) {
            assertThat(reader.records()
                            .filter(record -> record.type().equals("response"))
                            .count())
                    .isEqualTo(evidence.index.rows.size());
        }
    }

    /** Keeps exchanges and tells their digests until it is killed. */
    static final class KeepsUntilKilled {
        public static void main(String[] arguments) {
            EvidenceStore store = new EvidenceForTests(Path.of(arguments[0])).store();
            for (int i = 0; ; i++) {
                store.keepAll(List.of(
                                Keeping.whole(Exchanges.page("page " + i)),
                                Keeping.whole(Exchanges.redirected("page " + i + " too"))))
                        .forEach(digest -> System.out.println(digest));
                System.out.flush();
            }
        }
    }

    private static Answer notModified() {
        return Exchanges.answer(
                Exchanges.ANSWERED,
                304,
                "Not Modified",
                Instant.parse("2026-11-23T00:00:00Z"),
                new byte[0],
                "ETag: \"1\"");
    }
}
