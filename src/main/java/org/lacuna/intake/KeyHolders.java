package org.lacuna.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.lacuna.intake.seal.Recipient;

/** Who can open what people send from now on. */
@ApplicationScoped
public class KeyHolders {
    /** The holder whose private half is on paper, for the day on which all editors have lost theirs. */
    public static final String RECOVERY = "recovery";

    private final KeyQueries queries;
    private final Clock clock;

    KeyHolders(KeyQueries queries, Clock clock) {
        this.queries = queries;
        this.clock = clock;
    }

    /** All of them, by holder. */
    public Map<String, Recipient> all() {
        return queries.holders();
    }

    /**
     * Adds an editor, or exchanges the key of one: what was wrapped to an earlier key of this holder is dropped, since
     * nobody can open it any more. What is stored already must be wrapped by somebody who can open it ({@link Rewrap}).
     */
    @Transactional
    public void put(String holder, Recipient recipient) {
        remove(holder);
        queries.addHolder(holder, recipient, LocalDate.now(clock));
    }

    /** Takes somebody's access to everything that is stored and to what will come. */
    @Transactional
    public void remove(String holder) {
        queries.dropKeysOf(holder);
        queries.dropHolder(holder);
    }
}
