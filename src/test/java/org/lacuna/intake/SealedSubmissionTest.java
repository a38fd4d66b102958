package org.lacuna.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.lacuna.intake.seal.Identity;
import org.lacuna.intake.seal.Receipt;
import org.lacuna.intake.seal.ReceiptIndex;
import org.lacuna.intake.seal.ReceiptKeys;
import org.lacuna.shared.Database;
import org.lacuna.shared.Seal;

@QuarkusTest
class SealedSubmissionTest {
    @Inject
    StoreSubmission store;

    @Inject
    Submissions submissions;

    @Inject
    Dossiers dossiers;

    @Inject
    OwnSubmission own;

    @Inject
    AddToSubmission add;

    @Inject
    KeyHolders holders;

    @Inject
    Rewrap rewrap;

    @Inject
    ReceiptIndex receipts;

    @Inject
    Database database;

    /** Hears what the desk would hear. */
    @ApplicationScoped
    static class Heard {
        static final ConcurrentLinkedQueue<SubmissionWithdrawn> withdrawn = new ConcurrentLinkedQueue<>();
        static final ConcurrentLinkedQueue<ConsentsChanged> consents = new ConcurrentLinkedQueue<>();

        void hear(@Observes SubmissionWithdrawn event) {
            withdrawn.add(event);
        }

        void hear(@Observes ConsentsChanged event) {
            consents.add(event);
        }
    }

    private static final Consents FACTS = new Consents(true, true, false, false);
    private final ReceiptKeys receipt = keys();

    private static ReceiptKeys keys() {
        return new ReceiptKeys(Seal.randomBytes(32), Seal.randomBytes(32));
    }

    private static Told told(String what) {
        return new Told(
                what,
                Optional.of("zoom"),
                Optional.empty(),
                "@somebody",
                Optional.empty(),
                Answer.YES,
                Optional.of("your account violates"),
                List.of(Explained.LOCAL_LAW),
                Answer.NO,
                Optional.empty(),
                List.of(new Pressed(Pressure.FAMILY_THREAT, true)),
                Optional.empty(),
                "ug");
    }

    private static ArrivingFiles file(String name, byte[] bytes) {
        return taker -> taker.take(name, new ByteArrayInputStream(bytes));
    }

    private EditorKey newEditor() {
        EditorKey key = new EditorKey(UUID.randomUUID().toString(), Identity.draw());
        holders.put(key.holder(), key.identity().recipient());
        return key;
    }

    private SubmissionId id(ReceiptKeys of) {
        return own.find(of).orElseThrow().id();
    }

    @Test
    void a_submission_opens_for_its_editors_and_its_receipt_and_for_nobody_else() throws IOException {
        EditorKey editor = newEditor();
        Told told = told("it vanished overnight");
        assertThat(store.store(receipt, told, Optional.empty(), FACTS, file("../../shot.txt", "seen it".getBytes())))
                .isTrue();

        SubmissionId id = id(receipt);
        Dossier dossier = submissions.unlock(id, editor).flatMap(dossiers::open).orElseThrow();
        assertThat(dossier.told()).isEqualTo(told);
        assertThat(dossier.submission().consents()).isEqualTo(FACTS);
        Item file = dossier.items().get(0);
        assertThat(file.file().orElseThrow().name()).isEqualTo("shot.txt");
        try (InputStream in = dossiers.file(submissions.unlock(id, editor).orElseThrow(), file)) {
            assertThat(in.readAllBytes()).isEqualTo("seen it".getBytes());
        }
        assertThat(own.find(receipt).flatMap(OwnSubmission.Found::key).flatMap(dossiers::told))
                .contains(told);
        assertThat(submissions.unlock(id, new EditorKey(editor.holder(), Identity.draw())))
                .isEmpty();
        assertThat(submissions.unlock(id, new EditorKey("nobody", editor.identity())))
                .isEmpty();
        assertThat(own.find(new ReceiptKeys(receipt.lookup(), keys().wrapping()))
                        .orElseThrow()
                        .key())
                .isEmpty();
        assertThat(own.find(keys())).isEmpty();
    }

