package org.lacuna.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lacuna.fetch.LocalOrigin.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
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
        // here the process goes on, and with it the file
        assertThat(file.resolveSibling(file.getFileName() + ".open")).exists();
        assertThat(out.toString()).containsPattern("offset    \\d+").containsPattern("length    \\d+");
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

    @Test
    void one_bad_address_among_many_does_not_stop_the_others() {
        origin.at("/blocked", page(451, "text/html", "by order".getBytes()));
        String blocked = origin.url("/blocked").toString();

        assertThat(probe("nonsense", blocked, "http://127.0.0.1/")).isEqualTo(2);
        assertThat(err.toString()).contains("1 of 3", "2 of 3", "3 of 3").contains("found 'nonsense'");
        assertThat(out.toString())
                .contains("url       " + blocked + "\noutcome   withheld")
                .contains("url       http://127.0.0.1/\noutcome   no-answer")
                .doesNotContain("nonsense");
    }

    @Test
    void addresses_on_standard_input_become_one_json_object_a_line() throws IOException {
        origin.html("/page", "<p>hello</p>");
        String page = origin.url("/page").toString();
        command.input = new ByteArrayInputStream((page + "\n\n  nonsense \n").getBytes());

        assertThat(probe("--json", "-")).isEqualTo(2);
        List<String> lines = out.toString().lines().toList();
        assertThat(lines).hasSize(2);
        JsonNode first = new ObjectMapper().readTree(lines.get(0));
        assertThat(first.path("url").asText()).isEqualTo(page);
        assertThat(first.path("outcome").asText()).isEqualTo("unclear");
        assertThat(first.path("rule").isNull()).isTrue();
        assertThat(first.path("evidence").asText()).startsWith("sha256:");
        assertThat(new ObjectMapper().readTree(lines.get(1)).path("error").asText())
                .contains("expected a URL");
    }

    private int probe(String... words) {
        return new CommandLine(command)
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(words);
    }
}
