package org.lacuna.intake;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.lacuna.intake.seal.Identity;
import org.lacuna.intake.seal.Recipient;

/** Gives a holder what another one can open, in steps: stopped in the middle, it goes on where it was. */
@ApplicationScoped
public class Rewrap {
    private static final int STEP = 100;

    private final KeyQueries queries;
    private final SubmissionKeys keys;

    Rewrap(KeyQueries queries, SubmissionKeys keys) {
        this.queries = queries;
        this.keys = keys;
    }

    /** How many stored submissions this holder cannot open. */
    public long lacking(String holder) {
        return queries.lacking(holder);
    }

    /**
     * Wraps every submission that one can open to the other as well.
     *
     * @return how many there were
     * @throws IllegalArgumentException if there is no such holder
     */
    public long give(EditorKey from, String to) {
        Recipient recipient = Optional.ofNullable(queries.holders().get(to))
                .orElseThrow(() -> new IllegalArgumentException("expected somebody who holds a key, found " + to));
        long given = 0;
        int step;
        do {
            step = QuarkusTransaction.requiringNew().call(() -> step(from, to, recipient));
            given += step;
        } while (step > 0);
        return given;
    }

    private int step(EditorKey from, String to, Recipient recipient) {
        List<KeyQueries.Wrapped> lacking = queries.lacking(from.holder(), to, STEP);
        for (KeyQueries.Wrapped each : lacking) {
            Identity identity = keys.unwrap(from, each)
                    .orElseThrow(() -> new IllegalStateException(
                            "submission " + each.id() + " does not open with the key of " + from.holder()));
            queries.addKey(each.id(), to, recipient.close(identity.line()));
        }
        return lacking.size();
    }
}
