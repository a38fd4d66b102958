package org.lacuna.cases;

import jakarta.enterprise.context.ApplicationScoped;
import org.lacuna.platform.Platforms;

/** Writes an incident in the record's own format and reads it back: how it is kept while it waits to be recorded. */
@ApplicationScoped
public class RecordText {
    private final Platforms platforms;

    RecordText(Platforms platforms) {
        this.platforms = platforms;
    }

    /** The incident as a file of the record. */
    public String write(Incident incident) {
        return new RecordWriter().write(incident, Marks.NONE);
    }

    /**
     * Reads what was {@link #write written}.
     *
     * @throws org.lacuna.shared.InvalidFile if it does not follow the format, or names a platform that is gone
     */
    public Incident read(String text) {
        return new RecordReader(id -> platforms.find(id).isPresent()).read("a draft", text);
    }
}
