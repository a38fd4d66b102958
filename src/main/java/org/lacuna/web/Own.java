package org.lacuna.web;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** The fields that only this type of line has. */
record Own(Map<String, JsonNode> fields) {
    Optional<String> find(String name) {
        return Optional.ofNullable(fields.get(name)).filter(JsonNode::isTextual).map(JsonNode::asText);
    }

    String word(String name) {
        return find(name).orElse("unknown");
    }

    Optional<List<String>> words(String name) {
        return Optional.ofNullable(fields.get(name)).filter(JsonNode::isArray).map(list -> StreamSupport.stream(
                        list.spliterator(), false)
                .map(JsonNode::asText)
                .toList());
    }

    Optional<TimelineRow.Rule> rule() {
        return Optional.ofNullable(fields.get("rule"))
                .filter(JsonNode::isObject)
                .map(rule -> new TimelineRow.Rule(
                        rule.path("title").asText(),
                        Optional.of(rule.path("url").asText())));
    }

    Optional<Map<String, String>> who(String name) {
        return Optional.ofNullable(fields.get(name))
                .filter(JsonNode::isObject)
                .flatMap(node -> node.properties().stream().findFirst())
                .map(field -> Map.of(field.getKey(), field.getValue().asText()));
    }
}
