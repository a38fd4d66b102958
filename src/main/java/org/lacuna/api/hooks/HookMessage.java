package org.lacuna.api.hooks;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.Instant;
import java.util.UUID;
import org.lacuna.publication.RecordChange;
import org.lacuna.shared.CanonicalJson;
import org.lacuna.shared.Digest;

/**
 * What is sent: that something changed and where to read it, never what it says. A redaction has nothing to call back.
 *
 * @param id the same however often it is sent; from the subscription and the change alone
 * @param body JSON in UTF-8
 */
record HookMessage(String id, byte[] body) {
    private static final int ID_DIGITS = 32;

    /** About a change. */
    static HookMessage of(UUID hook, RecordChange change, URI site) {
        ObjectNode data = JsonNodeFactory.instance
                .objectNode()
                .put("sequence", change.sequence())
                .put("action", change.action())
                .put("kind", change.kind())
                .put("slug", change.slug())
                .put("digest", change.digest().toString())
                .put(
                        "url",
                        site.resolve("api/v1/" + change.kind() + "s/" + change.slug())
                                .toString());
        return new HookMessage(
                id(hook, change.sequence()), body(change.kind() + "." + change.action(), change.recorded(), data));
    }

    /** Asks whether messages are wanted. */
    static HookMessage question(UUID hook, String challenge, Instant now) {
        return new HookMessage(
                "msg_" + Digest.of(hook + " asked " + challenge).hex().substring(0, ID_DIGITS),
                body(
                        "webhook.verification",
                        now,
                        JsonNodeFactory.instance.objectNode().put("challenge", challenge)));
    }

    static String id(UUID hook, long sequence) {
        return "msg_" + Digest.of(hook + " " + sequence).hex().substring(0, ID_DIGITS);
    }

    private static byte[] body(String type, Instant at, ObjectNode data) {
        ObjectNode message =
                JsonNodeFactory.instance.objectNode().put("type", type).put("timestamp", at.toString());
        message.set("data", data);
        return CanonicalJson.bytes(message);
    }
}
