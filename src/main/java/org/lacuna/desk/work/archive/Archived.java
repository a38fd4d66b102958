package org.lacuna.desk.work.archive;

import java.util.Optional;
import org.lacuna.shared.Digest;

/** What came of a try to keep a copy. */
public sealed interface Archived {
    /** There is a copy. */
    record Kept(Digest digest) implements Archived {}

    /** There is none, and this says why in one sentence. */
    record NotKept(String reason) implements Archived {}

    /** The digest of the copy. */
    default Optional<Digest> copy() {
        return this instanceof Kept kept ? Optional.of(kept.digest()) : Optional.empty();
    }

    /** Why there is none; empty if there is one. */
    default Optional<String> obstacle() {
        return this instanceof NotKept not ? Optional.of(not.reason()) : Optional.empty();
    }
}
