package org.lacuna.cases;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import org.lacuna.shared.TextFile;

/**
 * Writes the record in the format of its import. It holds shielded entries and those that are only hidden: it is for
 * operators, not for the public.
 */
@ApplicationScoped
public class ExportRecord {
    private final CaseQueries queries;
    private final RecordMarks marks;

    ExportRecord(CaseQueries queries, RecordMarks marks) {
        this.queries = queries;
        this.marks = marks;
    }

    /** Slugs of all incidents that were recorded by this moment. */
    public List<String> incidents(Instant asOf) {
        return queries.incidents(asOf);
    }

    /**
     * One incident as a file of its name.
     *
     * @param asOf only what was recorded by then
     */
    @Transactional
    public TextFile file(String incident, Instant asOf) {
        Incident found = queries.incident(incident, asOf)
                .orElseThrow(() ->
                        new IllegalArgumentException("expected the slug of an incident, found '" + incident + "'"));
        return new TextFile(incident + ".yaml", new RecordWriter().write(found, marks.of(found, asOf)));
    }
}
