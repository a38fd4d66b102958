package org.lacuna.publication;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.lacuna.shared.Database;

/** Copies of captures that documents may offer. */
@ApplicationScoped
class OfferedCaptureQueries {
    private final Database database;

    OfferedCaptureQueries(Database database) {
        this.database = database;
    }

    /** Those of these captures of which there is one, by the digest of the capture. */
    Map<String, PublicCase.Capture> of(Collection<String> records) {
        Map<String, PublicCase.Capture> found = new HashMap<>();
        if (!records.isEmpty()) {
            database.list(
                    """
                    SELECT record, copy, target, captured, length(bytes) FROM offered_capture WHERE record = ANY (?)
                    """,
                    row -> found.put(
                            row.getString(1),
                            new PublicCase.Capture(
                                    row.getString(1),
                                    row.getString(2),
                                    row.getString(3),
                                    row.getObject(4, OffsetDateTime.class).toInstant(),
                                    row.getLong(5))),
                    (Object) records.toArray(String[]::new));
        }
        return found;
    }
}
