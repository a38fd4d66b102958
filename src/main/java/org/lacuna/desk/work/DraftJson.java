package org.lacuna.desk.work;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.lacuna.cases.NamedPersons.Basis;
import org.lacuna.cases.RecordText;
import org.lacuna.desk.work.archive.Archived;
import org.lacuna.intake.SubmissionId;
import org.lacuna.shared.Digest;

/** A draft as a proposal keeps it: the incident in the record's own format, and what belongs to it. */
@ApplicationScoped
class DraftJson {
    private final ObjectMapper json;
    private final RecordText texts;

    DraftJson(ObjectMapper json, RecordText texts) {
        this.json = json;
        this.texts = texts;
    }

    private record Kept(
            String record,
            String basis,
            Optional<String> submission,
            boolean another,
            boolean watch,
            Optional<String> copy,
            Optional<String> obstacle) {}

    String write(Draft draft) {
        Kept kept = new Kept(
                texts.write(draft.incident()),
                draft.basis().word(),
                draft.submission().map(SubmissionId::toString),
                draft.another(),
                draft.watch(),
                draft.tried().flatMap(Archived::copy).map(Digest::toString),
                draft.tried().flatMap(Archived::obstacle));
        try {
            return json.writeValueAsString(kept);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("texts always have a JSON form", impossible);
        }
    }

    Draft read(String payload) {
        try {
            Kept kept = json.readValue(payload, Kept.class);
            return new Draft(
                    texts.read(kept.record()),
                    Basis.of(kept.basis()),
                    kept.submission().map(SubmissionId::parse),
                    kept.another(),
                    kept.watch(),
                    kept.copy()
                            .map(Digest::parse)
                            .<Archived>map(Archived.Kept::new)
                            .or(() -> kept.obstacle().map(Archived.NotKept::new)));
        } catch (JsonProcessingException broken) {
            throw new UncheckedIOException("expected a draft that we wrote, found something else", broken);
        }
    }
}
