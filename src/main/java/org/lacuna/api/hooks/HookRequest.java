package org.lacuna.api.hooks;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import org.lacuna.publication.CaseFilter;
import org.lacuna.publication.WrongParameter;

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

    /**
     * Reads a body.
     *
     * @throws WrongParameter for anything but an object with some of these names
     */
    static HookRequest read(byte[] body, Wish wish) {
        if (body.length > LONGEST) {
            throw wish.wrong("at most " + LONGEST + " bytes", String.valueOf(body.length));
        }
        JsonNode object = tree(body, wish);
        if (object == null || !object.isObject()) {
            throw wish.wrong("a JSON object with " + wish.names(), "none");
        }
        object.fieldNames().forEachRemaining(wish::check);
        return new HookRequest(object);
    }

    private static JsonNode tree(byte[] body, Wish wish) {
        try {
            return JSON.readTree(body);
        } catch (IOException noJson) {
            throw wish.wrong("JSON (RFC 8259) in which no name stands twice", "other bytes");
        }
    }

    Optional<URI> url() {
        return text(Wish.URL).map(text -> {
            try {
                return new URI(text.strip());
            } catch (URISyntaxException unreadable) {
                throw Wish.URL.wrong("another text");
            }
        });
    }

    /** The target, where there must be one. */
    URI neededUrl() {
        return url().orElseThrow(() -> Wish.URL.wrong("none"));
    }

    Optional<CaseFilter> filter() {
        return given(Wish.FILTER).map(FilterWish::read);
    }

    Optional<Long> after() {
        return given(Wish.AFTER).map(after -> {
            if (!after.isIntegralNumber() || !after.canConvertToLong()) {
                throw Wish.AFTER.wrong("another value");
            }
            return after.longValue();
        });
    }

    /** The number, where there must be one. */
    long neededAfter() {
        return after().orElseThrow(() -> Wish.AFTER.wrong("none"));
    }

    /** Whether it is to be paused; false if it is to go on. */
    Optional<Boolean> paused() {
        return text(Wish.STATE).map(word -> {
            if (!Wish.STATES.contains(word)) {
                throw Wish.STATE.wrong("another word");
            }
            return word.equals(Wish.PAUSED);
        });
    }

    private Optional<String> text(Wish.Member member) {
        return given(member).map(value -> {
            if (!value.isTextual()) {
                throw member.wrong("another value");
            }
            return value.asText();
        });
    }

    private Optional<JsonNode> given(Wish.Member member) {
        return Optional.ofNullable(object.get(member.name())).filter(value -> !value.isNull());
    }
}
