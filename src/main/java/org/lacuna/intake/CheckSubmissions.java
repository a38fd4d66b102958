package org.lacuna.intake;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import org.lacuna.shared.Database;

/**
 * Looks at what is stored without opening it: nothing may be readable, half, without a key, or without a submission. A
 * sound installation has no findings, also right after a crash.
 */
@ApplicationScoped
public class CheckSubmissions {
    private static final String AGE = "'\\x6167652d656e6372797074696f6e2e6f72672f7631'::bytea";

    private final Database database;

    CheckSubmissions(Database database) {
        this.database = database;
    }

    /**
     * Something that must not be.
     *
     * @param what in words
     * @param rows how many rows are so
     */
    public record Finding(String what, long rows) {}

    /** What is wrong; empty if nothing is. */
    public List<Finding> check() {
        List<Finding> found = new ArrayList<>();
        count(found, "submissions that no receipt opens", """
                submission s WHERE state <> 'withdrawn'
                AND NOT EXISTS (SELECT 1 FROM submission_key k WHERE k.submission = s.id AND k.holder = 'receipt')
                """);
        count(found, "submissions that nobody but their sender opens", """
                submission s WHERE state <> 'withdrawn' AND NOT EXISTS (SELECT 1 FROM submission_key k
                JOIN key_holder h ON h.holder = k.holder WHERE k.submission = s.id)
                """);
        count(found, "withdrawn submissions that still have a key", """
                submission_key k JOIN submission s ON s.id = k.submission WHERE s.state = 'withdrawn'
                """);
        count(found, "withdrawn submissions that still have items", """
                submission_item i JOIN submission s ON s.id = i.submission WHERE s.state = 'withdrawn'
                """);
        count(found, "keys of nobody", """
                submission_key k WHERE holder <> 'receipt'
                AND NOT EXISTS (SELECT 1 FROM key_holder h WHERE h.holder = k.holder)
                """);
        count(found, "files without their bytes", """
                submission_item i WHERE kind = 'file' AND NOT EXISTS (SELECT 1 FROM submission_part p
                WHERE p.item = i.id AND p.position = 0)
                """);
        count(found, "files with a piece missing", """
                (SELECT item FROM submission_part GROUP BY item HAVING max(position) + 1 <> count(*)) AS torn
                """);
        count(found, "texts that are not closed", "submission WHERE sealed IS NOT NULL AND " + open("sealed"));
        count(found, "items that are not closed", "submission_item WHERE " + open("sealed"));
        count(found, "files that are not closed", "submission_part WHERE position = 0 AND " + open("bytes"));
        return found;
    }

    private static String open(String column) {
        return "substring(" + column + " FROM 1 FOR 21) <> " + AGE;
    }

    private void count(List<Finding> found, String what, String from) {
        long rows = database.first("SELECT count(*) FROM " + from, row -> row.getLong(1))
                .orElseThrow();
        if (rows > 0) {
            found.add(new Finding(what, rows));
        }
    }
}
