package org.lacuna.cases;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.lacuna.shared.Database;

/** Where a case went when it was merged or split. */
@ApplicationScoped
public class Redirects {
    static final String MERGED = "merged";
    static final String SPLIT = "split";

    private final Database database;

    Redirects(Database database) {
        this.database = database;
    }

    /** A case that went into another one. */
    public record Merged(String from, String to, Instant recorded) {}

    /** The case into which this one was merged; empty if it stands for itself. */
    public Optional<Merged> merged(String caseSlug) {
        return database.first(
                "SELECT from_slug, to_slug, recorded FROM case_redirect WHERE from_slug = ? AND kind = 'merged'",
                row -> new Merged(
                        row.getString(1),
                        row.getString(2),
                        row.getObject(3, OffsetDateTime.class).toInstant()),
                caseSlug);
    }

    /** The case at the end of the chain: the slug itself if it was never merged. There are no rings. */
    public String follow(String caseSlug) {
        String at = caseSlug;
        for (Optional<Merged> next = merged(at); next.isPresent(); next = merged(at)) {
            at = next.get().to();
        }
        return at;
    }

    /** The cases that took entries of this one, in their order. */
    public List<String> splitInto(String caseSlug) {
        return database.list(
                "SELECT to_slug FROM case_redirect WHERE from_slug = ? AND kind = 'split' ORDER BY id",
                row -> row.getString(1),
                caseSlug);
    }

    void insert(String from, String to, String kind, String reason, Optional<UUID> editor, Instant at) {
        database.change(
                "INSERT INTO case_redirect (from_slug, to_slug, kind, reason, editor, recorded) VALUES (?, ?, ?, ?, ?, ?)",
                from,
                to,
                kind,
                reason,
                editor,
                at.atOffset(ZoneOffset.UTC));
    }
}
