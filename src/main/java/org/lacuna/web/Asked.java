package org.lacuna.web;

import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.UriBuilder;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.lacuna.publication.CaseFilter;
import org.lacuna.publication.PublicVocabulary;

/** What the form above the list of cases asks for. An empty field asks for nothing. */
public class Asked {
    static final List<String> STATUSES = words("status");
    static final List<String> VERIFICATIONS = words("verification");
    static final List<String> COUNTRIES = List.of(Locale.getISOCountries());
    private static final int LONGEST_TEXT = 200;

    @QueryParam("q")
    String q;

    @QueryParam("platform")
    String platform;

    @QueryParam("status")
    String status;

    @QueryParam("verification")
    String verification;

    @QueryParam("country")
    String country;

    @QueryParam("cursor")
    String cursor;

    Optional<String> words() {
        return given(q).map(text -> {
            if (text.length() > LONGEST_TEXT) {
                throw new BadRequestException("The text to look for may have up to " + LONGEST_TEXT
                        + " characters; this one has " + text.length() + ".");
            }
            return text;
        });
    }

    Optional<String> platform() {
        return given(platform);
    }

    Optional<String> status() {
        return outOf(STATUSES, "status", status);
    }

    Optional<String> verification() {
        return outOf(VERIFICATIONS, "verification", verification);
    }

    Optional<String> country() {
        return outOf(COUNTRIES, "country", country);
    }

    Optional<String> cursor() {
        return given(cursor);
    }

    /** @throws BadRequestException if a word is none that exists */
    CaseFilter filter() {
        Map<String, String> asked = new HashMap<>();
        words().ifPresent(text -> asked.put("q", text));
        platform().ifPresent(id -> asked.put("platform", id));
        status().ifPresent(word -> asked.put("status", word));
        verification().ifPresent(word -> asked.put("verification", word));
        country().ifPresent(code -> asked.put("country", code));
        return CaseFilter.read(asked);
    }

    /** The address of the same list, from this cursor on or from the start. */
    String address(Optional<String> from) {
        UriBuilder address = UriBuilder.fromPath("/cases");
        words().ifPresent(text -> address.queryParam("q", "{q}"));
        platform().ifPresent(word -> address.queryParam("platform", "{platform}"));
        status().ifPresent(word -> address.queryParam("status", word));
        verification().ifPresent(word -> address.queryParam("verification", word));
        country().ifPresent(word -> address.queryParam("country", word));
        from.ifPresent(text -> address.queryParam("cursor", text));
        // Through the template, so that a percent sign or brace in the text is encoded and not read.
        return address.resolveTemplate("q", words().orElse(""))
                .resolveTemplate("platform", platform().orElse(""))
                .build()
                .toString();
    }

    private static Optional<String> outOf(List<String> words, String name, String found) {
        return given(found).map(word -> {
            if (!words.contains(word)) {
                throw new BadRequestException("There is no " + name + " “" + word + "”. Choose one from the list.");
            }
            return word;
        });
    }

    private static List<String> words(String list) {
        return List.copyOf(PublicVocabulary.all().get(list).keySet());
    }

    /** A control character in a text stands for nothing that could be found, and a NUL is none that SQL can carry. */
    private static Optional<String> given(String value) {
        if (value != null && value.chars().anyMatch(Character::isISOControl)) {
            throw new BadRequestException("The form may hold text, not control characters.");
        }
        return Optional.ofNullable(value).map(String::strip).filter(text -> !text.isEmpty());
    }
}
