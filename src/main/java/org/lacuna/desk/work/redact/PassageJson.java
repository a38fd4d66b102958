package org.lacuna.desk.work.redact;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import org.lacuna.cases.Passage;

/** A passage and the reason to erase it, as a proposal keeps them. */
@ApplicationScoped
class PassageJson {
    private final ObjectMapper json;

    PassageJson(ObjectMapper json) {
        this.json = json;
    }

    /**
     * What is proposed.
     *
     * @param caseSlug the case on whose page it was proposed
     * @param reason a word of {@link org.lacuna.cases.Vocabulary#REDACTIONS}
     */
    record Proposed(String caseSlug, String what, String owner, String id, String reason) {
        static Proposed of(String caseSlug, Passage passage, String reason) {
            return new Proposed(caseSlug, passage.what().word(), passage.owner(), passage.id(), reason);
        }

        Passage passage() {
            return new Passage(Passage.What.of(what), owner, id);
        }
    }

    String write(Proposed proposed) {
        try {
            return json.writeValueAsString(proposed);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("texts always have a JSON form", impossible);
        }
    }

    Proposed read(String payload) {
        try {
            return json.readValue(payload, Proposed.class);
        } catch (JsonProcessingException broken) {
            throw new UncheckedIOException("expected a proposal that we wrote, found something else", broken);
        }
    }
}
