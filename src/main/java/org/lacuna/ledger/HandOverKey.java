package org.lacuna.ledger;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Files;
import java.nio.file.Path;
import org.lacuna.ledger.note.HandOver;
import org.lacuna.ledger.note.NoteKey;

/** Puts another key in the place of the service's: the old one signs, in the log, that the new one follows it. */
@ApplicationScoped
public class HandOverKey {
    private final ServiceKey key;
    private final KeyQueries keys;
    private final LogQueries queries;
    private final LogSigner signer;

    HandOverKey(ServiceKey key, KeyQueries keys, LogQueries queries, LogSigner signer) {
        this.key = key;
        this.keys = keys;
        this.queries = queries;
        this.signer = signer;
    }

    /**
     * Hands over. From the commit on no process signs with the old key; each needs the new file and a new start.
     *
     * @param to file of the new key; made if there is none
     * @return the new key as the log shows it
     * @throws IllegalStateException if the old key's file is not the right one
     */
    public String to(Path to) {
        if (!Files.exists(to)) {
            SigningKeyFile.make(to);
        }
        VerificationKey next =
                new VerificationKey(SigningKeyFile.read(to).generatePublicKey().getEncoded());
        // under the lock it would wait for itself: reading the key is a transaction of its own
        key.hold();
        return QuarkusTransaction.joiningExisting().call(() -> {
            keys.lock();
            String origin = signer.origin(queries.checkpoint().map(LogQueries.Signed::origin));
            NoteKey before = signer.key(origin);
            NoteKey after = new NoteKey(origin, NoteKey.NOTE, next.bytes());
            if (before.equals(after)) {
                throw new IllegalStateException("expected another key in " + to + ", found the one in use");
            }
            HandOver handOver = new HandOver(before, after, key.sign(HandOver.message(before, after)));
            if (!handOver.signed()) {
                throw new IllegalStateException(
                        "the key that this process holds is not the service's any more; start it anew");
            }
            queries.addLeaf(handOver.entry());
            keys.record(next);
            return after.toString();
        });
    }
}
