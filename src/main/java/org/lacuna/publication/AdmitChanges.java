package org.lacuna.publication;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.lacuna.ledger.Admission;
import org.lacuna.ledger.KnownKeys;
import org.lacuna.ledger.note.HandOver;

/**
 * Lets into the tree what was published, in its turn, and nothing else: not a leaf without its change, not one that says
 * something else, none of a kind that nobody knows.
 */
@ApplicationScoped
class AdmitChanges implements Admission {
    private final CommittedQueries queries;
    private final KnownKeys keys;
    private final ObjectMapper json;

    AdmitChanges(CommittedQueries queries, KnownKeys keys, ObjectMapper json) {
        this.queries = queries;
        this.keys = keys;
        this.json = json;
    }

    private record Leaf(long position, byte[] bytes, JsonNode entry) {
        String type() {
            return entry.path("type").asText();
        }

        long sequence() {
            return entry.path("sequence").asLong();
        }
    }

    @Override
    public Optional<String> refuse(long first, List<byte[]> entries) {
        List<Leaf> leaves = new ArrayList<>();
        for (byte[] entry : entries) {
            leaves.add(new Leaf(first + leaves.size(), entry, read(entry)));
        }
        List<Leaf> changes =
                leaves.stream().filter(leaf -> leaf.type().equals("change")).toList();
        long before = queries.lastBefore(first);
        Map<Long, Committed> known = queries.between(before, before + changes.size(), false);
        for (Leaf leaf : changes) {
            Committed change = known.get(++before);
            if (change == null || change.position() != leaf.position() || !change.says(leaf.bytes(), leaf.entry())) {
                return Optional.of("leaf " + leaf.position() + " is not that of change " + before);
            }
        }
        return leaves.stream()
                .filter(leaf -> !leaf.type().equals("change"))
                .filter(leaf -> !known(leaf, first + entries.size()))
                .findFirst()
                .map(leaf -> "leaf " + leaf.position() + " is nothing that this service writes");
    }

    private boolean known(Leaf leaf, long end) {
        return switch (leaf.type()) {
            case "key" -> isHandOver(leaf.bytes(), leaf.entry());
            case "replaced" -> isReplacement(leaf, end);
            default -> isKnown(leaf.type());
        };
    }

    /** Whether leaves of another type may stand in the log. */
    boolean isKnown(String type) {
        return false;
    }

    private boolean isHandOver(byte[] bytes, JsonNode entry) {
        try {
            HandOver handOver = HandOver.parse(entry);
            return Arrays.equals(handOver.entry(), bytes) && keys.knows(handOver);
        } catch (IllegalArgumentException none) {
            return false;
        }
    }

    private boolean isReplacement(Leaf leaf, long end) {
        Committed change = queries.of(Set.of(leaf.sequence()), false).get(leaf.sequence());
        if (change == null || !change.wasReplaced(leaf.bytes(), leaf.entry()) || !queries.isOrdered(change)) {
            return false;
        }
        // it may have been replaced once more since
        return Arrays.equals(leaf.bytes(), change.replacement())
                || queries.othersFrom(leaf.position() + 1).stream()
                        .anyMatch(later -> Arrays.equals(later, change.replacement()));
    }

    private JsonNode read(byte[] entry) {
        try {
            JsonNode read = json.readTree(entry);
            return read.isObject() ? read : json.createObjectNode();
        } catch (IOException garbage) {
            return json.createObjectNode();
        }
    }
}
