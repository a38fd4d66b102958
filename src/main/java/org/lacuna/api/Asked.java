package org.lacuna.api;

import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.UriInfo;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;
import org.lacuna.publication.CaseFilter;
import org.lacuna.publication.PublicVocabulary;
import org.lacuna.shared.Countries;
import org.lacuna.shared.EdtfDate;

/** Reads query parameters strictly: a name we do not know would otherwise be a filter that silently does nothing. */
final class Asked {
    private final MultivaluedMap<String, String> parameters;

    private Asked(MultivaluedMap<String, String> parameters) {
        this.parameters = parameters;
    }

    /**
     * The parameters of a request.
     *
     * @throws BadRequestException for one that is not among these, or stands twice
     */
    static Asked in(UriInfo uri, Set<String> known) {
        MultivaluedMap<String, String> parameters = uri.getQueryParameters();
        parameters.forEach((name, values) -> {
            if (!known.contains(name)) {
                throw new BadRequestException(
                        "expected parameters out of " + new TreeSet<>(known) + ", found '" + name + "'");
            }
            if (values.stream().anyMatch(value -> value.chars().anyMatch(Character::isISOControl))) {
                throw new BadRequestException("expected text without control characters in '" + name + "'");
            }
            if (values.size() > 1) {
                throw new BadRequestException("expected '" + name + "' once, found it " + values.size() + " times");
            }
        });
        return new Asked(parameters);
    }

    Optional<String> text(String name) {
        return Optional.ofNullable(parameters.getFirst(name)).map(String::strip).filter(value -> !value.isEmpty());
    }

    /** The parameter as the reader makes it; what the reader refuses is a bad request. */
    <T> Optional<T> as(String name, Function<String, T> reader) {
        return text(name).map(value -> refused("'" + name + "': ", () -> reader.apply(value)));
    }

    int limit() {
        return as("limit", Asked::number).map(Long::intValue).orElse(50);
    }

    long after() {
        return as("after", Asked::number).orElse(0L);
    }

    /** The filter that all lists of cases share. */
    CaseFilter filter() {
        return refused(
                "",
                () -> new CaseFilter(
                        text("platform"),
                        as("status", word -> PublicVocabulary.check("status", word)),
                        as("verification", word -> PublicVocabulary.check("verification", word)),
                        as("country", code -> Countries.check(code.toUpperCase(Locale.ROOT))),
                        as("from", EdtfDate::parse).flatMap(EdtfDate::earliest),
                        as("to", EdtfDate::parse).flatMap(EdtfDate::latest),
                        text("q")));
    }

    static final Set<String> FILTER =
            Set.of("platform", "status", "verification", "country", "from", "to", "q", "cursor", "limit");

    static <T> T refused(String prefix, Supplier<T> reading) {
        try {
            return reading.get();
        } catch (IllegalArgumentException refused) {
            throw new BadRequestException(prefix + refused.getMessage(), refused);
        }
    }

    private static long number(String text) {
        if (!text.matches("\\d{1,9}")) {
            throw new IllegalArgumentException("expected a whole number of at most nine digits, found '" + text + "'");
        }
        return Long.parseLong(text);
    }
}
