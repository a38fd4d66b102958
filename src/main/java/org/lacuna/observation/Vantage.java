package org.lacuna.observation;

import java.util.Arrays;
import java.util.Optional;
import org.lacuna.shared.Word;

/**
 * Where we looked from. Never an address.
 *
 * @param country ISO 3166-1 alpha-2, upper case; empty if the operator did not say
 * @param route how the request travelled
 */
public record Vantage(Optional<String> country, Route route) {
    /** How a request travels. */
    public enum Route implements Word {
        DIRECT,
        HTTP_PROXY,
        SOCKS;
    }

    public Vantage {
        country.filter(code -> !code.matches("[A-Z]{2}")).ifPresent(code -> {
            throw new IllegalArgumentException("expected a country of two capital letters, found '" + code + "'");
        });
    }

    /** Without a proxy. */
    public static Vantage direct(Optional<String> country) {
        return new Vantage(country, Route.DIRECT);
    }

    /** As it is stored and shown: {@code DE/direct}, or {@code direct} where the country is not known. */
    public String word() {
        return country.map(code -> code + "/").orElse("") + route.word();
    }

    /**
     * Reads a {@link #word()}.
     *
     * @throws IllegalArgumentException saying what was expected
     */
    public static Vantage of(String word) {
        int slash = word.indexOf('/');
        Optional<String> country = slash < 0 ? Optional.empty() : Optional.of(word.substring(0, slash));
        String route = word.substring(slash + 1);
        return new Vantage(
                country,
                Arrays.stream(Route.values())
                        .filter(known -> known.word().equals(route))
                        .findFirst()
                        .orElseThrow(() -> new IllegalArgumentException(
                                "expected a vantage such as DE/direct, found '" + word + "'")));
    }
}
