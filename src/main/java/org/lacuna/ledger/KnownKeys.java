package org.lacuna.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import org.lacuna.ledger.note.HandOver;
import org.lacuna.ledger.note.NoteKey;
import org.lacuna.ledger.note.SignedNote;

/** The keys that this service has signed with, as the database remembers them, compared with what the log says of them. */
@ApplicationScoped
public class KnownKeys {
    private final KeyQueries queries;

    KnownKeys(KeyQueries queries) {
        this.queries = queries;
    }

    /** Whether one of our keys handed over to the next one, and signed that. */
    public boolean knows(HandOver handOver) {
        return handOver.signed() && handedOver(queries.all(), handOver);
    }

    /** Keys that nothing in the log hands over to, though they are not the first: somebody put them into the database. */
    public List<VerificationKey> unexplained(List<HandOver> inTheLog) {
        List<VerificationKey> all = queries.all();
        List<VerificationKey> unexplained = new ArrayList<>();
        for (int i = 1; i < all.size(); i++) {
            List<VerificationKey> pair = all.subList(i - 1, i + 1);
            if (inTheLog.stream().noneMatch(each -> each.signed() && handedOver(pair, each))) {
                unexplained.add(pair.get(1));
            }
        }
        return unexplained;
    }

    /** Whether one of them signed this checkpoint. */
    boolean signed(SignedNote note, String origin) {
        try {
            return queries.all().stream()
                    .anyMatch(key -> note.signedBy(new NoteKey(origin, NoteKey.NOTE, key.bytes())));
        } catch (IllegalArgumentException forged) {
            return false;
        }
    }

    private static boolean handedOver(List<VerificationKey> inOrder, HandOver handOver) {
        int from = inOrder.indexOf(new VerificationKey(handOver.from().key()));
        return from >= 0
                && from + 1 < inOrder.size()
                && inOrder.get(from + 1)
                        .equals(new VerificationKey(handOver.to().key()));
    }
}
