package org.lacuna.publication;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.lacuna.cases.ErasePassage;
import org.lacuna.cases.Grounds;
import org.lacuna.cases.ImportRecord;
import org.lacuna.cases.Passage;
import org.lacuna.cases.RecordRoundTripTest;
import org.lacuna.cases.Redactions;
import org.lacuna.evidence.EvidenceStore;
import org.lacuna.evidence.Exchanges;
import org.lacuna.evidence.Place;
import org.lacuna.ledger.LogBroken;
import org.lacuna.ledger.LogSteps;
import org.lacuna.ledger.PublicLog;
import org.lacuna.ledger.merkle.TreeHead;
import org.lacuna.shared.Database;
import org.lacuna.shared.Digest;
import org.lacuna.shared.TextFile;

/** Somebody who can do anything to the database or the files is named, and the next checkpoint knows nothing of it. */
@QuarkusTest
class CompareWithLogTest {
    private static final int EDITS = 200;
    private static final String FORGED = "convert_to('{\"forged\":true}', 'UTF8')";
    private static final String DIGEST_OF_FORGED = "'sha256:' || encode(sha256(" + FORGED + "), 'hex')";
    private static final String CHANGE =
            "INSERT INTO change SELECT (SELECT max(sequence) + 1 FROM change), action, kind,"
                    + " slug, digest, recorded FROM change WHERE sequence = #a";
    private static final String DOCUMENT =
            "INSERT INTO document (sequence, body) SELECT (SELECT max(sequence) FROM change),"
                    + " body FROM document WHERE sequence = #a";
    private static final String LEAF =
            "INSERT INTO log_leaf (position, sequence, entry)" + " SELECT (SELECT max(position) + 1 FROM log_leaf), ";

    @ConfigProperty(name = "lacuna.log.folder")
    Path folder;

    @Inject
    CompareWithLog compare;

    @Inject
    LogSteps steps;

    @Inject
    PublicLog log;

    @Inject
    Insider insider;

    @Inject
    Database database;

    @Inject
    MeterRegistry metrics;

    @Inject
    EvidenceStore evidence;

    @Inject
    PublicFiles files;

    @Inject
    ImportRecord importRecord;

    @Inject
    Redactions redactions;

    @Inject
    ErasePassage erase;

    private Set<String> before = Set.of();

    @AfterEach
    void the_insider_goes() {
        if (insider.isHere()) {
            insider.goes();
        }
    }

    /** Where an edit shows: it must be named by what it did, not only noticed. */
    private enum Shows {
        CHANGE,
        LEAF,
        CHECKPOINT,
        KEY,
        EVIDENCE,
        VEIL,
        FILE
    }

