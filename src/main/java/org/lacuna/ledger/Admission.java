package org.lacuna.ledger;

import java.util.List;
import java.util.Optional;

/** Looks at leaves before they get into the tree: what is signed once can never be taken back. */
public interface Admission {
    /**
     * Whether these are what the database says was published, each in its turn.
     *
     * @param first position of the first of them
     * @return what is wrong with them, in one sentence; then nothing is signed until a person has looked
     */
    Optional<String> refuse(long first, List<byte[]> entries);
}
