package org.lacuna.boot;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Base64;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lacuna.ledger.note.NoteKey;

/**
 * Two processes of the packaged program keep one log. One of them signs; when it is killed the other goes on, and nobody
 * forks. At last another key takes over.
 */
class TwoLogsIT {
    @TempDir
    Path folder;

    private EmbeddedPostgres postgres;
    private Rows rows;
    private LogNode first;
    private LogNode second;

    @BeforeEach
    void open() {
        postgres = EmbeddedPostgres.start(folder.resolve("postgres"), Durability.DURABLE);
        rows = new Rows(postgres);
        first = node("first");
        second = node("second");
    }

    private LogNode node(String name) {
        return new LogNode(postgres, folder.resolve(name))
                .with("LACUNA_LEDGER_KEY_FILE", folder.resolve("service.key").toString());
    }

    @AfterEach
    void close() throws InterruptedException {
        first.close();
        second.close();
        postgres.close();
    }

    @Test
    void one_of_two_signs_the_other_takes_over_and_a_new_key_follows() throws Exception {
        first.start();
        publishUntil(first, 3);
        second.begin();
        // while the first is busy it keeps its turn
        Awaitility.await()
                .atMost(Duration.ofMinutes(5))
                .pollInterval(Duration.ofMillis(300))
                .until(() -> {
                    publish();
                    return second.published() >= 3;
                });
        publishUntil(first, leaves() + 3);
        assertThat(signers()).as("who has signed, up to now").isEqualTo(1);

        first.kill();
        long before = leaves();
        publishUntil(second, before + 3);
        assertThat(signers()).as("and after it was killed").isEqualTo(2);
        NoteKey key = key();
        assertThat(second.check(key)).isEmpty();

        first.start();
        publishUntil(first, leaves() + 1);
        Awaitility.await().atMost(Duration.ofMinutes(5)).until(() -> second.published() >= leaves());
        assertThat(first.check(key)).isEmpty();
        assertThat(Files.readString(folder.resolve("first/log/checkpoint")))
                .isEqualTo(Files.readString(folder.resolve("second/log/checkpoint")));
        for (LogNode each : new LogNode[] {first, second}) {
            assertThat(Files.readString(each.log())).doesNotContain("ERROR");
        }
        handOver(key);
    }

    private void handOver(NoteKey before) throws Exception {
        Path next = folder.resolve("next.key");
        assertThat(second.command("key", "hand-over", next.toString())).contains(ORIGIN_OF_KEY);
        NoteKey after = key();
        assertThat(after).isNotEqualTo(before);
        // who still holds the old key signs nothing more
        long published = second.published();
        Awaitility.await()
                .atMost(Duration.ofMinutes(5))
                .until(() -> Files.readString(second.log()).contains("handed over")
                        || Files.readString(first.log()).contains("handed over"));
        assertThat(second.published()).isEqualTo(published);
        first.kill();
        second.kill();
        Files.move(next, folder.resolve("service.key"), StandardCopyOption.REPLACE_EXISTING);
        second.start();
        publishUntil(second, leaves() + 1);
        assertThat(second.check(before)).as("with the key of the beginning").isEmpty();
        assertThat(second.check(after)).as("with the new one").isEmpty();
    }

    private static final String ORIGIN_OF_KEY = LogNode.ORIGIN + "+";

    /** The service's key as the log shows it. */
    private NoteKey key() throws SQLException {
        String key = rows.text("SELECT encode(public_key, 'base64') FROM service_key ORDER BY id DESC LIMIT 1");
        return new NoteKey(LogNode.ORIGIN, NoteKey.NOTE, Base64.getDecoder().decode(key.strip()));
    }

    private long leaves() throws SQLException {
        return rows.count("SELECT count(*) FROM log_leaf");
    }

    private long signers() throws SQLException {
        return rows.count("SELECT count(DISTINCT token) FROM log_checkpoint");
    }

    private void publishUntil(LogNode node, long size) {
        Awaitility.await()
                .atMost(Duration.ofMinutes(5))
                .pollInterval(Duration.ofMillis(300))
                .until(() -> {
                    if (leaves() < size) {
                        publish();
                    }
                    return node.published() >= size;
                });
    }

    /** Publishes a change as the program does: the database adds its leaf. */
    private void publish() throws SQLException {
        String body = "{\"salt\":\"" + "0".repeat(32) + "\"}";
        String bytes = Base64.getEncoder().encodeToString(body.getBytes(StandardCharsets.UTF_8));
        rows.change("""
                WITH next AS (
                    INSERT INTO change (sequence, action, kind, slug, digest, recorded)
                    SELECT coalesce(max(sequence), 0) + 1, 'created', 'case', 'case-' || count(*),
                        'sha256:' || encode(sha256(decode('%1$s', 'base64')), 'hex'), now()
                    FROM change RETURNING sequence)
                INSERT INTO document (sequence, body) SELECT sequence, decode('%1$s', 'base64') FROM next
                """.formatted(bytes));
    }
}
