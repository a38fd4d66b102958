package org.lacuna.intake;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.lacuna.intake.seal.Identity;
import org.lacuna.intake.seal.ReceiptKeys;
import org.lacuna.shared.Seal;

/** Wraps the private key of a submission to those who may open it, and unwraps it. */
@ApplicationScoped
class SubmissionKeys {
    private static final String RECEIPT = "receipt";

    private final KeyQueries queries;

    SubmissionKeys(KeyQueries queries) {
        this.queries = queries;
    }

    /** @throws IllegalStateException if there is nobody yet who could read it */
    void wrap(SubmissionId id, Identity identity, ReceiptKeys receipt) {
        var holders = queries.holders();
        if (holders.isEmpty()) {
            throw new IllegalStateException("expected at least one holder of a key, found none: nobody could read it");
        }
        holders.forEach((holder, recipient) -> queries.addKey(id, holder, recipient.close(identity.line())));
        queries.addKey(id, RECEIPT, Seal.close(receipt.wrapping(), identity.line(), boundTo(id)));
    }

    Optional<SubmissionKey> unwrap(SubmissionId id, EditorKey key) {
        return queries.key(id, key.holder())
                .flatMap(wrapped -> unwrap(key, wrapped))
                .map(identity -> new SubmissionKey(id, identity));
    }

    Optional<Identity> unwrap(EditorKey key, KeyQueries.Wrapped wrapped) {
        return key.identity().open(wrapped.key()).map(line -> Identity.of(line, wrapped.recipient()));
    }

    Optional<SubmissionKey> unwrap(SubmissionId id, ReceiptKeys receipt) {
        return queries.key(id, RECEIPT)
                .flatMap(wrapped -> Seal.open(receipt.wrapping(), wrapped.key(), boundTo(id))
                        .map(line -> Identity.of(line, wrapped.recipient())))
                .map(identity -> new SubmissionKey(id, identity));
    }

    private static byte[] boundTo(SubmissionId id) {
        return ("lacuna submission key " + id).getBytes(StandardCharsets.UTF_8);
    }
}
