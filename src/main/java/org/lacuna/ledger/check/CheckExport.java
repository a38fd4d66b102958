package org.lacuna.ledger.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Scanner;
import java.util.Set;
import org.lacuna.shared.CanonicalJson;
import org.lacuna.shared.Digest;

/** Compares a bulk file of cases (NDJSON), line by line, with what a log commits to. */
public final class CheckExport {
    private static final String CASE = "case";

    private final Changes changes;
    private final ObjectMapper json = new ObjectMapper();
    private final Map<String, Long> found = new HashMap<>();
    private final List<String> wrong = new ArrayList<>();
    private final OptionalLong at;
    private long highest;

    /**
     * @param log one that was checked
     * @param at the change at which the bulk file was made, which the name of its set says; without it the last that it
     *     names is taken, and a case that went later is not missed
     */
    public CheckExport(CheckLog log, OptionalLong at) {
        this.changes = log.changes();
        this.at = at;
    }

    /**
     * Every record that differs, is unknown, older or missing, in words.
     *
     * @param export one document a line
     */
    public List<String> compare(InputStream export) throws IOException {
        try (Scanner lines = new Scanner(export, StandardCharsets.UTF_8)) {
            lines.useDelimiter("\n");
            for (long number = 1; lines.hasNext(); number++) {
                line(number, lines.next());
            }
            if (lines.ioException() != null) {
                throw lines.ioException();
            }
        }
        Set<String> gone = new HashSet<>();
        if (at.isEmpty()) {
            changes.last(Long.MAX_VALUE).stream()
                    .filter(Changes.Change::gone)
                    .forEach(last -> gone.add(last.named().slug()));
        }
        changes.last(at.orElse(highest)).stream()
                .filter(last -> last.named().kind().equals(CASE))
                .forEach(last -> present(last, gone));
        return List.copyOf(wrong);
    }

    /** How many records were compared. */
    public long records() {
        return found.size();
    }

    private void line(long number, String line) {
        try {
            JsonNode document = json.readTree(line);
            String slug = document.path("slug").asText();
            long sequence = document.path("sequence").asLong();
            if (found.put(slug, sequence) != null) {
                wrong.add(slug + " stands twice in the bulk file");
            }
            highest = Math.max(highest, sequence);
            if (!changes.has(sequence) || !changes.at(sequence).named().equals(new Changes.Named(CASE, slug))) {
                wrong.add(slug + ": the log knows no version " + sequence + " of it");
            } else if (!changes.commits(sequence, Digest.of(CanonicalJson.bytes(document)))) {
                wrong.add(slug + ": version " + sequence + " is not what the log commits to");
            }
        } catch (IOException | IllegalArgumentException unreadable) {
            wrong.add("line " + number + " of the bulk file does not read as a document");
        }
    }

    private void present(Changes.Change last, Set<String> gone) {
        String slug = last.named().slug();
        Long sequence = found.get(slug);
        if (sequence == null && !last.gone() && !gone.contains(slug)) {
            wrong.add(slug + " is missing from the bulk file; the log has version " + last.sequence() + " of it");
        } else if (sequence != null && (last.gone() || sequence < last.sequence())) {
            wrong.add(slug + ": the bulk file has version " + sequence + ", the log " + last.sequence());
        }
    }
}
