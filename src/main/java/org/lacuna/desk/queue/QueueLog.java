package org.lacuna.desk.queue;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.lacuna.desk.door.Audit;
import org.lacuna.desk.door.DeskAction;

/** The one place from which this package writes into the list of what editors did. */
@ApplicationScoped
class QueueLog {
    private final Audit audit;

    QueueLog(Audit audit) {
        this.audit = audit;
    }

    /** @param why never a word that a person wrote to us */
    void note(UUID editor, DeskAction what, String about, String why) {
        audit.act(editor, what, about, why);
    }
}
