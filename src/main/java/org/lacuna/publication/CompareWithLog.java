package org.lacuna.publication;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.lacuna.ledger.Admission;
import org.lacuna.ledger.KnownKeys;
import org.lacuna.ledger.LogCheck;
import org.lacuna.ledger.merkle.TreeHead;
import org.lacuna.ledger.note.HandOver;
import org.lacuna.shared.Background;
import org.lacuna.shared.Database;
import org.lacuna.shared.Digest;

/**
 * Compares what this database says was published with what the log says: an edit by somebody who went around the program is
 * named. Nothing is mended, and the log does not change by it.
 */
@ApplicationScoped
public class CompareWithLog {
    private static final int AT_ONCE = 10_000;
    /** How long one run may take. */
    private static final int MOST_SECONDS = 4 * 60 * 60;

    private final LogCheck log;
    private final Admission admission;
    private final CommittedQueries queries;
    private final CompareEvidence evidence;
    private final CompareShown shown;
    private final KnownKeys keys;
    private final Database database;
    private final ObjectMapper json;
    private final ScheduledExecutorService timer = Background.timer("log-self-check");

    CompareWithLog(
            LogCheck log,
            Admission admission,
            CommittedQueries queries,
            CompareEvidence evidence,
            CompareShown shown,
            KnownKeys keys,
            Database database,
            ObjectMapper json) {
        this.log = log;
        this.admission = admission;
        this.queries = queries;
        this.evidence = evidence;
        this.shown = shown;
        this.keys = keys;
        this.database = database;
        this.json = json;
    }

    /** On every node that serves a log, since each has files of its own; Quartz runs a job on one of all. */
    void start(@Observes StartupEvent started) {
        log.every()
                .ifPresent(time -> timer.scheduleWithFixedDelay(
                        this::check, time.toSeconds(), time.toSeconds(), TimeUnit.SECONDS));
    }

    void stop(@Observes ShutdownEvent stopped) {
        timer.shutdownNow();
    }

    /** One cycle; a timer that throws is never called again. */
    List<String> check() {
        List<String> found;
        try {
            found = differences();
        } catch (RuntimeException failed) {
            found = List.of("the log could not be compared: " + failed.getMessage());
        }
        log.tell(found);
        return found;
    }

    /** What differs, in words; no more than {@value Differences#MOST} of them. */
    public List<String> differences() {
        // before the database is asked: a checkpoint that is published meanwhile is the next one's
        TreeHead published = log.published();
        return QuarkusTransaction.requiringNew().timeout(MOST_SECONDS).call(() -> {
            database.change("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY");
            Comparison now = new Comparison();
            log.check(published, now::read, now.wrong::add);
            now.pending(published.size(), log.leaves());
            now.end();
            evidence.files(now.wrong::add);
            shown.compare(now.wrong::add);
            return now.wrong.all();
        });
    }

    /** One run over all of the log, in the order of the entries, and over one state of the database. */
    private final class Comparison {
        private final Differences wrong = new Differences();
        private final Set<Digest> seen = new HashSet<>();
        private final List<HandOver> handOvers = new ArrayList<>();
        /** What entries say was left of versions by redactions; the last of each counts. */
        private final Map<Long, byte[]> replacements = new HashMap<>();

        private long last;

