package org.lacuna.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lacuna.fetch.LocalOrigin.page;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lacuna.fetch.LocalOrigin;
import picocli.CommandLine;

@QuarkusTest
class ProbeCommandTest {
    @ConfigProperty(name = "lacuna.test.origin-port")
    int port;

    @Inject
    ProbeCommand command;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private LocalOrigin origin;

    @BeforeEach
    void open() {
        origin = new LocalOrigin(port);
    }

    @AfterEach
    void close() throws IOException {
        origin.close();
    }

    @Test
    void a_page_that_says_something_is_told_with_its_rule_and_its_evidence() {
        origin.at("/blocked", page(451, "text/html", "by order".getBytes()));
        assertThat(probe(origin.url("/blocked").toString())).isZero();
        assertThat(out.toString())
                .contains("outcome   withheld")
                .contains("rule      any-site#")
                .contains("why       Rule any-site#")
                .contains("platform  any-site")
                .contains("page      " + origin.url("/blocked"))
                .containsPattern("evidence  sha256:[0-9a-f]{64}");
        Path file = Path.of(out.toString()
                .lines()
                .filter(line -> line.startsWith("file"))
                .findFirst()
                .orElseThrow()
                .substring(10));
        assertThat(file).exists();
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void a_page_that_no_rule_reads_ends_with_3() {
        origin.html("/page", "<p>hello</p>");
        assertThat(probe(origin.url("/page").toString())).isEqualTo(3);
        assertThat(out.toString()).contains("outcome   unclear").contains("rule      none");
    }

    @Test
    void a_private_address_ends_with_3_and_says_why_and_leaves_no_evidence() {
        assertThat(probe("http://127.0.0.1/")).isEqualTo(3);
        assertThat(out.toString())
                .contains("outcome   no-answer")
                .contains("why       refused-address: expected a host on the public internet")
                .contains("evidence  none");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nonsense", "ftp://site.example/", "http://", "http://bad host/", "", "https:///x"})
    void a_url_that_is_none_ends_with_2_and_says_what_was_expected(String url) {
        assertThat(probe(url)).isEqualTo(2);
        assertThat(err.toString()).contains("expected a URL such as https://").contains("found '" + url + "'");
        assertThat(out.toString()).isEmpty();
    }

    private int probe(String url) {
        return new CommandLine(command)
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(url);
    }
}