    /** What an insider does; {@code #a} and {@code #b} are changes. */
    private enum Edit {
        DIGEST(Shows.CHANGE, "UPDATE change SET digest = 'sha256:' || repeat('0', 64) WHERE sequence = #a"),
        SLUG(Shows.CHANGE, "UPDATE change SET slug = 'somebody-else' WHERE sequence = #a"),
        ACTION(
                Shows.CHANGE,
                "UPDATE change SET action = CASE action WHEN 'edited' THEN 'created' ELSE 'edited' END WHERE sequence = #a"),
        TIME(Shows.CHANGE, "UPDATE change SET recorded = recorded - interval '1 microsecond' WHERE sequence = #a"),
        WORDS(Shows.CHANGE, "UPDATE document SET body = body || ' '::bytea WHERE sequence = #a"),
        GARBAGE(Shows.CHANGE, "UPDATE document SET body = '\\xff00'::bytea WHERE sequence = #a"),
        WORDS_AND_DIGEST(
                Shows.CHANGE,
                "UPDATE document SET body = " + FORGED + " WHERE sequence = #a;\nUPDATE change SET digest = "
                        + DIGEST_OF_FORGED + " WHERE sequence = #a"),
        AS_IF_REDACTED(
                Shows.CHANGE,
                "UPDATE document SET body = " + FORGED + ", digest = " + DIGEST_OF_FORGED
                        + ", replaced = now() WHERE sequence = #a"),
        AS_IF_REDACTED_WITH_A_LEAF(
                Shows.LEAF,
                "UPDATE document SET body = " + FORGED + ", digest = " + DIGEST_OF_FORGED
                        + ", replaced = '2026-01-01T00:00:00Z' WHERE sequence = #a;\n" + LEAF
                        + "NULL, convert_to('{\"digest\":\"' || digest || '\",\"recorded\":\"2026-01-01T00:00:00.000000Z\","
                        + "\"sequence\":' || sequence || ',\"type\":\"replaced\"}', 'UTF8')"
                        + " FROM document WHERE sequence = #a"),
        DOCUMENT_GONE(Shows.CHANGE, "DELETE FROM document WHERE sequence = #a"),
        CHANGE_GONE(Shows.CHANGE, "DELETE FROM document WHERE sequence = #a;\nDELETE FROM change WHERE sequence = #a"),
        LEAF_GONE(Shows.LEAF, "DELETE FROM log_leaf WHERE sequence = #a"),
        ALL_GONE(
                Shows.CHANGE,
                "DELETE FROM document WHERE sequence = #a;\nDELETE FROM log_leaf WHERE sequence = #a;\n"
                        + "DELETE FROM change WHERE sequence = #a"),
        LEAF_OTHER(Shows.LEAF, "UPDATE log_leaf SET entry = '{}'::bytea WHERE sequence = #a"),
        CHANGES_SWAPPED(
                Shows.CHANGE,
                "UPDATE change SET sequence = -#b WHERE sequence = #a;\nUPDATE change SET sequence = #a WHERE sequence ="
                        + " #b;\nUPDATE change SET sequence = #b WHERE sequence = -#b"),
        DOCUMENTS_SWAPPED(
                Shows.CHANGE,
                "UPDATE document SET sequence = -#b WHERE sequence = #a;\nUPDATE document SET sequence = #a WHERE"
                        + " sequence = #b;\nUPDATE document SET sequence = #b WHERE sequence = -#b"),
        LEAVES_SWAPPED(
                Shows.CHANGE,
                "UPDATE log_leaf SET sequence = -#b WHERE sequence = #a;\nUPDATE log_leaf SET sequence = #a WHERE"
                        + " sequence = #b;\nUPDATE log_leaf SET sequence = #b WHERE sequence = -#b"),
        BEFORE_THE_BEGINNING(
                Shows.CHANGE,
                "INSERT INTO change SELECT -#a, action, kind, slug, digest, recorded FROM change WHERE sequence = #a"),
        CHANGE_WITHOUT_LEAF(Shows.CHANGE, CHANGE + ";\n" + DOCUMENT),
        CHANGE_WITH_ANOTHER_S_LEAF(
                Shows.LEAF,
                CHANGE + ";\n" + DOCUMENT + ";\n" + LEAF
                        + "(SELECT max(sequence) FROM change), entry FROM log_leaf WHERE sequence = #a"),
        CHANGE_WITHOUT_DOCUMENT_IN_THE_LOG(
                Shows.LEAF, LEAF + "NULL, log_entry(c, c.digest, 'x'::bytea) FROM change c WHERE sequence = #a"),
        LEAF_OF_NOTHING(Shows.LEAF, LEAF + "NULL, '{\"type\":\"advertisement\"}'::bytea"),
        LEAF_OF_A_KEY(
                Shows.LEAF,
                LEAF + "NULL, '{\"from\":\"a+b+c\",\"signature\":\"\",\"to\":\"a+b+c\",\"type\":\"key\"}'::bytea"),
        GARBAGE_FAR_BEYOND(
                Shows.LEAF,
                "INSERT INTO log_leaf (position, entry) SELECT max(position) + 7, '\\x00'::bytea FROM log_leaf"),
        ROOT(
                Shows.CHECKPOINT,
                "UPDATE log_checkpoint SET root = sha256('x') WHERE size = (SELECT min(size) FROM log_checkpoint WHERE size"
                        + " > 0)"),
        NOTE(
                Shows.CHECKPOINT,
                "UPDATE log_checkpoint SET note = overlay(note PLACING 'AAAA'::bytea FROM octet_length(note) - 20) WHERE"
                        + " size = (SELECT max(size) FROM log_checkpoint)"),
        LAST_CHECKPOINT_GONE(
                Shows.CHECKPOINT, "DELETE FROM log_checkpoint WHERE size = (SELECT max(size) FROM log_checkpoint)"),
        KEY(Shows.KEY, "INSERT INTO service_key (public_key) SELECT sha256('mine')"),
        CAPTURE_GONE(Shows.EVIDENCE, "DELETE FROM capture WHERE target = 'https://site.example/u/ana?tab=all'"),
        CAPTURE_ELSEWHERE(
                Shows.EVIDENCE,
                "UPDATE capture SET start = start + 1 WHERE target = 'https://site.example/u/ana?tab=all'"),
        VEIL(
                Shows.VEIL,
                "INSERT INTO document_veil (sequence, body, digest, since) SELECT #a, " + FORGED + ", "
                        + DIGEST_OF_FORGED + ", now()"),
        VEIL_WITH_ANOTHER_DIGEST(
                Shows.VEIL,
                "INSERT INTO document_veil (sequence, body, digest, since) SELECT #a, " + FORGED
                        + ", 'sha256:' || repeat('0', 64), now()"),
        OLDER_VERSION(
                Shows.VEIL,
                "UPDATE public_case SET sequence = (SELECT min(sequence) FROM change WHERE kind = 'incident')"
                        + " WHERE slug = 'insiders-case' AND ended = 9223372036854775807"),
        PUBLIC_FILE(Shows.FILE, "UPDATE public_file SET bytes = bytes || 'x'::bytea WHERE case_slug = 'insiders-case'");

