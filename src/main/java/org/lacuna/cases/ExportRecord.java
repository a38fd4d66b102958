package org.lacuna.cases;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.lacuna.shared.TextFile;

/** Writes the record in the format of its import. It holds shielded entries: it is for operators, not for the public. */
@ApplicationScoped
public class ExportRecord {
    private final CaseQueries queries;
    private final Clock clock;

    ExportRecord(CaseQueries queries, Clock clock) {
        this.queries = queries;
        this.clock = clock;
    }

    /** Slugs of all incidents. */
    public List<String> incidents() {
        return queries.incidents(clock.instant());
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