        void read(long first, List<byte[]> entries) {
            Map<Long, JsonNode> changes = new LinkedHashMap<>();
            for (int i = 0; i < entries.size(); i++) {
                JsonNode entry = json(entries.get(i));
                if (entry.path("type").asText().equals("change")) {
                    changes.put(first + i, entry);
                } else {
                    other(entry, entries.get(i));
                }
            }
            long upTo = changes.values().stream()
                    .mapToLong(each -> each.path("sequence").asLong())
                    .max()
                    .orElse(last);
            Map<Long, Committed> stored = queries.between(last, upTo, true);
            List<Long> withEvidence = new ArrayList<>();
            changes.forEach((position, entry) -> {
                long sequence = entry.path("sequence").asLong();
                Committed found = stored.remove(sequence);
                if (found == null) {
                    wrong.add("change " + sequence + " of " + entry.path("slug").asText()
                            + " stands in the log and is gone from the database");
                    return;
                }
                compare(found, position, entries.get((int) (position - first)), entry);
                if (entry.has("evidence")) {
                    withEvidence.add(sequence);
                }
            });
            stored.values().forEach(extra -> wrong.add(extra.name() + " stands in the database and not in the log"));
            evidence.compare(withEvidence, seen, wrong::add);
            last = Math.max(last, upTo);
        }

        private void compare(Committed found, long position, byte[] bytes, JsonNode entry) {
            if (!found.says(bytes, entry)) {
                wrong.add(found.name() + " is another in the database than in the log");
            } else if (found.position() != position) {
                wrong.add(found.name() + " has its leaf at another place in the database than in the log");
            }
            if (!found.now().equals(found.isReplaced() ? found.replaced() : found.digest())) {
                wrong.add(found.name() + ": its document is not the one that was published");
            }
        }

        private void other(JsonNode entry, byte[] bytes) {
            if (entry.path("type").asText().equals("replaced")) {
                replacements.put(entry.path("sequence").asLong(), bytes);
            } else if (entry.path("type").asText().equals("key")) {
                try {
                    handOvers.add(HandOver.parse(entry));
                } catch (IllegalArgumentException none) {
                    wrong.add("an entry of type key hands over nothing");
                }
            }
        }

        /** Leaves that wait for their place: what is wrong with them keeps them out, and must be named as well. */
        void pending(long from, long upTo) {
            for (long at = from; at < upTo; at += AT_ONCE) {
                long end = Math.min(upTo, at + AT_ONCE);
                Map<Long, byte[]> leaves = log.stored(at, end);
                for (long position = at; position < end; position++) {
                    byte[] bytes = leaves.get(position);
                    if (bytes == null) {
                        wrong.add("leaf " + position + " is missing from the database");
                        return;
                    }
                    other(json(bytes), bytes);
                }
                admission
                        .refuse(at, new ArrayList<>(new TreeMap<>(leaves).values()))
                        .ifPresent(wrong::add);
            }
        }

        void end() {
            queries.outside(queries.lastBefore(Long.MAX_VALUE))
                    .forEach(what -> wrong.add(what + " stands in the database and has no leaf"));
            Map<Long, Committed> replaced = queries.replaced();
            replaced.values().forEach(this::redacted);
            replacements.keySet().stream()
                    .filter(sequence -> !replaced.containsKey(sequence))
                    .forEach(sequence -> wrong.add(
                            "change " + sequence + ": the log says that it was redacted, the database does not"));
            keys.unexplained(handOvers)
                    .forEach(
                            key -> wrong.add("the key " + key + " stands in the database, and none handed over to it"));
        }

        /** A version may be another than it was published if the log says so, or said so from the beginning. */
        private void redacted(Committed found) {
            byte[] said = replacements.get(found.sequence());
            boolean committed = said != null
                    ? Arrays.equals(said, found.replacement())
                    : json(entryOf(found)).path("digest").asText().equals(found.replaced());
            if (!committed) {
                wrong.add(found.name() + " is called redacted in the database, and not in the log");
            } else if (!queries.isOrdered(found)) {
                wrong.add(found.name() + " was redacted, and nothing orders that");
            }
        }

        private byte[] entryOf(Committed found) {
            return log.stored(found.position(), found.position() + 1).getOrDefault(found.position(), new byte[0]);
        }
    }

    private JsonNode json(byte[] entry) {
        try {
            JsonNode read = json.readTree(entry);
            return read.isObject() ? read : json.createObjectNode();
        } catch (IOException changed) {
            return json.createObjectNode();
        }
    }
}
