package org.lacuna.api;

import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.UriInfo;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lacuna.publication.CaseFilter;
import org.lacuna.publication.Order;
import org.lacuna.publication.Parameter;
import org.lacuna.publication.Parameters;
import org.lacuna.publication.PublicRecord;
import org.lacuna.publication.WrongParameter;

/** Reads query parameters strictly: a name we do not know would otherwise be a filter that silently does nothing. */
final class Asked {
    static final Parameter LIMIT = Parameters.number("limit", 1, PublicRecord.MOST, "How many at most", "50");
    static final Parameter CURSOR = new Parameter(
            "cursor", "From `next` of the page before", "…", "a cursor", List.of(), "string", text -> text);
    static final Parameter AS_OF = Parameters.asOf();
    static final Parameter AFTER =
            Parameters.number("after", 0, Long.MAX_VALUE / 10, "The last number that you have", "0");

    private static final int USUAL = 50;
    private static final Set<String> FILTER =
            CaseFilter.parameters().stream().map(Parameter::name).collect(Collectors.toUnmodifiableSet());

    private final MultivaluedMap<String, String> parameters;

    private Asked(MultivaluedMap<String, String> parameters) {
        this.parameters = parameters;
    }

    /**
     * The parameters of a request.
     *
     * @throws WrongParameter for one that is not among these, or stands twice
     */
    static Asked in(UriInfo uri, Parameter... known) {
        return in(uri, List.of(known));
    }

    /** The same, of a request that may narrow the cases with every parameter of {@link CaseFilter}. */
    static Asked withFilter(UriInfo uri, Parameter... more) {
        return in(
                uri,
                Stream.concat(CaseFilter.parameters().stream(), Stream.of(more)).toList());
    }

    static Asked in(UriInfo uri, List<Parameter> parameters) {
        Map<String, Parameter> known = new TreeMap<>();
        parameters.forEach(parameter -> known.put(parameter.name(), parameter));
        MultivaluedMap<String, String> given = uri.getQueryParameters();
        given.forEach((name, values) -> {
            if (!known.containsKey(name)) {
                throw new WrongParameter(
                        name,
                        known.isEmpty() ? "no parameters" : "parameters out of " + known.keySet(),
                        "'" + name + "'",
                        "…, or leave it out");
            }
            if (values.size() > 1) {
                throw new WrongParameter(
                        name,
                        "it once",
                        "it " + values.size() + " times",
                        known.get(name).example());
            }
            if (!values.get(0).isBlank()) {
                known.get(name).read(values.get(0));
            }
        });
        return new Asked(given);
    }

    /** The value of a parameter in its one form; empty if it is missing or blank. */
    Optional<String> text(Parameter parameter) {
        return Optional.ofNullable(parameters.getFirst(parameter.name()))
                .filter(value -> !value.isBlank())
                .map(parameter::read);
    }

    int limit() {
        return text(LIMIT).map(Integer::valueOf).orElse(USUAL);
    }

    /** How many lines of a stream: all, unless a limit is given. */
    long mostLines() {
        return text(LIMIT).map(Long::valueOf).orElse(Long.MAX_VALUE);
    }

    long after() {
        return text(AFTER).map(Long::valueOf).orElse(0L);
    }

    Optional<String> cursor() {
        return text(CURSOR);
    }

    Optional<LocalDate> asOf() {
        return text(AS_OF).map(LocalDate::parse);
    }

    Order order() {
        return Optional.ofNullable(parameters.getFirst(Order.PARAMETER.name()))
                .map(Order::read)
                .orElse(Order.LATEST);
    }

    /** The filter that all lists of cases share. */
    CaseFilter filter() {
        Map<String, String> asked = new HashMap<>();
        parameters.forEach((name, values) -> {
            if (FILTER.contains(name)) {
                asked.put(name, values.get(0));
            }
        });
        return CaseFilter.read(asked);
    }
}
