package org.lacuna.api.hooks;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import org.lacuna.publication.CaseFilter;
import org.lacuna.publication.Parameter;
import org.lacuna.publication.WrongParameter;

/** The filter in the body of a request: the query parameters of a list of cases, as members of an object. */
final class FilterWish {
    private FilterWish() {}

    /** @throws WrongParameter for a parameter that is none, or a wrong value */
    static CaseFilter read(JsonNode filter) {
        if (!filter.isObject()) {
            throw Wish.FILTER.wrong("another value");
        }
        Map<String, String> asked = new LinkedHashMap<>();
        filter.properties().forEach(each -> asked.put(each.getKey(), value(each.getKey(), each.getValue())));
        try {
            return CaseFilter.read(asked);
        } catch (WrongParameter wrong) {
            throw WrongParameter.outsideQuery(
                    member(wrong.parameter()), wrong.expected(), wrong.found(), wrong.example());
        }
    }

    private static String value(String name, JsonNode value) {
        Parameter parameter = CaseFilter.parameters().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow(() -> WrongParameter.unknownInBody(
                        member(name),
                        "parameters out of "
                                + CaseFilter.parameters().stream()
                                        .map(Parameter::name)
                                        .sorted()
                                        .toList(),
                        Wish.FILTER.example()));
        if (!value.isValueNode() || value.isNull() || value.asText().isBlank()) {
            throw WrongParameter.outsideQuery(
                    member(name),
                    parameter.expected(),
                    value.isTextual() ? "nothing" : "another value",
                    parameter.example());
        }
        return value.asText();
    }

    private static String member(String parameter) {
        return Wish.FILTER.name() + "." + parameter;
    }
}