    @Test
    void a_receipt_gives_the_same_keys_every_time_and_two_receipts_never_the_same() {
        Receipt words = Receipt.draw();
        ReceiptKeys one = receipts.toStore(words);
        ReceiptKeys again = receipts.toFind(words);
        assertThat(again.lookup()).isEqualTo(one.lookup());
        assertThat(again.wrapping()).isEqualTo(one.wrapping()).isNotEqualTo(one.lookup());
        assertThat(receipts.toFind(Receipt.draw()).lookup()).isNotEqualTo(one.lookup());
    }

    @Test
    void ten_that_come_at_once_with_one_receipt_are_stored_once() throws Exception {
        ExecutorService people = Executors.newFixedThreadPool(10);
        try {
            List<Future<Boolean>> stored =
                    people.invokeAll(Collections.nCopies(10, (Callable<Boolean>) () -> store.store(
                            receipt,
                            told("once"),
                            Optional.empty(),
                            FACTS,
                            file("a", "seen ".repeat(60_000).getBytes()))));
            int times = 0;
            for (Future<Boolean> each : stored) {
                times += each.get() ? 1 : 0;
            }
            assertThat(times).isEqualTo(1);
        } finally {
            people.shutdownNow();
        }
        assertThat(count("submission_item WHERE submission = '" + id(receipt) + "'"))
                .isEqualTo(1);
    }

    @Test
    void the_size_of_a_row_does_not_tell_a_long_story_from_a_short_one() throws IOException {
        ReceiptKeys other = keys();
        store.store(
                receipt,
                told("short"),
                Optional.empty(),
                FACTS,
                file("a.txt", "x".repeat(5_000).getBytes()));
        store.store(
                other,
                told("long ".repeat(500)),
                Optional.empty(),
                FACTS,
                file("a-much-longer-name.txt", "x".repeat(5_100).getBytes()));
        assertThat(length(receipt)).isEqualTo(length(other));
    }

    private List<Long> length(ReceiptKeys of) {
        return database.list("""
                SELECT length(s.sealed), length(i.sealed), (SELECT sum(length(bytes)) FROM submission_part WHERE item = i.id)
                FROM submission s JOIN submission_item i ON i.submission = s.id WHERE s.id = ?
                """, row -> List.of(row.getLong(1), row.getLong(2), row.getLong(3)), id(of).value())
                .get(0);
    }

    @Test
    void a_file_that_breaks_off_leaves_nothing_behind() {
        ArrivingFiles broken = taker -> {
            taker.take("one", new ByteArrayInputStream("seen ".repeat(80_000).getBytes()));
            throw new IOException("the circuit broke");
        };
        assertThatThrownBy(() -> store.store(receipt, told("half"), Optional.empty(), FACTS, broken))
                .isInstanceOf(IOException.class);
        assertThat(own.find(receipt)).isEmpty();
        assertThat(count("submission_part p WHERE NOT EXISTS (SELECT 1 FROM submission_item i WHERE i.id = p.item)"))
                .isZero();
    }

    @Test
    void more_files_than_we_take_are_refused_with_all_of_it() {
        ArrivingFiles many = taker -> {
            for (int i = 0; i < 10_000; i++) {
                taker.take("file " + i, new ByteArrayInputStream("text".getBytes()));
            }
        };
        assertThatThrownBy(() -> store.store(receipt, told("many"), Optional.empty(), FACTS, many))
                .isInstanceOfSatisfying(FileRefused.class, refused -> assertThat(refused.reason())
                        .isEqualTo("too-many"));
        assertThat(own.find(receipt)).isEmpty();
    }