        private final Shows shows;
        private final String sql;

        Edit(Shows shows, String sql) {
            this.shows = shows;
            this.sql = sql;
        }

        /** Whether a leaf that nobody published waits to be signed; then nothing may be, until it is gone. */
        boolean waits() {
            return sql.contains("INSERT INTO log_leaf");
        }
    }

    @Test
    void two_hundred_edits_around_the_program_are_each_named_and_never_signed() throws IOException {
        Digest capture = evidence();
        steps.all();
        // other tests name evidence that nobody kept
        before = new HashSet<>(compare.differences());
        assertThat(before).allMatch(what -> what.startsWith("the evidence "), "nothing else differs");
        assertThat(before).noneMatch(what -> what.contains(capture.toString()));
        compare.check();
        double alarm = alarm();
        List<Long> sequences = database.list("""
                SELECT sequence FROM change c JOIN document d USING (sequence) WHERE kind = 'case' AND d.digest IS NULL
                    AND sequence < (SELECT max(sequence) FROM change)
                    AND NOT EXISTS (SELECT FROM document_veil v WHERE v.sequence = c.sequence) AND NOT EXISTS (
                        SELECT FROM redaction r JOIN cases k USING (incident) WHERE k.slug = c.slug AND r.act = 'erase')
                """, row -> row.getLong(1));
        insider.comes();
        Random random = new Random(7);
        int kinds = Edit.values().length + 5;
        for (int i = 0; i < EDITS; i++) {
            if (i % 3 == 0) {
                steps.forget();
            }
            int kind = i % kinds;
            if (kind < Edit.values().length) {
                long a = sequences.get(random.nextInt(sequences.size()));
                long b = sequences.get(
                        (sequences.indexOf(a) + 1 + random.nextInt(sequences.size() - 1)) % sequences.size());
                edit(Edit.values()[kind], a, b, alarm);
            } else {
                file(kind - Edit.values().length, capture, random, alarm);
            }
        }
        steps.all();
        compare.check();
        assertThat(alarm()).isEqualTo(alarm);
        assertThat(new HashSet<>(compare.differences())).isEqualTo(before);
    }

