package org.lacuna.publication;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.lacuna.ledger.LogCheck;
import org.lacuna.shared.Database;

/**
 * Compares what this database says was published with what the log says: an edit by somebody who went around the program is
 * named. Nothing is mended, and the log does not change by it.
 */
@ApplicationScoped
public class CompareWithLog {
    private static final int MOST = 100;

    private final LogCheck log;
    private final Database database;
    private final ObjectMapper json;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "log-self-check");
        thread.setDaemon(true);
        return thread;
    });

    CompareWithLog(LogCheck log, Database database, ObjectMapper json) {
        this.log = log;
        this.database = database;
        this.json = json;
    }

    /** A change and its document, and the digest of the bytes that are stored now. */
    private record Stored(String action, String kind, String slug, String digest, String kept, String now) {}

    /** On every node that serves a log, since each has files of its own; Quartz runs a job on one of all. */
    void start(@Observes StartupEvent started) {
        log.every()
                .ifPresent(time -> timer.scheduleWithFixedDelay(
                        this::check, time.toSeconds(), time.toSeconds(), TimeUnit.SECONDS));
    }

    void stop(@Observes ShutdownEvent stopped) {
        timer.shutdownNow();
    }

    /** A timer that throws is never called again. */
    private void check() {
        try {
            log.tell(differences());
        } catch (RuntimeException failed) {
            log.tell(List.of("the log could not be compared: " + failed.getMessage()));
        }
    }

    /** What differs, in words; no more than {@value #MOST} of them. */
    public List<String> differences() {
        List<String> wrong = new ArrayList<>();
        long[] last = {0};
        log.check((first, entries) -> last[0] = compare(first, entries, last[0], wrong), what -> add(wrong, what));
        return wrong;
    }

    private long compare(long first, List<byte[]> entries, long before, List<String> wrong) {
        List<JsonNode> changes = new ArrayList<>();
        for (int i = 0; i < entries.size(); i++) {
            JsonNode entry = read(entries.get(i));
            if (entry.path("type").asText().equals("change")) {
                changes.add(entry);
            }
        }
        long last = changes.stream()
                .mapToLong(each -> each.path("sequence").asLong())
                .max()
                .orElse(before);
        Map<Long, Stored> stored = stored(before, last);
        for (JsonNode entry : changes) {
            long sequence = entry.path("sequence").asLong();
            Stored found = stored.remove(sequence);
            if (found == null) {
                add(
                        wrong,
                        "change " + sequence + " of " + entry.path("slug").asText()
                                + " stands in the log and is gone from the database");
            } else {
                compare(sequence, entry, found, wrong);
            }
        }
        stored.forEach((sequence, extra) -> add(
                wrong, "change " + sequence + " of " + extra.slug() + " stands in the database and not in the log"));
        return last;
    }

    private static void compare(long sequence, JsonNode entry, Stored found, List<String> wrong) {
        String what = "change " + sequence + " of " + entry.path("slug").asText();
        if (!found.action().equals(entry.path("action").asText())
                || !found.kind().equals(entry.path("kind").asText())
                || !found.slug().equals(entry.path("slug").asText())
                || !List.of(found.digest(), found.kept())
                        .contains(entry.path("digest").asText())) {
            add(wrong, what + " is another in the database than in the log");
        }
        if (!found.now().equals(found.kept())) {
            add(wrong, what + ": its document is not the one that was published");
        }
    }

    private Map<Long, Stored> stored(long after, long upTo) {
        Map<Long, Stored> stored = new HashMap<>();
        database.list(
                """
                SELECT c.sequence, c.action, c.kind, c.slug, c.digest, coalesce(d.digest, c.digest),
                    coalesce('sha256:' || encode(sha256(d.body), 'hex'), '')
                FROM change c LEFT JOIN document d USING (sequence) WHERE c.sequence > ? AND c.sequence <= ?
                """,
                row -> stored.put(
                        row.getLong(1),
                        new Stored(
                                row.getString(2),
                                row.getString(3),
                                row.getString(4),
                                row.getString(5),
                                row.getString(6),
                                row.getString(7))),
                after,
                upTo);
        return stored;
    }

    private static void add(List<String> wrong, String what) {
        if (wrong.size() < MOST) {
            wrong.add(what);
        }
    }

    private JsonNode read(byte[] entry) {
        try {
            return json.readTree(entry);
        } catch (IOException changed) {
            return json.createObjectNode();
        }
    }
}
