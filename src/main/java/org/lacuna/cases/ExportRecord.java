package org.lacuna.cases;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import org.lacuna.shared.TextFile;

/** Writes the record in the format of its import. It holds shielded entries: it is for operators, not for the public. */
@ApplicationScoped
public class ExportRecord {
    private final CaseQueries queries;

    ExportRecord(CaseQueries queries) {
        this.queries = queries;
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
        return new TextFile(incident + ".yaml", new RecordWriter().write(found));
    }
}
