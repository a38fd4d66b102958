package org.lacuna.publication;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.stream.Collectors;
import org.lacuna.shared.Database;

/** Keeps which captures each version of a case names and which it offers, so that nothing else of them is handed out. */
@ApplicationScoped
class CitedCaptures implements Projection {
    private final Database database;

    CitedCaptures(Database database) {
        this.database = database;
    }

    @Override
    public void write(PublicCase version, String about) {
        Set<String> offered =
                version.captures().stream().map(PublicCase.Capture::record).collect(Collectors.toSet());
        for (String record : NamedCaptures.of(version.timeline(), version.sources())) {
            database.insert(
                    "cited_capture", "sequence, record, offered", version.sequence(), record, offered.contains(record));
            database.change(
                    "INSERT INTO named_capture (record, incident) VALUES (?, ?) ON CONFLICT DO NOTHING",
                    record,
                    version.incident());
        }
    }
}