    @Test
    void a_new_editor_opens_what_is_stored_once_another_gave_it_and_a_removed_one_no_longer() throws IOException {
        EditorKey first = newEditor();
        store.store(receipt, told("before"), Optional.empty(), FACTS, ArrivingFiles.NONE);
        EditorKey second = newEditor();
        SubmissionId id = id(receipt);
        assertThat(submissions.unlock(id, second)).isEmpty();
        assertThat(rewrap.lacking(second.holder())).isPositive();

        assertThat(rewrap.give(first, second.holder())).isPositive();

        assertThat(submissions.unlock(id, second).flatMap(dossiers::told)).contains(told("before"));
        holders.remove(first.holder());
        assertThat(submissions.unlock(id, first)).isEmpty();
        assertThatThrownBy(() -> rewrap.give(second, "nobody")).hasMessageContaining("found nobody");
    }

    @Test
    void messages_go_both_ways_also_after_it_was_closed() throws IOException {
        EditorKey editor = newEditor();
        store.store(receipt, told("hello"), Optional.empty(), FACTS, ArrivingFiles.NONE);
        SubmissionId id = id(receipt);
        submissions.close(id, ClosingReason.TOO_LITTLE_TO_GO_ON);

        assertThat(add.text(id, ItemKind.FROM_EDITOR, "what did they say?")).isEqualTo(AddToSubmission.Result.ADDED);
        add.text(id, ItemKind.FROM_PERSON, "nothing at all");
        add.files(id, file("later.txt", "later".getBytes()));

        Dossier seen = own.find(receipt)
                .flatMap(OwnSubmission.Found::key)
                .flatMap(dossiers::open)
                .orElseThrow();
        assertThat(seen.items())
                .extracting(Item::kind)
                .containsExactly(ItemKind.FROM_EDITOR, ItemKind.FROM_PERSON, ItemKind.FILE);
        assertThat(seen.items().get(0).text()).contains("what did they say?");
        assertThat(own.unseen(id)).isEqualTo(1);
        own.see(id);
        assertThat(own.unseen(id)).isZero();
        assertThat(submissions.unseen(id)).isEqualTo(2);
        submissions.lookAt(id);
        assertThat(submissions.unseen(id)).isZero();
        assertThat(submissions
                        .unlock(id, editor)
                        .flatMap(dossiers::open)
                        .orElseThrow()
                        .items())
                .hasSize(3);
    }

    @Test
    void what_was_moved_to_another_row_or_altered_is_not_taken_for_the_person_s_word() throws IOException {
        EditorKey editor = newEditor();
        ReceiptKeys other = keys();
        store.store(receipt, told("mine"), Optional.empty(), FACTS, file("a", "aaaa".getBytes()));
        store.store(other, told("theirs"), Optional.empty(), FACTS, ArrivingFiles.NONE);
        add.text(id(receipt), ItemKind.FROM_PERSON, "one");
        add.text(id(receipt), ItemKind.FROM_EDITOR, "two");
        UUID mine = id(receipt).value();
        database.change("""
                UPDATE submission_item SET sealed = (SELECT sealed FROM submission_item WHERE submission = ? AND kind = 'from-person')
                WHERE submission = ? AND kind = 'from-editor'
                """, mine, mine);
        database.change(
                "UPDATE submission SET sealed = (SELECT sealed FROM submission WHERE id = ?) WHERE id = ?",
                mine,
                id(other).value());
        database.change(
                "UPDATE submission_part SET bytes = set_byte(bytes, 300, get_byte(bytes, 300) # 1) WHERE item IN (SELECT id FROM submission_item WHERE submission = ?)",
                mine);

        SubmissionKey key = submissions.unlock(id(receipt), editor).orElseThrow();
        Dossier dossier = dossiers.open(key).orElseThrow();
        assertThat(dossier.items()).extracting(Item::text).containsExactly(Optional.empty(), Optional.of("one"));
        assertThatThrownBy(() -> dossiers.file(key, dossier.items().get(0)).readAllBytes())
                .isInstanceOf(IOException.class);
        assertThat(submissions.unlock(id(other), editor).flatMap(dossiers::open))
                .isEmpty();
    }

