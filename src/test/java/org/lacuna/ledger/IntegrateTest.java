package org.lacuna.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.lacuna.Scratch;
import org.lacuna.ledger.merkle.Bundle;
import org.lacuna.ledger.merkle.Hash;
import org.lacuna.ledger.merkle.TilePath;
import org.lacuna.ledger.merkle.TreeHead;
import org.lacuna.ledger.note.Checkpoint;
import org.lacuna.ledger.note.NoteLine;
import org.lacuna.ledger.note.SignedNote;
import org.lacuna.shared.CanonicalJson;
import org.lacuna.shared.Database;
import org.lacuna.shared.Digest;
import org.lacuna.shared.SiteAddress;

@QuarkusTest
class IntegrateTest {
    @Inject
    Database database;

    @Inject
    LogQueries queries;

    @Inject
    ServiceKey key;

    @Inject
    LogSettings settings;

    @Inject
    SiteAddress site;

    @Inject
    Admission admission;

    @Inject
    ObjectMapper json;

    private final Path temp = Scratch.folder("log-" + UUID.randomUUID());

    /** One node: its own folder, and faults that can be ordered. */
    private final class Node {
        private final AtomicInteger signatures = new AtomicInteger();
        private Runnable beforeTiles = () -> {};
        private Runnable afterTiles = () -> {};
        private Runnable beforeSigning = () -> {};
        private Runnable beforePublishing = () -> {};
        private final LogFolder folder;
        private final Integrate integrate;

        Node(String name, Clock clock) {
            this(name, clock, Duration.ofSeconds(10));
        }

        /** @param patience of the database with one that sleeps while it signs */
        Node(String name, Clock clock, Duration patience) {
            folder = new LogFolder(temp.resolve(name)) {
                @Override
                void write(Map<TilePath, byte[]> files) {
                    beforeTiles.run();
                    super.write(files);
                    afterTiles.run();
                }

                @Override
                void publish(byte[] checkpoint) {
                    beforePublishing.run();
                    super.publish(checkpoint);
                }
            };
            LogSigner signer = new LogSigner(key, settings, site) {
                @Override
                SignedNote sign(Checkpoint checkpoint) {
                    beforeSigning.run();
                    signatures.incrementAndGet();
                    return super.sign(checkpoint);
                }
            };
            integrate =
                    new Integrate(queries, new LogTiles(queries, folder), folder, signer, admission, clock, patience);
        }

        Node(String name) {
            this(name, Clock.systemUTC());
        }

        TreeHead published() {
            SignedNote note = SignedNote.parse(folder.checkpoint().orElseThrow());
            Checkpoint checkpoint = Checkpoint.parse(note.text());
            assertThat(note.signedBy(new LogSigner(key, settings, site).key(checkpoint.origin())))
                    .isTrue();
            return checkpoint.head();
        }

        void step() {
            while (integrate.step()) {
                // more to do
            }
            integrate.release();
        }
    }

    private void add(int leaves) {
        QuarkusTransaction.requiringNew()
                .run(() -> database.list(
                        "INSERT INTO log_leaf (position, entry) SELECT next + i, convert_to('{\"text\":\"' || i || '\",\"type\":\"test\"}', 'UTF8')"
                                + " FROM log_next() next, generate_series(0, ? - 1) i RETURNING position",
                        row -> true,
                        leaves));
    }

    /** Whatever was signed, ever, is the beginning of what is published now. */
    private void noFork(Node node) {
        LogTiles tiles = new LogTiles(queries, node.folder);
        TreeHead now = node.published();
        assertThat(now).isEqualTo(queries.checkpoint().orElseThrow().head());
        assertThat(tiles.tree(now.size()).head()).isEqualTo(now);
        for (long size : database.list("SELECT size FROM log_checkpoint WHERE size > 0", row -> row.getLong(1))) {
            TreeHead earlier = queries.checkpoint(size).orElseThrow().head();
            assertThat(tiles.tree(now.size()).consistency(size).shows(earlier, now))
                    .as("%d in %d", size, now.size())
                    .isTrue();
        }
    }

