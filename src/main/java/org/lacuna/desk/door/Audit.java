package org.lacuna.desk.door;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.lacuna.shared.Digest;

/**
 * Writes down what is done at the desk: who, what, about what, why, when. Each line is chained to the one before by
 * digest, so that none can be changed, dropped or slipped in unseen. A line is part of the transaction that does what it
 * tells; from then on until its end no other line can be written, so it is best written last.
 */
@ApplicationScoped
public class Audit {
    private final AuditQueries queries;
    private final Clock clock;

    Audit(AuditQueries queries, Clock clock) {
        this.queries = queries;
        this.clock = clock;
    }

    /**
     * Writes down what an editor did.
     *
     * @param about a submission's id, a case's slug, an editor's name
     * @param why the reason, or what was chosen; never a word that a person wrote to us
     */
    @Transactional
    public void act(UUID editor, DeskAction action, String about, String why) {
        append(Optional.of(editor), action, about, why);
    }

    /** Writes down what was done by a command on the console. */
    @Transactional
    public void onConsole(DeskAction action, String about, String why) {
        append(Optional.empty(), action, about, why);
    }

    private void append(Optional<UUID> who, DeskAction action, String about, String why) {
        queries.lock();
        AuditQueries.End end = queries.end().orElseGet(this::chainOlderLines);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        queries.append(new AuditLine(end.number() + 1, now, who, action.word(), about, why, end.digest()));
    }

    private AuditQueries.End chainOlderLines() {
        long number = 0;
        Digest previous = AuditLine.BEFORE_ALL;
        for (AuditLine old : queries.unchained()) {
            AuditLine line =
                    new AuditLine(++number, old.at(), old.who(), old.action(), old.about(), old.why(), previous);
            queries.append(line);
            previous = line.digest();
        }
        return new AuditQueries.End(number, previous);
    }
}
