package org.lacuna.publication.citation;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.lacuna.publication.Document;
import org.lacuna.publication.PublicCase;
import org.lacuna.publication.PublicRecord;

/** Finds the version of a case that somebody reads or cites, and what was corrected since. */
@ApplicationScoped
public class Citations {
    private final PublicRecord record;
    private final ObjectMapper json;

    Citations(PublicRecord record, ObjectMapper json) {
        this.record = record;
        this.json = json;
    }

    /**
     * A case as it stands.
     *
     * @param root of all addresses, with a slash at its end
     */
    public Optional<CitedCase> now(String slug, URI root) {
        return record.caseDocument(slug).map(version -> cited(version, root, true, List.of()));
    }

    /**
     * A case as it stood at the end of a day (UTC); empty if it was not public then, or if what stood there was taken
     * out of the record.
     */
    public Optional<CitedCase> asOf(String slug, LocalDate day, URI root) {
        return record.caseDocument(slug, day)
                .filter(version -> record.gone(version).isEmpty())
                .map(version -> asOf(slug, version, root));
    }

    private CitedCase asOf(String slug, Document version, URI root) {
        PublicCase document = read(version);
        Optional<PublicCase> now = record.caseDocument(slug).map(this::read);
        boolean current =
                now.filter(each -> each.sequence() == document.sequence()).isPresent();
        List<Correction> since = now.map(each -> Corrections.since(document, each))
                .orElseGet(() -> record.goneCase(slug)
                        .map(gone -> Corrections.since(document, gone.tombstone()))
                        .orElse(List.of()));
        return cited(version, root, current, current ? List.of() : since);
    }

    private CitedCase cited(Document version, URI root, boolean current, List<Correction> since) {
        PublicCase document = read(version);
        return new CitedCase(
                document, Citation.of(document, version.digest(), root, since), current, Corrections.in(document));
    }

    private PublicCase read(Document version) {
        try {
            return json.readValue(version.body(), PublicCase.class);
        } catch (IOException broken) {
            throw new UncheckedIOException("a stored document does not read as a case", broken);
        }
    }
}