    @Test
    void every_change_has_a_leaf_in_order_that_commits_to_the_salted_document() throws Exception {
        record Row(long sequence, byte[] body, String digest, byte[] entry, boolean replaced) {}
        List<Row> rows = database.list(
                """
                SELECT sequence, body, coalesce(d.digest, c.digest), entry, d.digest IS NOT NULL
                FROM change c JOIN document d USING (sequence) LEFT JOIN log_leaf l USING (sequence) ORDER BY position
                """,
                row -> new Row(row.getLong(1), row.getBytes(2), row.getString(3), row.getBytes(4), row.getBoolean(5)));
        assertThat(rows).isNotEmpty();
        assertThat(rows).extracting(Row::sequence).isSorted().doesNotHaveDuplicates();
        int salted = 0;
        for (Row row : rows) {
            JsonNode entry = json.readTree(row.entry());
            assertThat(CanonicalJson.bytes(entry)).isEqualTo(row.entry());
            assertThat(entry.path("sequence").longValue()).isEqualTo(row.sequence());
            assertThat(entry.path("digest").textValue()).matches("sha256:[0-9a-f]{64}");
            assertThat(json.readTree(row.body()).path("salt").textValue()).matches("[0-9a-f]{32}");
            // what was redacted for good since has another body and keeps its leaf
            if (!row.replaced()) {
                salted++;
                assertThat(entry.path("digest").textValue())
                        .isEqualTo(row.digest())
                        .isEqualTo(Digest.of(row.body()).toString());
            }
        }
        assertThat(salted).isGreaterThan(rows.size() / 2);
        assertThat(json.readTree(rows.get(0).body()).path("salt").textValue()).matches("[0-9a-f]{32}");
    }

    @Test
    void the_folder_is_a_log_whose_bundles_are_what_was_hashed() throws Exception {
        Node node = new Node("one");
        add(700);
        node.step();
        noFork(node);
        long size = node.published().size();
        List<byte[]> entries = new ArrayList<>();
        for (long at = 0; at < size; at += 256) {
            TilePath bundle = new TilePath(TilePath.ENTRIES, at / 256, (int) Math.min(256, size - at));
            entries.addAll(Bundle.read(Files.readAllBytes(temp.resolve("one").resolve(bundle.toString()))));
        }
        assertThat(hex(entries)).isEqualTo(hex(queries.entries(0, size)));
        Node other = new Node("another");
        other.step();
        assertThat(other.published()).isEqualTo(node.published());
        assertThat(other.signatures).hasValue(0);
    }

    /** Compared as words: a comparison that walks through each byte of a log takes half a minute. */
    private static List<String> hex(List<byte[]> entries) {
        return entries.stream().map(HexFormat.of()::formatHex).toList();
    }

