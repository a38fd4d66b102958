package org.lacuna.api.hooks;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.lacuna.publication.CaseFilter;

/** The JSON object of a request, read strictly: a misspelt name would otherwise be a wish that silently does nothing. */
final class HookRequest {
    private static final ObjectMapper JSON = new ObjectMapper()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    private static final int LONGEST = 64 * 1024;

    private final JsonNode object;

    private HookRequest(JsonNode object) {
        this.object = object;
    }

    /** @throws IllegalArgumentException for anything but an object with some of these names */
    static HookRequest read(byte[] body, Set<String> names) {
        if (body.length > LONGEST) {
            throw new IllegalArgumentException("expected at most " + LONGEST + " bytes, found " + body.length);
        }
        JsonNode object = tree(body);
        if (object == null || !object.isObject()) {
            throw new IllegalArgumentException("expected a JSON object with " + new TreeSet<>(names) + ", found none");
        }
        object.fieldNames().forEachRemaining(name -> {
            if (!names.contains(name)) {
                throw new IllegalArgumentException("expected names out of " + new TreeSet<>(names) + ", found another");
            }
        });
        return new HookRequest(object);
    }

    private static JsonNode tree(byte[] body) {
        try {
            return JSON.readTree(body);
        } catch (IOException noJson) {
            throw new IllegalArgumentException(
                    "expected JSON (RFC 8259) in which no name stands twice, found other bytes");
        }
    }

    Optional<URI> url() {
        return text("url").map(text -> {
            try {
                return new URI(text.strip());
            } catch (URISyntaxException unreadable) {
                throw new IllegalArgumentException(
                        "'url': expected a URL such as https://news.example/hook, found another");
            }
        });
    }

    /** @throws org.lacuna.publication.WrongParameter for a parameter that is none, or a wrong value */
    Optional<CaseFilter> filter() {
        return given("filter").map(filter -> {
            if (!filter.isObject()) {
                throw new IllegalArgumentException(
                        "'filter': expected an object of query parameters such as {\"platform\": \"zoom\"}, found another");
            }
            Map<String, String> asked = new LinkedHashMap<>();
            filter.properties().forEach(each -> {
                if (!each.getValue().isValueNode() || each.getValue().isNull()) {
                    throw new IllegalArgumentException("'filter': expected a text for each parameter, found another");
                }
                asked.put(each.getKey(), each.getValue().asText());
            });
            return CaseFilter.read(asked);
        });
    }

    Optional<Long> after() {
        return given("after").map(after -> {
            if (!after.isIntegralNumber() || !after.canConvertToLong()) {
                throw new IllegalArgumentException(
                        "'after': expected the number of a change such as 120, found another");
            }
            return after.longValue();
        });
    }

    Optional<String> text(String name) {
        return given(name).map(value -> {
            if (!value.isTextual()) {
                throw new IllegalArgumentException("'" + name + "': expected a text, found another value");
            }
            return value.asText();
        });
    }

    private Optional<JsonNode> given(String name) {
        return Optional.ofNullable(object.get(name)).filter(value -> !value.isNull());
    }
}
