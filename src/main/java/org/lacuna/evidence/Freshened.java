package org.lacuna.evidence;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** What headers a stored answer has after a 304 (RFC 9111 §4.3.4, by the rules of §3.2). */
final class Freshened {
    /** Those of one connection or proxy, and those that say how the stored body is to be read. */
    private static final Set<String> STAY = Set.of(
            "connection",
            "keep-alive",
            "proxy-connection",
            "te",
            "transfer-encoding",
            "trailer",
            "upgrade",
            "proxy-authenticate",
            "proxy-authentication-info",
            "proxy-authorization",
            "content-length",
            "content-encoding",
            "content-type",
            "content-range");

    private Freshened() {}

    /** Names in lower case, in both and in what is returned. */
    static Map<String, List<String>> headers(Map<String, List<String>> stored, Map<String, List<String>> notModified) {
        Set<String> stay = new HashSet<>(STAY);
        notModified.getOrDefault("connection", List.of()).stream()
                .flatMap(value -> Stream.of(value.split(",")))
                .map(name -> name.strip().toLowerCase(Locale.ROOT))
                .forEach(stay::add);
        Map<String, List<String>> headers = new LinkedHashMap<>(stored);
        notModified.forEach((name, values) -> {
            if (!stay.contains(name)) {
                headers.put(name, values);
            }
        });
        return headers;
    }
}