    @Test
    void a_crash_anywhere_is_gone_on_from_without_a_fork() {
        Runnable crash = () -> {
            throw new IllegalStateException("crash");
        };
        new Node("crashing").step();
        for (int round = 0; round < 12; round++) {
            Node dying = new Node("crashing", Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));
            switch (round % 4) {
                case 0 -> dying.beforeTiles = crash;
                case 1 -> dying.afterTiles = crash;
                case 2 -> dying.beforeSigning = crash;
                default -> dying.beforePublishing = crash;
            }
            add(1 + round * 53);
            assertThatThrownBy(dying.integrate::step).hasMessageContaining("crash");
            dying.integrate.release();
            Node next = new Node("crashing");
            next.step();
            noFork(next);
        }
    }

    @Test
    void a_leader_that_slept_through_a_take_over_signs_nothing() throws Exception {
        for (int round = 0; round < 50; round++) {
            Node slept = new Node("slept");
            Node awake = new Node("awake");
            CountDownLatch asleep = new CountDownLatch(1);
            CountDownLatch wake = new CountDownLatch(1);
            slept.afterTiles = () -> {
                asleep.countDown();
                await(wake);
            };
            add(1);
            CompletableFuture<Boolean> sleeping = CompletableFuture.supplyAsync(slept.integrate::step);
            assertThat(asleep.await(20, TimeUnit.SECONDS)).isTrue();
            QuarkusTransaction.requiringNew().run(() -> database.change("UPDATE log_turn SET until = '-infinity'"));
            if (round % 2 == 0) {
                add(1);
            }
            awake.step();
            wake.countDown();
            sleeping.get(20, TimeUnit.SECONDS);
            assertThat(slept.signatures).hasValue(0);
            assertThat(awake.signatures).hasValue(1);
            if (round % 10 == 9) {
                noFork(awake);
                noFork(slept);
            }
        }
    }

    /** On a busy machine the database may lose its patience before the node comes so far; then it takes its turn again. */
    private static CompletableFuture<Boolean> fallenAsleep(Node node, CountDownLatch asleep)
            throws InterruptedException {
        for (int turn = 0; turn < 20; turn++) {
            CompletableFuture<Boolean> sleeping = CompletableFuture.supplyAsync(node.integrate::step);
            while (!sleeping.isDone()) {
                if (asleep.await(10, TimeUnit.MILLISECONDS)) {
                    return sleeping;
                }
            }
        }
        throw new AssertionError("expected the node to come to its signature, found that it never did");
    }

    /** The most dangerous moment: the token was found good, and the signature is still to come. */
    @Test
    void a_leader_that_slept_between_check_and_signature_leaves_no_signature_anywhere() throws Exception {
        for (int round = 0; round < 50; round++) {
            Node slept = new Node("fenced", Clock.systemUTC(), Duration.ofMillis(100));
            Node awake = new Node("successor");
            CountDownLatch asleep = new CountDownLatch(1);
            CountDownLatch wake = new CountDownLatch(1);
            slept.beforeSigning = () -> {
                asleep.countDown();
                await(wake);
            };
            add(1);
            CompletableFuture<Boolean> sleeping = fallenAsleep(slept, asleep);
            long token = database.first("SELECT token FROM log_turn", row -> row.getLong(1))
                    .orElseThrow();
            // waits until the database has ended the sleeper's transaction, as every successor does
            QuarkusTransaction.requiringNew().run(() -> database.change("UPDATE log_turn SET until = '-infinity'"));
            if (round % 2 == 0) {
                add(1);
            }
            awake.step();
            assertThat(awake.signatures).hasValue(1);
            Optional<byte[]> before = slept.folder.checkpoint();
            wake.countDown();
            assertThatThrownBy(() -> sleeping.get(20, TimeUnit.SECONDS)).isInstanceOf(ExecutionException.class);
            assertThat(slept.folder.checkpoint().map(String::new)).isEqualTo(before.map(String::new));
            assertThat(database.list("SELECT token FROM log_checkpoint WHERE token >= ?", row -> row.getLong(1), token))
                    .as("of two that had the turn, one has signed")
                    .containsExactly(token + 1);
            if (round % 10 == 9) {
                slept.beforeSigning = () -> {};
                slept.step();
                noFork(awake);
                noFork(slept);
            }
        }
    }

    @Test
    void a_clock_that_was_set_back_neither_forks_the_log_nor_stops_it() {
        Node node = new Node("clock");
        add(3);
        node.step();
        long size = node.published().size();
        Node early = new Node("clock", Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));
        add(2);
        early.step();
        assertThat(early.published().size()).isEqualTo(size + 2);
        noFork(early);
        // somebody who is gone took the turn before the database's own clock was set back by a day
        QuarkusTransaction.requiringNew()
                .run(() -> database.change(
                        "UPDATE log_turn SET holder = ?, token = token + 1, until = clock_timestamp() + interval '1 day'",
                        UUID.randomUUID()));
        add(1);
        Node next = new Node("clock");
        next.step();
        assertThat(next.published().size()).isEqualTo(size + 3);
        assertThat(next.signatures).hasValue(1);
        noFork(next);
    }

    @Test
    void a_checkpoint_of_another_key_in_the_folder_stops_everything() throws Exception {
        Node node = new Node("foreign");
        add(2);
        node.step();
        byte[] ours = node.folder.checkpoint().orElseThrow();
        SignedNote note = SignedNote.parse(ours);
        byte[] signature = note.lines().get(0).signature().clone();
        signature[7] ^= 1;
        NoteLine forged = new NoteLine(note.lines().get(0).name(), new byte[] {1, 2, 3, 4}, signature);
        node.folder.publish(new SignedNote(note.text(), List.of(forged)).bytes());
        add(1);
        Node again = new Node("foreign");
        assertThatThrownBy(again.integrate::step).isInstanceOf(LogBroken.class).hasMessageContaining("another key");
        assertThat(again.signatures).hasValue(0);
        node.folder.publish(ours);
        new Node("foreign").step();
    }

    @Test
    void a_whole_folder_from_an_old_backup_is_brought_up_to_what_was_signed_since() throws Exception {
        Node node = new Node("whole");
        add(260);
        node.step();
        Path backup = temp.resolve("backup");
        copy(temp.resolve("whole"), backup);
        add(300);
        node.step();
        TreeHead signed = node.published();
        Path lost = temp.resolve("lost");
        Files.move(temp.resolve("whole"), lost);
        copy(backup, temp.resolve("whole"));
        Node restored = new Node("whole");
        restored.step();
        assertThat(restored.published()).isEqualTo(signed);
        assertThat(restored.signatures).as("nothing smaller, and nothing again").hasValue(0);
        noFork(restored);
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path each : all.toList()) {
                Files.copy(each, to.resolve(from.relativize(each).toString()));
            }
        }
    }

    @Test
    void a_folder_from_an_old_backup_catches_up_and_nothing_smaller_is_signed() throws Exception {
        Node node = new Node("old");
        add(300);
        node.step();
        TreeHead before = node.published();
        byte[] checkpoint = node.folder.checkpoint().orElseThrow();
        add(3);
        node.step();
        node.folder.publish(checkpoint);
        add(2);
        Node restored = new Node("old");
        restored.step();
        assertThat(restored.published().size()).isGreaterThanOrEqualTo(before.size() + 5);
        noFork(restored);
    }

    @Test
    void a_database_from_an_old_backup_is_told_by_what_the_folder_says_and_signs_nothing() {
        Node node = new Node("newer");
        add(1);
        node.step();
        TreeHead head = node.published();
        LogSigner signer = new LogSigner(key, settings, site);
        String origin = signer.origin(queries.checkpoint().map(LogQueries.Signed::origin));
        node.folder.publish(signer.sign(new Checkpoint(origin, new TreeHead(head.size() + 9, Hash.EMPTY)))
                .bytes());
        add(1);
        Node again = new Node("newer");
        assertThatThrownBy(again.integrate::step).isInstanceOf(LogBroken.class).hasMessageContaining("older backup");
        assertThat(again.signatures).hasValue(0);
    }

    @Test
    void a_changed_leaf_and_a_flipped_bit_never_get_into_a_new_tree() throws Exception {
        Node node = new Node("edited");
        add(5);
        if (queries.leaves() % 256 == 0) {
            // a full bundle is read again by the self-check alone
            add(1);
        }
        node.step();
        long last = node.published().size() - 1;
        byte[] entry = queries.entries(last, last + 1).get(0);
        edit(last, "{\"type\":\"forged\"}".getBytes(StandardCharsets.UTF_8));
        try {
            add(1);
            Node next = new Node("edited");
            assertThatThrownBy(next.integrate::step)
                    .isInstanceOf(LogBroken.class)
                    .hasMessageContaining("expected a tree of");
            assertThat(next.signatures).hasValue(0);
            next.integrate.release();
        } finally {
            edit(last, entry);
        }
        TilePath tile = new TilePath(0, last / 256, (int) (last % 256) + 1);
        byte[] bytes = node.folder.read(tile).orElseThrow();
        bytes[3] ^= 1;
        node.folder.write(Map.of(tile, bytes));
        Node healed = new Node("edited");
        healed.step();
        noFork(healed);
    }

    private void edit(long position, byte[] entry) {
        QuarkusTransaction.requiringNew().run(() -> {
            database.change("ALTER TABLE log_leaf DISABLE TRIGGER USER");
            database.change("UPDATE log_leaf SET entry = ? WHERE position = ?", entry, position);
            database.change("ALTER TABLE log_leaf ENABLE TRIGGER USER");
        });
    }

    @Test
    void the_database_refuses_a_smaller_checkpoint_and_one_of_another_name() {
        Node node = new Node("refused");
        add(2);
        node.step();
        LogQueries.Signed last = queries.checkpoint().orElseThrow();
        long token = database.first("SELECT token FROM log_turn", row -> row.getLong(1))
                .orElseThrow();
        TreeHead smaller = new TreeHead(last.head().size() - 1, last.head().root());
        assertThatThrownBy(() -> QuarkusTransaction.requiringNew()
                        .run(() -> queries.add(
                                new LogQueries.Signed(smaller, last.note(), last.origin(), last.at()), token)))
                .hasMessageContaining("is refused");
        TreeHead larger = new TreeHead(last.head().size() + 1, last.head().root());
        assertThatThrownBy(() -> QuarkusTransaction.requiringNew()
                        .run(() -> queries.add(
                                new LogQueries.Signed(larger, last.note(), "other.example/log", last.at()), token)))
                .hasMessageContaining("is refused");
        LogQueries.Signed next = new LogQueries.Signed(larger, last.note(), last.origin(), last.at());
        assertThat(QuarkusTransaction.requiringNew().call(() -> queries.add(next, token - 1)))
                .as("with the token of somebody who had the turn before")
                .isFalse();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
