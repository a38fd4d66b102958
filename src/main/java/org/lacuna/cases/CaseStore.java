package org.lacuna.cases;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.lacuna.shared.Database;
import org.lacuna.shared.Digest;

/** Inserts facts. There is nothing here that updates or deletes. */
@ApplicationScoped
class CaseStore {
    private final Database database;
    private final ObjectMapper json;

    CaseStore(Database database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    /** Makes everybody else who records wait until this transaction ends, so that what was compared stays true. */
    void lock() {
        database.lock("record");
    }

    void incident(String slug, Instant at) {
        database.change("INSERT INTO incident (slug, recorded) VALUES (?, ?)", slug, at.atOffset(ZoneOffset.UTC));
    }

    void wording(Incident incident, Instant at) {
        database.change(
                "INSERT INTO incident_wording (incident, title, summary, recorded) VALUES (?, ?, ?, ?)",
                incident.slug(),
                incident.title(),
                incident.summary(),
                at.atOffset(ZoneOffset.UTC));
    }

    void source(String incident, Source source, Instant at) {
        database.change(
                """
                INSERT INTO source (incident, id, publisher, title, url, published, language, archived, recorded)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                incident,
                source.id(),
                source.publisher(),
                source.title(),
                source.url(),
                source.published(),
                source.language(),
                source.archived().map(Digest::toString),
                at.atOffset(ZoneOffset.UTC));
    }

    void opened(String incident, Case opened, Instant at) {
        database.change(
                "INSERT INTO cases (slug, incident, platform, recorded) VALUES (?, ?, ?, ?)",
                opened.slug(),
                incident,
                opened.platform(),
                at.atOffset(ZoneOffset.UTC));
    }

    void subject(String caseSlug, Subject subject, Instant at) {
        database.change(
                """
                INSERT INTO subject (case_slug, kind, name, url, based_in, topics, recorded) VALUES (?, ?, ?, ?, ?, ?, ?)
                """,
                caseSlug,
                subject.kind(),
                subject.name(),
                subject.url(),
                subject.basedIn(),
                subject.topics().toArray(String[]::new),
                at.atOffset(ZoneOffset.UTC));
    }

    void verification(String caseSlug, Verification level, Instant at) {
        database.change(
                "INSERT INTO verification (case_slug, level, recorded) VALUES (?, ?, ?)",
                caseSlug,
                level.word(),
                at.atOffset(ZoneOffset.UTC));
    }

    void verification(
            String caseSlug, Verification level, String reason, Optional<String> shown, UUID editor, Instant at) {
        database.change(
                "INSERT INTO verification (case_slug, level, reason, shown, editor, recorded) VALUES (?, ?, ?, ?, ?, ?)",
                caseSlug,
                level.word(),
                reason,
                shown,
                editor,
                at.atOffset(ZoneOffset.UTC));
    }

    void entry(String caseSlug, Entry entry) {
        Head head = entry.head();
        database.change(
                """
                INSERT INTO entry (case_slug, id, type, happened, earliest, latest, text, sources, own, disputed, recorded)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?::jsonb, ?)
                """,
                caseSlug,
                head.id(),
                entry.type(),
                head.date().toString(),
                head.date().earliest(),
                head.date().latest(),
                head.text(),
                head.sources().toArray(String[]::new),
                write(entry.own()),
                write(head.disputed()),
                head.recorded().orElseThrow().atOffset(ZoneOffset.UTC));
    }

    void conflict(String caseSlug, Conflict conflict, Instant at) {
        database.change(
                "INSERT INTO conflict (case_slug, about, sides, recorded) VALUES (?, ?, ?::jsonb, ?)",
                caseSlug,
                conflict.about(),
                write(conflict.values()),
                at.atOffset(ZoneOffset.UTC));
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("texts, lists and maps always have a JSON form", impossible);
        }
    }
}
