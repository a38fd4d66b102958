package org.lacuna.desk.queue;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.lacuna.desk.door.DeskAction;
import org.lacuna.desk.door.DeskQueries;

/** The one place from which this package writes into the list of what editors did. */
@ApplicationScoped
class QueueLog {
    private final DeskQueries queries;

    QueueLog(DeskQueries queries) {
        this.queries = queries;
    }

    /** @param why never a word that a person wrote to us */
    void note(UUID editor, DeskAction what, String about, String why) {
        queries.act(editor, what, about, why);
    }
}
