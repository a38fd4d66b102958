package org.lacuna.crawl.detect;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds JSON (RFC 8259) in a body or in the text of a script. What is not JSON is simply not there. */
final class JsonText {
    private static final ObjectReader READER = new ObjectMapper().reader();
    /** Some services put this before JSON so that other sites cannot run it as a script. */
    private static final Pattern GUARD = Pattern.compile("^\\s*\\)]}'[^\\n]*\\n");

    private JsonText() {}

    /** The whole text as one object or array. */
    static Optional<JsonNode> whole(String text) {
        return first(GUARD.matcher(text).replaceFirst(""));
    }

    /** What a script holds, or assigns to a variable: {@code name = {…}}, {@code window["name"] = {…}}. */
    static Optional<JsonNode> inside(String script, Optional<String> assignedTo) {
        if (assignedTo.isEmpty()) {
            return first(script);
        }
        Pattern assignment =
                Pattern.compile("\\b" + Pattern.quote(assignedTo.get()) + "[\"']?\\s?]?\\s{0,8}[=:]\\s{0,8}(?=[{\\[])");
        Matcher matcher = assignment.matcher(script);
        while (matcher.find()) {
            Optional<JsonNode> found = first(script.substring(matcher.end()));
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /** The first JSON value of a text that starts with one; what follows it is not looked at. */
    private static Optional<JsonNode> first(String text) {
        String start = text.stripLeading();
        if (!start.startsWith("{") && !start.startsWith("[")) {
            return Optional.empty();
        }
        try (JsonParser parser = READER.createParser(start)) {
            return Optional.of(parser.<JsonNode>readValueAsTree());
        } catch (JsonProcessingException notJson) {
            return Optional.empty();
        } catch (IOException impossible) {
            throw new IllegalStateException("a text in memory can be read", impossible);
        }
    }
}