    private void edit(Edit edit, long a, long b, double alarm) {
        insider.remember(a, b);
        TreeHead signed = log.head();
        insider.act(edit.sql, a, b);
        try {
            assertNamed(
                    edit.name() + " of " + a,
                    alarm,
                    switch (edit.shows) {
                        case CHANGE ->
                            "change (" + a + "|" + b + "|-" + a + "|\\d+ of .*) .*|change (" + a + "|" + b + "):? .*";
                        case LEAF -> "(entry|leaf) \\d+ .*";
                        case CHECKPOINT -> "the (checkpoint of|database knows no|file checkpoint).*";
                        case KEY -> "the key .* none handed over to it";
                        case VEIL -> "(version|case) .* (behind a veil|otherwise than|is shown as version) .*";
                        case EVIDENCE -> "the evidence .*";
                        case FILE -> "the file .* of insiders-case .*";
                    });
            if (edit.waits()) {
                assertNothingIsSigned(signed);
            } else {
                assertGrowsWithoutIt(signed, edit);
            }
        } finally {
            insider.undo(a, b, edit.waits());
        }
        steps.all();
        assertThat(steps.hasGrownFrom(signed, log.head())).isTrue();
    }

    private void assertNothingIsSigned(TreeHead signed) {
        assertThat(stepped()).as("refused").containsInstanceOf(LogBroken.class);
        assertThat(log.head()).isEqualTo(signed);
    }

    /** Either nothing is signed at all, or a tree that began as the one before. */
    private void assertGrowsWithoutIt(TreeHead signed, Edit edit) {
        boolean lastLeafThere = database.first(
                        "SELECT count(*) = max(position) + 1 FROM log_leaf", row -> row.getBoolean(1))
                .orElseThrow();
        if (lastLeafThere) {
            steps.grow();
        }
        Optional<RuntimeException> refused = stepped();
        assertThat(refused.isPresent() || steps.hasGrownFrom(signed, log.head()))
                .as(edit.name())
                .isTrue();
        if (refused.isPresent()) {
            assertThat(log.head()).isEqualTo(signed);
        }
    }

    private Optional<RuntimeException> stepped() {
        try {
            steps.all();
            return Optional.empty();
        } catch (RuntimeException refused) {
            return Optional.of(refused);
        }
    }

    /** Bits of files: a tile, a bundle, the checkpoint, a WARC; or one of them gone. */
    private void file(int which, Digest capture, Random random, double alarm) throws IOException {
        Place warc = evidence.where(capture).orElseThrow();
        Path file =
                switch (which) {
                    case 0 -> any("tile/0", random);
                    case 1 -> any("tile/entries", random);
                    case 2 -> folder.resolve("checkpoint");
                    case 3 -> any("tile", random);
                    default -> warc.file();
                };
        byte[] bytes = Files.readAllBytes(file);
        byte[] changed = bytes.clone();
        int at =
                which == 4 ? (int) (warc.offset() + random.nextInt((int) warc.length())) : random.nextInt(bytes.length);
        changed[at] ^= (byte) (1 << random.nextInt(8));
        TreeHead signed = log.head();
        if (which == 3) {
            Files.delete(file);
        } else {
            Files.write(file, changed);
        }
        try {
            assertNamed(
                    file + " at " + at,
                    alarm,
                    which == 4
                            ? "the evidence of change .*"
                            : "the file " + folder.relativize(file).toString().replace('\\', '/') + " .*");
            steps.grow();
            assertThat(stepped().isPresent() || steps.hasGrownFrom(signed, log.head()))
                    .as(file.toString())
                    .isTrue();
        } finally {
            // what was written anew since is not brought back
            if (!Files.exists(file)
                    ? Files.isDirectory(file.getParent())
                    : Arrays.equals(Files.readAllBytes(file), changed)) {
                Files.write(file, bytes);
            }
        }
        steps.all();
        assertThat(steps.hasGrownFrom(signed, log.head())).isTrue();
    }

    /** One of the tree as it is published, not of those that were partial before. */
    private Path any(String below, Random random) throws IOException {
        String width = String.valueOf(log.head().size() % 256);
        try (Stream<Path> all = Files.walk(folder.resolve(below))) {
            List<Path> now = all.filter(Files::isRegularFile)
                    .filter(file -> !file.getParent().toString().endsWith(".p")
                            || file.getFileName().toString().equals(width)
                                    && !file.toString().matches(".*tile/[1-9].*"))
                    .sorted()
                    .toList();
            return now.get(random.nextInt(now.size()));
        }
    }

