package org.lacuna.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lacuna.ledger.merkle.Hash;
import org.lacuna.ledger.merkle.TreeHead;
import org.lacuna.ledger.note.NoteKey;
import org.lacuna.ledger.note.SignedNote;
import org.lacuna.shared.Database;

@QuarkusTest
class AskWitnessesTest {
    @ConfigProperty(name = "lacuna.test.origin-port")
    int port;

    @Inject
    AskWitnesses ask;

    @Inject
    LogQueries queries;

    @Inject
    LogSteps steps;

    @Inject
    PublicLog log;

    @Inject
    Database database;

    private SmallWitness witness;

    @BeforeEach
    void a_new_witness() throws Exception {
        grow();
        witness = new SmallWitness(port, NoteKey.parse(log.key()));
    }

    @AfterEach
    void away() {
        witness.close();
        QuarkusTransaction.requiringNew().run(() -> {
            database.change("ALTER TABLE log_cosignature DISABLE TRIGGER USER");
            database.change("DELETE FROM log_cosignature");
            database.change("ALTER TABLE log_cosignature ENABLE TRIGGER USER");
        });
    }

    private LogQueries.Signed grow() {
        QuarkusTransaction.requiringNew()
                .run(() -> database.list(
                        "INSERT INTO log_leaf (position, entry) SELECT log_next(), '{\"type\":\"test\"}'::bytea RETURNING 1",
                        row -> true));
        steps.all();
        return queries.checkpoint().orElseThrow();
    }

    @Test
    void a_witness_signs_as_the_log_grows_and_its_signature_is_published() {
        assertThat(ask.ask(witness.asConfigured(), grow())).isEmpty();
        assertThat(ask.ask(witness.asConfigured(), grow())).isEmpty();
        SignedNote published = SignedNote.parse(log.checkpoint().orElseThrow());
        assertThat(published.signedBy(witness.key())).isTrue();
        assertThat(published.signedBy(NoteKey.parse(log.key()))).isTrue();
        assertThat(log.witnesses()).containsExactly(witness.key().name());
    }

    @Test
    void a_witness_that_has_seen_more_than_we_remember_says_so_and_is_asked_again() {
        witness.seen = queries.checkpoint().orElseThrow().head();
        assertThat(ask.ask(witness.asConfigured(), grow())).isEmpty();
        assertThat(queries.cosignedBy(witness.key().name())).isEqualTo(witness.seen.size());
    }

    @Test
    void a_witness_that_has_seen_another_log_signs_nothing() {
        LogQueries.Signed last = queries.checkpoint().orElseThrow();
        witness.seen = new TreeHead(last.head().size(), Hash.leaf(new byte[0]));
        assertThat(ask.ask(witness.asConfigured(), grow()))
                .hasValueSatisfying(what -> assertThat(what).contains("refused").contains("422"));
        witness.seen = new TreeHead(last.head().size() + 100, Hash.leaf(new byte[0]));
        assertThat(ask.ask(witness.asConfigured(), grow()))
                .hasValueSatisfying(what -> assertThat(what).contains("older backup"));
        assertThat(log.witnesses()).isEmpty();
    }

    @Test
    void what_a_witness_did_not_sign_is_not_published() {
        witness.forges = true;
        assertThat(ask.ask(witness.asConfigured(), grow()))
                .hasValueSatisfying(what -> assertThat(what).contains("no cosignature of its own"));
        assertThat(log.witnesses()).isEmpty();
    }

    @Test
    void a_witness_that_is_not_there_is_told() {
        witness.close();
        assertThat(ask.ask(witness.asConfigured(), grow()))
                .hasValueSatisfying(what -> assertThat(what).contains("did not answer"));
    }

    @Test
    void a_setting_that_names_no_witness_is_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> Witness.parse("https://witness.example"));
        assertThatIllegalArgumentException().isThrownBy(() -> Witness.parse(log.key() + " https://witness.example"));
    }
}
