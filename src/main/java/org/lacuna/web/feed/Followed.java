package org.lacuna.web.feed;

import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.UriBuilder;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lacuna.publication.CaseFilter;
import org.lacuna.publication.Parameter;
import org.lacuna.publication.Parameters;
import org.lacuna.publication.WrongParameter;

/**
 * What a feed follows.
 *
 * @param asOf the day at whose end (UTC) it ends; empty for now
 */
record Followed(CaseFilter filter, Optional<LocalDate> asOf) {
    private static final Parameter AS_OF = Parameters.asOf();
    private static final Set<String> KNOWN = Stream.concat(CaseFilter.parameters().stream(), Stream.of(AS_OF))
            .map(Parameter::name)
            .collect(Collectors.toCollection(TreeSet::new));

    /** @throws WrongParameter for what is no parameter of a filter nor a day, stands twice, or is no value of it */
    static Followed read(MultivaluedMap<String, String> parameters) {
        Map<String, String> asked = new LinkedHashMap<>();
        parameters.forEach((name, values) -> {
            if (!KNOWN.contains(name)) {
                throw new WrongParameter(name, "parameters out of " + KNOWN, "'" + name + "'", "…, or leave it out");
            }
            if (values.size() > 1) {
                throw new WrongParameter(name, "it once", "it " + values.size() + " times", values.get(0));
            }
            asked.put(name, values.get(0));
        });
        Optional<LocalDate> day = Optional.ofNullable(asked.remove(AS_OF.name()))
                .filter(value -> !value.isBlank())
                .map(AS_OF::read)
                .map(LocalDate::parse);
        return new Followed(CaseFilter.read(asked), day);
    }

    /** What the feed is called. */
    String title() {
        Map<String, String> asked = asked();
        return asked.isEmpty()
                ? "Lacuna: every change"
                : "Lacuna: "
                        + asked.entrySet().stream()
                                .map(each -> each.getKey() + " " + each.getValue())
                                .collect(Collectors.joining(", "));
    }

    /** As a query, with its question mark; empty for everything. */
    String query() {
        UriBuilder address = UriBuilder.fromPath("");
        asked().forEach((name, value) ->
                address.queryParam(name, "{" + name + "}").resolveTemplate(name, value));
        return Optional.ofNullable(address.build().getRawQuery())
                .map(query -> "?" + query)
                .orElse("");
    }

    private Map<String, String> asked() {
        Map<String, String> asked = new LinkedHashMap<>(filter.asked());
        asOf.ifPresent(day -> asked.put(AS_OF.name(), day.toString()));
        return asked;
    }
}
