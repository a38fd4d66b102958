package org.lacuna.desk.door;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.lacuna.shared.CanonicalJson;
import org.lacuna.shared.Digest;

/**
 * One line of the audit trail.
 *
 * @param number from 1, without gaps
 * @param at in microseconds, as the database keeps it
 * @param who an editor; empty for a command on the console
 * @param previous the digest of the line before, of the first line {@link #BEFORE_ALL}
 */
record AuditLine(
        long number, Instant at, Optional<UUID> who, String action, String about, String why, Digest previous) {
    /** What the first line is chained to. */
    static final Digest BEFORE_ALL = new Digest("0".repeat(64));

    private static final String CONSOLE = "console";

    /** SHA-256 of the line as canonical JSON (RFC 8785). */
    Digest digest() {
        ObjectNode line = JsonNodeFactory.instance.objectNode();
        line.put("number", number);
        line.put("at", at.toString());
        line.put("who", who.map(UUID::toString).orElse(CONSOLE));
        line.put("action", action);
        line.put("about", about);
        line.put("why", why);
        line.put("previous", previous.toString());
        return Digest.of(CanonicalJson.bytes(line));
    }
}
