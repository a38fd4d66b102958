package org.lacuna.api;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;

/** The headers that answers carry, for the OpenAPI document. */
final class AnswerHeaders {
    private static final String LINK = "Link";
    private static final String TAG = "ETag";
    private static final String RETRY = "Retry-After";
    private static final String PLACE = "Location";
    private static final String CHALLENGE = "WWW-Authenticate";
    private static final List<String> LIMITS =
            List.of("RateLimit-Limit", "RateLimit-Policy", "RateLimit-Remaining", "RateLimit-Reset");

    private static final Set<String> LINKED = Set.of(
            "listCases",
            "listEntries",
            "listStatements",
            "listObservations",
            "listIncidents",
            "listChanges",
            "listAlerts",
            "search",
            "readCase",
            "citation");

    /** What is for its owner alone, and what is put together from captures each time. */
    private static final Set<String> UNTAGGED =
            Set.of("webhook", "webhookDeliveries", "timeGate", "timeMap", "readLogFile");

    private static final Set<String> LEADING_ON = Set.of("201", "302", "307", "308");

    private AnswerHeaders() {}

    /** Writes each of them once; answers refer to it. */
    static void declare(Components components) {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put(LINK, "The next page, as `rel=\"next\"`; of a case its permalink, as `rel=\"cite-as\"` (RFC 8288)");
        texts.put(TAG, "Changes with the answer; for `If-None-Match`. Streams of CSV and NDJSON have none");
        texts.put(PLACE, "Where it is");
        texts.put(CHALLENGE, "How one proves the right to it (RFC 9110 §11.6.1)");
        texts.put("RateLimit-Policy", "Requests in so many seconds, such as `600;w=60`");
        texts.forEach((name, text) -> components.addHeader(name, header(text, Schema.SchemaType.STRING)));
        Map<String, String> numbers = new LinkedHashMap<>();
        numbers.put("RateLimit-Limit", "How many requests are answered in a minute");
        numbers.put("RateLimit-Remaining", "How many are left of this minute");
        numbers.put("RateLimit-Reset", "Seconds until the next minute begins");
        numbers.put(RETRY, "Seconds after which to ask again");
        numbers.forEach((name, text) -> components.addHeader(name, header(text, Schema.SchemaType.INTEGER)));
    }

    private static org.eclipse.microprofile.openapi.models.headers.Header header(String text, Schema.SchemaType type) {
        return OASFactory.createHeader().description(text).schema(Schemas.of(type));
    }

    static void describe(String path, boolean reads, Operation operation) {
        operation.getResponses().getAPIResponses().forEach((status, answer) -> names(path, reads, operation, status)
                .forEach(
                        name -> answer.addHeader(name, OASFactory.createHeader().ref("#/components/headers/" + name))));
    }

    private static Stream<String> names(String path, boolean reads, Operation operation, String status) {
        List<String> names = new ArrayList<>();
        boolean known = status.equals("200") || status.equals("304");
        if (known && reads && !UNTAGGED.contains(operation.getOperationId())) {
            names.add(TAG);
        }
        if (known && LINKED.contains(operation.getOperationId())) {
            names.add(LINK);
        }
        if (LEADING_ON.contains(status)) {
            names.add(PLACE);
        }
        if (status.equals("401")) {
            names.add(CHALLENGE);
        }
        if (status.equals("429") || status.equals("503")) {
            names.add(RETRY);
        }
        if (path.startsWith("/api/")) {
            names.addAll(LIMITS);
        }
        return names.stream();
    }
}
