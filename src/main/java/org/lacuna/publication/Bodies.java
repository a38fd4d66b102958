package org.lacuna.publication;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.lacuna.shared.CanonicalJson;

/** Turns documents into the bytes that are handed out, and back. */
@ApplicationScoped
class Bodies {
    static final String CASE = "case";
    static final String INCIDENT = "incident";
    static final String EDITION = "edition";

    private final ObjectMapper json;

    Bodies(ObjectMapper json) {
        this.json = json;
    }

    byte[] write(PublicDocument document) {
        return CanonicalJson.bytes(json.valueToTree(document));
    }

    /** @param kind case or incident */
    PublicDocument read(String kind, byte[] body) {
        try {
            JsonNode tree = json.readTree(body);
            Class<? extends PublicDocument> type =
                    tree.has("gone") ? Tombstone.class : kind.equals(CASE) ? PublicCase.class : PublicIncident.class;
            return json.treeToValue(tree, type);
        } catch (IOException broken) {
            throw new UncheckedIOException("a stored document does not read as a " + kind, broken);
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
