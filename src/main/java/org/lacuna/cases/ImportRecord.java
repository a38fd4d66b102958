package org.lacuna.cases;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jboss.logging.Logger;
import org.lacuna.platform.Platforms;
import org.lacuna.shared.InvalidFile;
import org.lacuna.shared.TextFile;

/** Takes files of the record in: all of them or none. */
@ApplicationScoped
public class ImportRecord {
    private static final Logger LOG = Logger.getLogger(ImportRecord.class);

    private final RecordReader reader;
    private final RecordIncident record;
    private final CaseStore store;
    private final CaseQueries queries;
    private final RecordMarks marks;
    private final CasesSettings settings;

    ImportRecord(
            Platforms platforms,
            RecordIncident record,
            CaseStore store,
            CaseQueries queries,
            RecordMarks marks,
            CasesSettings settings) {
        this.marks = marks;
        this.reader = new RecordReader(id -> platforms.find(id).isPresent());
        this.record = record;
        this.store = store;
        this.queries = queries;
        this.settings = settings;
    }

    /**
     * What an import did.
     *
     * @param changed slugs of the cases that have new facts
     */
    public record Imported(int incidents, int cases, Set<String> changed) {}

    /**
     * Reads all files before it records anything.
     *
     * @throws InvalidFile if one does not follow the format, or contradicts what is recorded
     */
    @Transactional
    public Imported files(List<TextFile> files) {
        List<Incident> incidents = reader.readAll(files);
        Set<String> changed = new LinkedHashSet<>();
        for (int i = 0; i < files.size(); i++) {
            changed.addAll(record(files.get(i), incidents.get(i)));
        }
        // when everything is there: a case may have gone into one of another file
        for (int i = 0; i < files.size(); i++) {
            takeMarks(files.get(i), incidents.get(i).slug());
        }
        return new Imported(
                incidents.size(),
                incidents.stream().mapToInt(incident -> incident.cases().size()).sum(),
                changed);
    }

    private void takeMarks(TextFile file, String incident) {
        try {
            marks.take(incident, reader.marks(file.name(), file.text()));
        } catch (IllegalArgumentException refused) {
            throw new InvalidFile(file.name(), refused.getMessage(), "Correct the file");
        }
    }

    private Set<String> record(TextFile file, Incident incident) {
        try {
            return record.record(List.of(incident));
        } catch (RecordIncident.AlreadyRecorded other) {
            throw new InvalidFile(file.name(), other.getMessage(), other.remedy());
        } catch (IllegalArgumentException refused) {
            throw new InvalidFile(file.name(), refused.getMessage(), "Correct the file");
        }
    }

    /** Two nodes may start at once: the second waits for the first, then finds the record there. */
    @Transactional
    void foundingRecord(@Observes @Priority(100) StartupEvent started) {
        if (!settings.importOnEmpty()) {
            return;
        }
        store.lock();
        if (queries.empty()) {
            Imported imported = files(TextFile.onClassPath("record", ".yaml"));
            LOG.infof("founding record: %d incidents, %d cases", imported.incidents(), imported.cases());
        }
    }
}
