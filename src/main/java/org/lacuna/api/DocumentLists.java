package org.lacuna.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.jboss.resteasy.reactive.RestMulti;
import org.lacuna.publication.Document;
import org.lacuna.publication.PublicRecord;

/** Answers lists of documents, as a page or as a stream. */
@ApplicationScoped
class DocumentLists {
    private final PublicRecord record;
    private final Lines lines;
    private final ObjectMapper json;

    DocumentLists(PublicRecord record, Lines lines, ObjectMapper json) {
        this.record = record;
        this.lines = lines;
        this.json = json;
    }

    Response page(DocumentKind kind, UriInfo uri, Request request) {
        Asked asked = Asked.in(uri);
        return Answers.page(
                kind.list(), kind.read(record, asked, asked.cursor(), asked.limit()), body(kind, asked), uri, request);
    }

    /** The documents themselves, one a line. */
    RestMulti<byte[]> lines(DocumentKind kind, UriInfo uri) {
        Asked asked = Asked.in(uri);
        Function<Document, byte[]> body = body(kind, asked);
        return lines.stream(asked.cursor(), asked.mostLines(), (cursor, limit) -> {
            PublicRecord.Documents page = kind.read(record, asked, cursor, limit);
            List<byte[]> part = Lines.joined(page.documents().stream().map(body).toList());
            return new Lines.Part(part, page.documents().size(), page.next());
        });
    }

    /** As a table, whose columns are what a spreadsheet can hold of a document. */
    RestMulti<byte[]> rows(DocumentKind kind, UriInfo uri) {
        Asked asked = Asked.in(uri);
        Fields.refuse(asked.text(kind.fields()));
        AtomicBoolean first = new AtomicBoolean(true);
        return lines.stream(asked.cursor(), asked.mostLines(), (cursor, limit) -> {
            PublicRecord.Documents page = kind.read(record, asked, cursor, limit);
            List<byte[]> bodies = page.documents().stream().map(Document::body).toList();
            return new Lines.Part(Lines.cut(kind.rows(bodies, first.getAndSet(false))), bodies.size(), page.next());
        });
    }

    private Function<Document, byte[]> body(DocumentKind kind, Asked asked) {
        return asked.text(kind.fields())
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
