package org.lacuna.api;

import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.UriInfo;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.lacuna.publication.CaseFilter;
import org.lacuna.publication.Cursors;
import org.lacuna.publication.Order;
import org.lacuna.publication.Parameter;
import org.lacuna.publication.Parameters;
import org.lacuna.publication.PublicRecord;
import org.lacuna.publication.WrongParameter;

/** The query parameters of a request. */
final class Asked {
    static final Parameter LIMIT = Parameters.number("limit", 1, PublicRecord.MOST, "How many at most", "50");
    static final Parameter CURSOR = Cursors.PARAMETER;
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

    /** The parameters of a request, which were {@link #check checked} before its resource was asked. */
    static Asked in(UriInfo uri) {
        return new Asked(uri.getQueryParameters());
    }

    /**
     * Reads every parameter that is given.
     *
     * @throws WrongParameter for one that is not known, stands twice, has no value or a wrong one
     */
    static void check(MultivaluedMap<String, String> given, List<Parameter> known) {
        given.forEach((name, values) -> {
            Parameter parameter = known.stream()
                    .filter(each -> each.name().equals(name))
                    .findFirst()
                    .orElseThrow(() -> WrongParameter.unknown(name, known));
            if (values.size() > 1) {
                throw new WrongParameter(name, "it once", "it " + values.size() + " times", parameter.example());
            }
            if (values.get(0).isBlank()) {
                throw parameter.wrong("nothing");
            }
            parameter.read(values.get(0));
        });
    }

    /** The value of a parameter in its one form; empty if it is not given. */
    Optional<String> text(Parameter parameter) {
        return Optional.ofNullable(parameters.getFirst(parameter.name())).map(parameter::read);
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
        return text(Order.PARAMETER).map(Order::read).orElse(Order.LATEST);
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
