package org.lacuna.web;

import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.UriBuilder;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.lacuna.page.AsOf;
import org.lacuna.publication.CaseFilter;
import org.lacuna.publication.Order;
import org.lacuna.publication.Parameter;
import org.lacuna.publication.PublicVocabulary;
import org.lacuna.publication.WrongParameter;

/**
 * What the form above the list of cases asks for: the filter that stands behind everything else too, an order, a day. An
 * empty field asks for nothing, and a name that the form does not have is nobody's wish.
 */
final class Asked {
    static final List<String> STATUSES = words("status");
    static final List<String> VERIFICATIONS = words("verification");
    static final List<String> COUNTRIES = List.of(Locale.getISOCountries());
    private static final int LONGEST_TEXT = 200;
    private static final String TEXT = "q";
    private static final String SORT = "sort";
    private static final String CURSOR = "cursor";
    private static final String AS_OF = "asOf";

    private final Map<String, String> given;
    private final CaseFilter filter;
    private final Optional<Order> order;
    private final Optional<LocalDate> asOf;

    private Asked(Map<String, String> given) {
        this.given = given;
        this.asOf = AsOf.read(given.get(AS_OF));
        Map<String, String> narrowing = new LinkedHashMap<>(given);
        List.of(SORT, CURSOR, AS_OF).forEach(narrowing::remove);
        try {
            this.filter = CaseFilter.read(narrowing);
            this.order = Optional.ofNullable(given.get(SORT)).map(Order::read);
        } catch (WrongParameter wrong) {
            throw new BadRequestException(wrong.getMessage(), wrong);
        }
    }

    /**
     * Reads what was asked; of a field that came twice the first.
     *
     * @throws BadRequestException if a value is none that its field can have; the message says what was expected
     */
    static Asked of(MultivaluedMap<String, String> query) {
        Map<String, String> given = new LinkedHashMap<>();
        CaseFilter.parameters().forEach(parameter -> take(query, parameter.name(), given));
        List.of(SORT, CURSOR, AS_OF).forEach(name -> take(query, name, given));
        return new Asked(given);
    }

    private static void take(MultivaluedMap<String, String> query, String name, Map<String, String> given) {
        String value = Optional.ofNullable(query.getFirst(name)).orElse("").strip();
        if (value.isEmpty()) {
            return;
        }
        // a NUL is no text that SQL can carry, and none of them can stand in a field of a form
        if (value.chars().anyMatch(Character::isISOControl)) {
            throw new BadRequestException("The form may hold text, not control characters.");
        }
        if (value.length() > LONGEST_TEXT) {
            throw new BadRequestException("“" + name + "” may have up to " + LONGEST_TEXT + " characters; this one has "
                    + value.length() + ".");
        }
        given.put(name, value);
    }

    /** What a field holds, as it was written. */
    Optional<String> value(Parameter parameter) {
        return Optional.ofNullable(given.get(parameter.name()));
    }

    Optional<String> words() {
        return Optional.ofNullable(given.get(TEXT));
    }

    Optional<String> cursor() {
        return Optional.ofNullable(given.get(CURSOR));
    }

    CaseFilter filter() {
        return filter;
    }

    /** The order that was asked for; whoever looks for words gets the best first. */
    Optional<Order> order() {
        return order;
    }

    /** The day at whose end (UTC) the list is read. */
    Optional<LocalDate> asOf() {
        return asOf;
    }

    /** The address of the same list from its start. */
    String address() {
        Map<String, String> first = new LinkedHashMap<>(given);
        first.remove(CURSOR);
        return address(first);
    }

    /** The address of the same list from its start, with another value in one field; none empties the field. */
    String address(String name, Optional<String> value) {
        Map<String, String> other = new LinkedHashMap<>(given);
        other.remove(CURSOR);
        other.remove(name);
        value.ifPresent(text -> other.put(name, text));
        return address(other);
    }

    /** The address of the page of the same list that a cursor names. */
    String from(String cursor) {
        return address(CURSOR, Optional.of(cursor));
    }

    /** Only what feeds know: neither an order nor a day. */
    String feed(String format) {
        Map<String, String> narrowing = new LinkedHashMap<>(given);
        List.of(SORT, CURSOR, AS_OF).forEach(narrowing::remove);
        return "/feeds/cases." + format + address(narrowing).substring("/cases".length());
    }

    private static String address(Map<String, String> query) {
        UriBuilder address = UriBuilder.fromPath("/cases");
        // Through templates, so that a percent sign or brace in a text is encoded and not read.
        query.keySet().forEach(name -> address.queryParam(name, "{" + name + "}"));
        return address.buildFromMap(query).toString();
    }

    private static List<String> words(String list) {
        return List.copyOf(PublicVocabulary.all().get(list).keySet());
    }
}