    @Test
    void withdrawing_destroys_every_copy_of_the_key_and_all_it_opened() throws IOException {
        EditorKey editor = newEditor();
        store.store(receipt, told("please forget"), Optional.empty(), FACTS, file("a", "ten bytes.".getBytes()));
        SubmissionId id = id(receipt);
        submissions.publish(id, "some-case", List.of("r1", "e2"));
        ReceiptKeys other = keys();
        store.store(other, told("me too"), Optional.empty(), FACTS, ArrivingFiles.NONE);
        submissions.publish(id(other), "some-case", List.of("e2"));

        own.withdraw(own.find(receipt).flatMap(OwnSubmission.Found::key).orElseThrow());

        assertThat(own.find(receipt).orElseThrow().key()).isEmpty();
        assertThat(own.standing(id).state()).isEqualTo(SubmissionState.WITHDRAWN);
        assertThat(own.standing(id).consents()).isEqualTo(Consents.NONE);
        assertThat(submissions.unlock(id, editor)).isEmpty();
        for (String table : List.of("submission_key", "submission_item")) {
            assertThat(count(table + " WHERE submission = '" + id + "'"))
                    .as(table)
                    .isZero();
        }
        assertThat(add.text(id, ItemKind.FROM_EDITOR, "are you there?")).isEqualTo(AddToSubmission.Result.WITHDRAWN);
        assertThatThrownBy(() -> submissions.publish(id, "late", List.of("r1"))).isInstanceOf(AlreadyDecided.class);
        assertThat(Heard.withdrawn.stream()
                        .filter(event -> event.id().equals(id))
                        .findFirst()
                        .orElseThrow()
                        .yields())
                .containsExactly(new Yield("some-case", "e2", true), new Yield("some-case", "r1", false));
    }

    @Test
    void a_consent_taken_back_is_told_to_those_who_relied_on_it() throws IOException {
        store.store(receipt, told("changed my mind"), Optional.empty(), FACTS, ArrivingFiles.NONE);
        SubmissionKey key = own.find(receipt).flatMap(OwnSubmission.Found::key).orElseThrow();

        own.consent(key, Consents.NONE);
        own.consent(key, Consents.NONE);

        assertThat(Heard.consents.stream().filter(event -> event.id().equals(key.id())))
                .containsExactly(new ConsentsChanged(key.id(), FACTS, Consents.NONE, List.of()));
    }

    private long count(String from) {
        return database.first("SELECT count(*) FROM " + from, row -> row.getLong(1))
                .orElseThrow();
    }

    @Test
    void who_the_person_is_lies_apart_from_what_they_told() throws IOException {
        EditorKey editor = newEditor();
        store.store(receipt, told("it was me"), Optional.of("Somebody Known"), FACTS, ArrivingFiles.NONE);
        SubmissionKey key = submissions.unlock(id(receipt), editor).orElseThrow();
        Dossier dossier = dossiers.open(key).orElseThrow();
        assertThat(dossier.items()).isEmpty();
        assertThat(dossiers.saysWho(key.id())).isTrue();
        assertThat(dossiers.person(key)).contains("Somebody Known");
    }

    @Test
    void nothing_that_was_told_is_in_any_table() throws IOException {
        String sentinel = "sentinel-" + UUID.randomUUID();
        store.store(
                receipt,
                told(sentinel),
                Optional.empty(),
                FACTS,
                file(sentinel + ".txt", sentinel.getBytes(StandardCharsets.UTF_8)));
        add.text(id(receipt), ItemKind.FROM_PERSON, sentinel);
        Map<String, String> hex = Map.of("text", sentinel, "hex", HexFormat.of().formatHex(sentinel.getBytes()));
        for (String table :
                List.of("submission", "submission_key", "submission_item", "submission_part", "key_holder")) {
            String rows =
                    String.join("\n", database.list("SELECT t::text FROM " + table + " t", row -> row.getString(1)));
            assertThat(rows).as(table).doesNotContain(hex.values());
        }
    }
}
