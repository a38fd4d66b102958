package org.lacuna.desk.work.form;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.lacuna.page.SentForm;
import org.lacuna.shared.Database;

/** Takes each form once: two clicks record one entry, and so does a form that is sent again after a lost answer. */
@ApplicationScoped
public class OnceQueries {
    private static final String FIELD = "once";
    private static final Duration KEPT = Duration.ofDays(1);

    private final Database database;
    private final Clock clock;

    OnceQueries(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** The mark of a form: the one it came with, or a new one. */
    public static String mark(SentForm form) {
        return read(form).orElseGet(UUID::randomUUID).toString();
    }

    /** Complains about a form that does not carry the mark of a page of ours. */
    public static void check(SentForm form) {
        if (read(form).isEmpty()) {
            form.refuse(FIELD, "This form came without its mark. Please send it again as it stands here.");
        }
    }

    /**
     * Takes a form that was {@link #check checked}, in the transaction of the caller; whoever sends the same one meanwhile
     * waits for its end.
     *
     * @return false if it was taken before
     */
    public boolean take(SentForm form) {
        Instant now = clock.instant();
        database.change("""
                DELETE FROM form_taken WHERE id IN (SELECT id FROM form_taken WHERE taken < ? FOR UPDATE SKIP LOCKED)
                """, now.minus(KEPT).atOffset(ZoneOffset.UTC));
        return database.change(
                        "INSERT INTO form_taken (id, taken) VALUES (?, ?) ON CONFLICT DO NOTHING",
                        read(form).orElseThrow(),
                        now.atOffset(ZoneOffset.UTC))
                == 1;
    }

    private static Optional<UUID> read(SentForm form) {
        try {
            return Optional.of(UUID.fromString(form.value(FIELD)));
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }
}
