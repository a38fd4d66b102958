package org.lacuna.publication;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lacuna.ledger.LogSteps;
import org.lacuna.ledger.PublicLog;
import org.lacuna.ledger.merkle.TreeHead;
import org.lacuna.shared.Database;

/** Somebody who can do anything to the database or the files is named, and the next checkpoint knows nothing of it. */
@QuarkusTest
class CompareWithLogTest {
    private static final int EDITS = 200;

    /** What whoever owns the tables can do: no trigger and no reference stands in the way. */
    private static final String NOTHING_HOLDS = """
        DO $$
        DECLARE
            held record;
        BEGIN
            FOR held IN SELECT conrelid::regclass AS its, conname FROM pg_constraint WHERE contype = 'f'
                AND confrelid IN ('change'::regclass, 'document'::regclass, 'log_leaf'::regclass) LOOP
                EXECUTE format('ALTER TABLE %s DROP CONSTRAINT %I', held.its, held.conname);
            END LOOP;
            ALTER TABLE change DISABLE TRIGGER USER;
            ALTER TABLE document DISABLE TRIGGER USER;
            ALTER TABLE log_leaf DISABLE TRIGGER USER;
        END $$
        """;

    @ConfigProperty(name = "lacuna.log.folder")
    Path folder;

    @Inject
    CompareWithLog compare;

    @Inject
    LogSteps steps;

    @Inject
    PublicLog log;

    @Inject
    Database database;

    @BeforeEach
    void everything_is_in_the_log() {
        steps.all();
        assertThat(compare.differences()).isEmpty();
    }

    /** What an insider does to one change, and how it is undone for the next one. */
    private enum Edit {
        DIGEST("UPDATE change SET digest = 'sha256:' || repeat('0', 64) WHERE sequence = ?"),
        SLUG("UPDATE change SET slug = 'somebody-else' WHERE sequence = ?"),
        WORDS(
                "UPDATE document SET body = convert_to(replace(convert_from(body, 'UTF8'), '2020', '2021') || ' ', 'UTF8') WHERE sequence = ?"),
        DOCUMENT_GONE("DELETE FROM document WHERE sequence = ?"),
        CHANGE_GONE("DELETE FROM change WHERE sequence = ?"),
        LEAF_GONE("DELETE FROM log_leaf WHERE sequence = ?"),
        LEAF("UPDATE log_leaf SET entry = '{}'::bytea WHERE sequence = ?"),
        REORDERED("UPDATE change SET sequence = -sequence WHERE sequence = ?");

        private final String sql;

        Edit(String sql) {
            this.sql = sql;
        }
    }

    @Test
    void two_hundred_edits_around_the_program_are_each_named() throws IOException {
        Random random = new Random(7);
        List<Long> sequences = database.list("SELECT sequence FROM change", row -> row.getLong(1));
        List<Path> files = files();
        TreeHead before = log.head();
        for (int i = 0; i < EDITS; i++) {
            if (i % 9 == 8) {
                flip(files.get(random.nextInt(files.size())), random);
            } else {
                edit(Edit.values()[i % 9], sequences.get(random.nextInt(sequences.size())));
            }
        }
        assertThat(compare.differences()).isEmpty();
        steps.all();
        assertThat(log.head()).isEqualTo(before);
    }

    /** Afterwards everything is as before. */
    private void edit(Edit edit, long sequence) {
        QuarkusTransaction.begin();
        try {
            database.change(NOTHING_HOLDS);
            database.change(edit.sql, sequence);
            assertThat(compare.differences()).as("%s of %d", edit, sequence).isNotEmpty();
        } finally {
            QuarkusTransaction.rollback();
        }
    }

    private void flip(Path file, Random random) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        byte[] changed = bytes.clone();
        changed[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
        Files.write(file, changed);
        assertThat(compare.differences()).as("%s", file).isNotEmpty();
        Files.write(file, bytes);
    }

    /** Those of the tree as it is published, not those that were partial before. */
    private List<Path> files() throws IOException {
        long width = log.head().size() % 256;
        try (Stream<Path> all = Files.walk(folder.resolve("tile"))) {
            return all.filter(Files::isRegularFile)
                    .filter(file -> !file.getParent().toString().endsWith(".p")
                            || file.getFileName().toString().equals(String.valueOf(width)))
                    .toList();
        }
    }
}
