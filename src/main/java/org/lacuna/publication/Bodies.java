package org.lacuna.publication;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HexFormat;
import org.lacuna.shared.CanonicalJson;
import org.lacuna.shared.Seal;

/** Turns documents into the bytes that are handed out, and back. */
@ApplicationScoped
class Bodies {
    static final String CASE = "case";
    static final String INCIDENT = "incident";
    static final String EDITION = "edition";

    private static final String GONE = "gone";
    private static final String SALT = "salt";
    private static final int SALT_BYTES = 16;

    private final ObjectMapper json;

    Bodies(ObjectMapper json) {
        this.json = json;
    }

    byte[] write(PublicDocument document) {
        return CanonicalJson.bytes(json.valueToTree(document));
    }

    /**
     * The bytes of a new version. A random salt goes with them, so that the digest in the change feed and in the log tells
     * nobody what stood there once it is redacted: a document without it is what is left after that.
     */
    byte[] salted(PublicDocument document) {
        return CanonicalJson.bytes(withSalt(json.valueToTree(document)));
    }

    /** The same for bytes that were written before there were salts; those that have one stay as they are. */
    byte[] salted(byte[] body) {
        try {
            ObjectNode tree = (ObjectNode) json.readTree(body);
            return tree.has(SALT) ? body : CanonicalJson.bytes(withSalt(tree));
        } catch (IOException broken) {
            throw new UncheckedIOException("a stored document does not read as JSON", broken);
        }
    }

    private static ObjectNode withSalt(ObjectNode tree) {
        return tree.put(SALT, HexFormat.of().formatHex(Seal.randomBytes(SALT_BYTES)));
    }

    /** @param kind case or incident */
    PublicDocument read(String kind, byte[] body) {
        try {
            Class<? extends PublicDocument> type =
                    isGone(body) ? Tombstone.class : kind.equals(CASE) ? PublicCase.class : PublicIncident.class;
            return json.readValue(body, type);
        } catch (IOException broken) {
            throw new UncheckedIOException("a stored document does not read as a " + kind, broken);
        }
    }

    /** Without reading it all: the names of canonical JSON stand in their order (RFC 8785 §3.2.3). */
    private boolean isGone(byte[] body) throws IOException {
        try (JsonParser parser = json.createParser(body)) {
            parser.nextToken();
            String name = parser.nextFieldName();
            while (name != null && name.compareTo(GONE) < 0) {
                parser.nextToken();
                parser.skipChildren();
                name = parser.nextFieldName();
            }
            return GONE.equals(name);
        }
    }

    static String kind(PublicDocument document) {
        if (document instanceof PublicEdition) {
            return EDITION;
        }
        return document instanceof Tombstone tombstone
                ? tombstone.kind()
                : document instanceof PublicCase ? CASE : INCIDENT;
    }
}
