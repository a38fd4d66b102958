package org.lacuna.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lacuna.publication.CaseFilter;
import org.lacuna.publication.Order;
import org.lacuna.publication.Parameter;
import org.lacuna.publication.PublicCase;
import org.lacuna.publication.PublicIncident;
import org.lacuna.publication.PublicRecord;
import org.lacuna.publication.bulk.CsvLines;

/** What there are lists of documents of. */
enum DocumentKind {
    CASES("cases", PublicCase.class, "slug,title,platform.id,status", Order.PARAMETER) {
        @Override
        PublicRecord.Documents read(PublicRecord record, Asked asked, Optional<String> cursor, int limit) {
            return record.caseDocuments(asked.filter(), asked.order(), asked.asOf(), cursor, limit);
        }

        @Override
        byte[] rows(List<byte[]> bodies, boolean named) {
            return CsvLines.cases(bodies, named);
        }
    },
    INCIDENTS("incidents", PublicIncident.class, "slug,title,lastChanged") {
        @Override
        PublicRecord.Documents read(PublicRecord record, Asked asked, Optional<String> cursor, int limit) {
            return record.incidentDocuments(asked.filter(), asked.asOf(), cursor, limit);
        }

        @Override
        byte[] rows(List<byte[]> bodies, boolean named) {
            return CsvLines.incidents(bodies, named);
        }
    };

    private final String list;
    private final Parameter fields;
    private final List<Parameter> parameters;

    DocumentKind(String list, Class<? extends Record> type, String fields, Parameter... own) {
        this.list = list;
        this.fields = Fields.parameter(type, fields);
        List<Parameter> all = new ArrayList<>(CaseFilter.parameters());
        all.addAll(List.of(own));
        all.addAll(List.of(Asked.AS_OF, Asked.CURSOR, Asked.LIMIT, this.fields, Formats.PARAMETER));
        this.parameters = List.copyOf(all);
    }

    /** The list's own name in the answer. */
    String list() {
        return list;
    }

    /** The parameter that chooses among the fields of each. */
    Parameter fields() {
        return fields;
    }

    /** The parameters of the list, in the order in which they are documented. */
    List<Parameter> parameters() {
        return parameters;
    }

    abstract PublicRecord.Documents read(PublicRecord record, Asked asked, Optional<String> cursor, int limit);

    /** As a table; {@code named} where the line of names comes first. */
    abstract byte[] rows(List<byte[]> bodies, boolean named);
}
