package org.lacuna.crawl.detect;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds JSON (RFC 8259) in a body or in the text of a script. What is not JSON is simply not there. */
final class JsonText {
    /** Honest pages name a variable a few times. */
    private static final int MOST_TRIES = 50;

    private static final ObjectReader READER = new ObjectMapper().reader();
    private static final ObjectReader NOTHING_AFTER = READER.with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    /** Some services put one of these before JSON so that other sites cannot run it as a script. */
    private static final Pattern GUARD =
            Pattern.compile("^\\s*(?:\\)]}'[^\\n]*\\n|for ?\\(;;\\);|(?:]\\)})?while ?\\(1\\);(?:</x>)?)");

    private JsonText() {}

    /** The whole text as one object or array. */
    static Optional<JsonNode> whole(String text) {
        Matcher guard = GUARD.matcher(text);
        return read(NOTHING_AFTER, text, guard.lookingAt() ? guard.end() : 0);
    }

    /**
     * What a script holds, or assigns to a variable: {@code name = {…}}, {@code window["name"] = {…}}, {@code name =
     * '{…}'}, {@code name = JSON.parse("{…}")}.
     */
    static Optional<JsonNode> inside(String script, Optional<String> assignedTo) {
        if (assignedTo.isEmpty()) {
            return first(script, 0);
        }
        if (!script.contains(assignedTo.get())) {
            return Optional.empty();
        }
        Pattern assignment = Pattern.compile("\\b" + Pattern.quote(assignedTo.get())
                + "[\"']?\\s?]?\\s{0,8}[=:]\\s{0,8}(?:JSON\\.parse\\(\\s{0,8})?(?=[{\\[]|[\"'][{\\[\\\\])");
        Matcher matcher = assignment.matcher(script);
        for (int tries = 0; tries < MOST_TRIES && matcher.find(); tries++) {
            int start = matcher.end();
            Optional<JsonNode> found =
                    ScriptText.opens(script, start) ? whole(ScriptText.at(script, start)) : first(script, start);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /** The JSON value that starts at this place; what follows it is not looked at. */
    private static Optional<JsonNode> first(String text, int from) {
        return read(READER, text, from);
    }

    /** Whether an object or an array can begin here. To have the library refuse every page would cost much more. */
    private static boolean begins(String text, int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) <= ' ') {
            at++;
        }
        return at < text.length() && (text.charAt(at) == '{' || text.charAt(at) == '[');
    }

    private static Optional<JsonNode> read(ObjectReader reader, String text, int from) {
        if (!begins(text, from)) {
            return Optional.empty();
        }
        try (Reader rest = new StringReader(text)) {
            rest.skip(from);
            return Optional.ofNullable(reader.readTree(rest)).filter(JsonNode::isContainerNode);
        } catch (JsonProcessingException notJson) {
            return Optional.empty();
        } catch (IOException impossible) {
            throw new IllegalStateException("a text in memory can be read", impossible);
        }
    }
}
