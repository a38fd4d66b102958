package org.lacuna.publication;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Pattern;

/**
 * A change as the database has it now, which its entry in the log must say to the byte.
 *
 * @param recorded as entries write it
 * @param digest of the change feed
 * @param replaced digest of what a permanent redaction left of the document; empty if there was none
 * @param moment when it did so, as entries write it; empty if it did not
 * @param evidence the member {@code evidence} of the entry, with the comma behind it; empty if there is none
 * @param now digest of the bytes that are stored; empty if they are gone, or were not asked for
 * @param position of its leaf; -1 if it has none
 */
record Committed(
        long sequence,
        String action,
        String kind,
        String slug,
        String recorded,
        String digest,
        String replaced,
        String moment,
        String evidence,
        String now,
        long position) {
    private static final Pattern DIGEST = Pattern.compile("sha256:[0-9a-f]{64}");

    /** What the entry must be, where its digests of definitions are believed: what they were read from changes. */
    private byte[] entry(JsonNode found) {
        StringBuilder entry = new StringBuilder("{\"action\":\"").append(action).append("\",");
        if (found.has("definitions")) {
            entry.append("\"definitions\":").append(found.get("definitions")).append(',');
        }
        String said = found.path("digest").asText();
        entry.append("\"digest\":\"").append(isReplaced() ? said : digest).append("\",");
        // what a redaction took away stood behind another digest, and so did the evidence that it named
        if (!isReplaced()) {
            entry.append(evidence);
        } else if (found.has("evidence")) {
            entry.append("\"evidence\":").append(found.get("evidence")).append(',');
        }
        entry.append("\"kind\":\"").append(kind).append("\",\"recorded\":\"").append(recorded);
        entry.append("\",\"sequence\":").append(sequence).append(",\"slug\":\"").append(slug);
        return entry.append("\",\"type\":\"change\"}").toString().getBytes(StandardCharsets.UTF_8);
    }

    /** Whether this is the entry of this change. */
    boolean says(byte[] entry, JsonNode read) {
        return DIGEST.matcher(read.path("digest").asText()).matches() && Arrays.equals(entry, entry(read));
    }

    /** What an entry of type {@code replaced} says of it. */
    byte[] replacement() {
        return replacement(replaced, moment);
    }

    private byte[] replacement(String by, String at) {
        return ("{\"digest\":\"" + by + "\",\"recorded\":\"" + at + "\",\"sequence\":" + sequence
                        + ",\"type\":\"replaced\"}")
                .getBytes(StandardCharsets.UTF_8);
    }

    /** Whether these bytes are an entry of that type about this change, though perhaps not about the last redaction. */
    boolean wasReplaced(byte[] entry, JsonNode read) {
        return isReplaced()
                && DIGEST.matcher(read.path("digest").asText()).matches()
                && Arrays.equals(
                        entry,
                        replacement(
                                read.path("digest").asText(),
                                read.path("recorded").asText()));
    }

    boolean isReplaced() {
        return !replaced.isEmpty();
    }

    /** How a difference names it. */
    String name() {
        return "change " + sequence + " of " + slug;
    }
}
