package org.lacuna.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.jboss.resteasy.reactive.RestMulti;
import org.lacuna.publication.CaseFilter;
import org.lacuna.publication.Document;
import org.lacuna.publication.Order;
import org.lacuna.publication.Parameter;
import org.lacuna.publication.PublicCase;
import org.lacuna.publication.PublicRecord;
import org.lacuna.publication.WrongParameter;
import org.lacuna.publication.bulk.CsvLines;

/** Answers lists of cases, as a page or as a stream. */
@ApplicationScoped
class CaseLists {
    private static final Parameter FIELDS = Fields.parameter(PublicCase.class, "slug,title,platform.id,status");

    private final PublicRecord record;
    private final Lines lines;
    private final ObjectMapper json;

    CaseLists(PublicRecord record, Lines lines, ObjectMapper json) {
        this.record = record;
        this.lines = lines;
        this.json = json;
    }

    /** The parameters of the list, in the order in which they are documented. */
    static List<Parameter> parameters() {
        List<Parameter> all = new ArrayList<>(CaseFilter.parameters());
        all.addAll(List.of(Order.PARAMETER, Asked.AS_OF, Asked.CURSOR, Asked.LIMIT, FIELDS, Formats.PARAMETER));
        return List.copyOf(all);
    }

    Response page(UriInfo uri, Request request) {
        Asked asked = Asked.in(uri);
        return Answers.page("cases", found(asked, asked.cursor(), asked.limit()), body(asked), uri, request);
    }

    /** The documents themselves, one a line. */
    RestMulti<byte[]> lines(UriInfo uri) {
        Asked asked = Asked.in(uri);
        Function<Document, byte[]> body = body(asked);
        return lines.stream(asked.cursor(), asked.mostLines(), (cursor, limit) -> {
            PublicRecord.Documents page = found(asked, cursor, limit);
            byte[] part = Lines.joined(page.documents().stream().map(body).toList());
            return new Lines.Part(part, page.documents().size(), page.next());
        });
    }

    /** As a table with the columns of the bulk files; those are what a spreadsheet can hold of a document. */
    RestMulti<byte[]> rows(UriInfo uri) {
        Asked asked = Asked.in(uri);
        asked.text(FIELDS).ifPresent(fields -> {
            throw new WrongParameter(
                    FIELDS.name(),
                    "none with CSV, which has a column for each; JSON and NDJSON take it",
                    "'" + fields + "'",
                    Optional.empty());
        });
        AtomicBoolean first = new AtomicBoolean(true);
        return lines.stream(asked.cursor(), asked.mostLines(), (cursor, limit) -> {
            PublicRecord.Documents page = found(asked, cursor, limit);
            List<byte[]> bodies = page.documents().stream().map(Document::body).toList();
            return new Lines.Part(CsvLines.cases(bodies, first.getAndSet(false)), bodies.size(), page.next());
        });
    }

    private PublicRecord.Documents found(Asked asked, Optional<String> cursor, int limit) {
        return record.caseDocuments(asked.filter(), asked.order(), asked.asOf(), cursor, limit);
    }

    private Function<Document, byte[]> body(Asked asked) {
        return asked.text(FIELDS)
                .map(Fields::of)
                .<Function<Document, byte[]>>map(fields -> document -> chosen(fields, document))
                .orElse(Document::body);
    }

    private byte[] chosen(Fields fields, Document document) {
        return Answers.bytes(json, fields.of(read(document)));
    }

    private JsonNode read(Document document) {
        try {
            return json.readTree(document.body());
        } catch (IOException broken) {
            throw new UncheckedIOException("a stored document does not read as JSON", broken);
        }
    }
}
