package org.lacuna.crawl.detect;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lacuna.platform.Definition;
import org.lacuna.platform.Platform;
import org.lacuna.shared.Digest;
import org.lacuna.shared.TextFile;

/** A page need not be read again exactly while nothing that the detector looks at has changed. */
class FingerprintTest {
    private static final URI PAGE = URI.create("https://site.example/ana");
    private static final Map<String, List<String>> HEADERS = Map.of(
            "content-type", List.of("text/html; charset=utf-8"), "x-gone", List.of("no"), "date", List.of("Monday"));

    private final Platform platform = definition("Reads a site.");
    private final Digest first = of(PAGE, 200, HEADERS, "<p>Ana</p>");

    @Test
    void the_same_answer_has_the_same_one() {
        assertThat(of(PAGE, 200, HEADERS, "<p>Ana</p>")).isEqualTo(first);
    }

    @Test
    void a_header_that_no_rule_asks_for_does_not_matter() {
        assertThat(of(PAGE, 200, with("date", "Tuesday"), "<p>Ana</p>")).isEqualTo(first);
    }

    @Test
    void each_thing_the_detector_looks_at_does() {
        assertThat(List.of(
                        of(PAGE, 404, HEADERS, "<p>Ana</p>"),
                        of(URI.create("https://site.example/login"), 200, HEADERS, "<p>Ana</p>"),
                        of(PAGE, 200, with("x-gone", "yes"), "<p>Ana</p>"),
                        of(PAGE, 200, with("content-type", "text/html; charset=gbk"), "<p>Ana</p>"),
                        of(PAGE, 200, HEADERS, "<p>Bea</p>"),
                        Fingerprint.of(
                                definition("Reads a site better."),
                                Captures.answer(PAGE, 200, HEADERS, bytes("<p>Ana</p>")))))
                .doesNotContain(first)
                .doesNotHaveDuplicates();
    }

    @Test
    void a_header_sent_twice_differs_from_one_that_joins_both() {
        assertThat(of(PAGE, 200, Map.of("x-gone", List.of("a", "b")), ""))
                .isNotEqualTo(of(PAGE, 200, Map.of("x-gone", List.of("ab")), ""));
    }

    private Digest of(URI answered, int status, Map<String, List<String>> headers, String body) {
        return Fingerprint.of(platform, Captures.answer(answered, status, headers, bytes(body)));
    }

    private static Map<String, List<String>> with(String name, String value) {
        Map<String, List<String>> headers = new HashMap<>(HEADERS);
        headers.put(name, List.of(value));
        return headers;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static Platform definition(String about) {
        return Definition.read(new TextFile("crawlers/site.yaml", """
                id: site
                name: Site
                about: %s
                home: https://site.example/
                hosts: [ site.example ]
                subject: { kind: page, id: "/(.+)" }
                fetch: { page: "https://site.example/{id}", every: 6h, at-most: 6 per minute }
                control: { id: control, says: available }
                detect:
                  - says: removed
                    when: { header: x-gone, contains: "yes" }
                  - says: available
                    when: { element: "p" }
                otherwise: unclear
                examples:
                  - { page: a.html, status: 200, headers: { X-Gone: "yes" }, says: removed }
                  - { page: b.html, status: 200, says: available }
                """.formatted(about)), Optional.empty())
                .platform();
    }
}
