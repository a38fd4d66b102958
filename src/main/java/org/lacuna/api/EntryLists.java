package org.lacuna.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestMulti;
import org.lacuna.publication.CaseFilter;
import org.lacuna.publication.EntryFilter;
import org.lacuna.publication.EntryOrder;
import org.lacuna.publication.Parameter;
import org.lacuna.publication.PublicEntries;
import org.lacuna.publication.bulk.CsvLines;

/** Answers lists of entries, of every type or of one, as a page or as a stream. */
@ApplicationScoped
class EntryLists {
    private static final Parameter FIELDS =
            Fields.parameter(PublicEntries.FIELDS, "case,entry.date,entry.type,entry.text");

    private final PublicEntries entries;
    private final ItemStreams streams;
    private final ObjectMapper json;

    EntryLists(PublicEntries entries, ItemStreams streams, ObjectMapper json) {
        this.entries = entries;
        this.streams = streams;
        this.json = json;
    }

    /** The parameters of a list, in the order in which they are documented. */
    static List<Parameter> parameters(Optional<String> type) {
        List<Parameter> all = new ArrayList<>(EntryFilter.parameters(type));
        all.addAll(CaseFilter.parameters());
        all.addAll(List.of(EntryOrder.PARAMETER, Asked.AS_OF, Asked.CURSOR, Asked.LIMIT, FIELDS, Formats.PARAMETER));
        return List.copyOf(all);
    }

    /** @param name the list's own name in the answer */
    Response page(String name, Optional<String> type, UriInfo uri, Request request) {
        Asked asked = Asked.in(uri);
        PublicEntries.Entries page =
                entries.page(filter(asked, type), order(asked), asked.asOf(), asked.cursor(), asked.limit());
        Optional<String> next = page.next().map(cursor -> Answers.next(uri, "cursor", cursor));
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.putArray(name).addAll(chosen(asked, page.entries()));
        body.set("next", json.valueToTree(next));
        body.set("total", json.valueToTree(page.total()));
        return Answers.list(Answers.bytes(json, body), next, request);
    }

    RestMulti<byte[]> lines(Optional<String> type, UriInfo uri) {
        Asked asked = Asked.in(uri);
        return streams.lines(asked.cursor(), asked.mostLines(), reader(asked, type));
    }

    /** The same as a table, with the columns of the bulk files. */
    RestMulti<byte[]> rows(Optional<String> type, CsvLines table, UriInfo uri) {
        Asked asked = Asked.in(uri);
        Fields.refuse(asked.text(FIELDS));
        return streams.rows(table, EntryLists::line, asked.cursor(), asked.mostLines(), reader(asked, type));
    }

    private ItemStreams.Reader reader(Asked asked, Optional<String> type) {
        EntryFilter filter = filter(asked, type);
        return (cursor, limit) -> {
            PublicEntries.Entries page = entries.page(filter, order(asked), asked.asOf(), cursor, limit);
            return new ItemStreams.Items(chosen(asked, page.entries()), page.next());
        };
    }

    private static List<JsonNode> chosen(Asked asked, List<JsonNode> entries) {
        return asked.text(FIELDS)
                .map(Fields::of)
                .map(fields -> entries.stream().map(fields::of).toList())
                .orElse(entries);
    }

    private static CsvLines.Line line(JsonNode entry) {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        document.set("slug", entry.get("case"));
        document.set("platform", entry.get("platform"));
        return new CsvLines.Line(
                document, entry.get("entry"), entry.get("position").intValue());
    }

    private static EntryOrder order(Asked asked) {
        return asked.text(EntryOrder.PARAMETER).map(EntryOrder::read).orElse(EntryOrder.LATEST);
    }

    private static EntryFilter filter(Asked asked, Optional<String> type) {
        Map<String, String> own = new HashMap<>();
        EntryFilter.parameters(type)
                .forEach(parameter -> asked.text(parameter).ifPresent(value -> own.put(parameter.name(), value)));
        type.ifPresent(word -> own.put("type", word));
        return EntryFilter.read(asked.filter(), own);
    }
}