    /** As the job does it: one cycle, and what operators watch rises. */
    private void assertNamed(String edit, double alarm, String pattern) {
        List<String> found = new ArrayList<>(compare.check());
        assertThat(alarm()).as("the alarm after %s", edit).isGreaterThan(alarm);
        found.removeAll(before);
        assertThat(found).as(edit).anyMatch(what -> what.matches(pattern));
    }

    private double alarm() {
        return metrics.get("lacuna.log.alarm").tag("part", "self-check").gauge().value();
    }

    /** A case whose source is archived, and that shows a file. */
    private Digest evidence() {
        Digest capture = evidence.keep(Exchanges.page("what an insider would like to change " + UUID.randomUUID()));
        String record = RecordRoundTripTest.small("insiders", "insiders-case")
                .replace("language: en }", "language: en, archived: \"" + capture + "\" }");
        importRecord.files(List.of(new TextFile("insiders.yaml", record)));
        files.add(
                "insiders-case",
                "A letter",
                new PublicFiles.Content("text/plain", "Dear all".getBytes(StandardCharsets.UTF_8)),
                UUID.randomUUID());
        return capture;
    }

    @Test
    void what_two_editors_redact_is_no_edit_around_the_program() {
        importRecord.files(List.of(new TextFile("r.yaml", RecordRoundTripTest.small("redacts-twice", "twice-case"))));
        steps.all();
        Set<String> known = new HashSet<>(compare.differences());
        Grounds grounds = new Grounds("privacy", "", UUID.randomUUID());
        redactions.hide(Passage.subject("twice-case"), grounds, Optional.empty());
        assertThat(new HashSet<>(compare.differences())).as("hidden").isEqualTo(known);
        erase.erase(Passage.text("twice-case", "r1"), grounds);
        assertThat(new HashSet<>(compare.differences()))
                .as("waits for its place")
                .isEqualTo(known);
        // once more before the first has its place in the log
        erase.erase(Passage.source("redacts-twice", "paper"), grounds);
        steps.all();
        assertThat(new HashSet<>(compare.differences())).as("in the log").isEqualTo(known);
        erase.erase(Passage.subject("twice-case"), grounds);
        steps.all();
        assertThat(new HashSet<>(compare.differences())).as("a third time").isEqualTo(known);
        assertThat(database.list(
                        "SELECT convert_from(entry, 'UTF8') FROM log_leaf WHERE sequence IS NULL ORDER BY position DESC LIMIT 1",
                        row -> row.getString(1)))
                .allMatch(entry -> entry.contains("\"type\":\"replaced\""));
    }

    /** Whoever knows the setting by which a redaction overwrites, and orders none. */
    @Test
    void an_edit_by_the_way_of_redactions_that_nothing_orders_is_named_and_never_signed() {
        steps.all();
        Set<String> known = new HashSet<>(compare.differences());
        TreeHead signed = log.head();
        importRecord.files(List.of(new TextFile("o.yaml", RecordRoundTripTest.small("unordered", "unordered-case"))));
        long sequence = database.first(
                        "SELECT max(sequence) FROM change WHERE slug = 'unordered-case'", row -> row.getLong(1))
                .orElseThrow();
        insider.comes();
        insider.remember(sequence, sequence);
        insider.actInsideTheRules(
                "UPDATE document SET body = " + FORGED + ", digest = " + DIGEST_OF_FORGED
                        + ", replaced = now() WHERE sequence = #a",
                sequence);
        try {
            List<String> found = new ArrayList<>(compare.differences());
            found.removeAll(known);
            assertThat(found).anyMatch(what -> what.contains("nothing orders that"));
            assertThat(stepped()).containsInstanceOf(LogBroken.class);
            assertThat(log.head()).isEqualTo(signed);
        } finally {
            insider.undo(sequence, sequence, true);
        }
        steps.all();
        assertThat(new HashSet<>(compare.differences())).isEqualTo(known);
    }
}
