package org.lacuna.crawl.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lacuna.crawl.detect.Captures.answer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lacuna.fetch.Answer;
import org.lacuna.platform.Definition;
import org.lacuna.platform.Example;
import org.lacuna.platform.Platforms;
import org.lacuna.platform.Rule;
import org.lacuna.shared.Outcome;

class ExamplesTest {
    private static final Path CRAWLERS = Path.of("crawlers");
    private static final List<Definition> WITH_RULES = new Platforms()
            .definitions().stream()
                    .filter(definition -> !definition.platform().rules().isEmpty())
                    .toList();

    static Stream<Definition> definitions() {
        return WITH_RULES.stream();
    }

    @ParameterizedTest
    @MethodSource("definitions")
    void every_rule_has_an_example_and_reads_it(Definition definition) {
        TreeSet<String> untouched = new TreeSet<>();
        definition.platform().rules().stream()
                .map(Rule::name)
                .filter(name -> name.startsWith(definition.platform().id() + "#"))
                .forEach(untouched::add);

        for (Example example : definition.examples()) {
            Detection detection = Detector.detect(definition.platform(), read(example));

            assertThat(detection.outcome())
                    .as("%s: %s", example, detection.why())
                    .isEqualTo(example.says());
            detection.rule().ifPresent(untouched::remove);
        }

        assertThat(untouched)
                .as("rules of %s without an example", definition.file())
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("definitions")
    void every_definition_shows_a_page_that_says_nothing_about_the_subject(Definition definition) {
        assertThat(definition.examples()).anyMatch(example -> !example.says().conclusive());
    }

    @Test
    void a_page_is_never_kept_without_a_definition_that_reads_it() throws IOException {
        TreeSet<String> unread = new TreeSet<>();
        try (Stream<Path> files = Files.walk(CRAWLERS.resolve("examples"))) {
            files.filter(Files::isRegularFile)
                    .map(file -> CRAWLERS.relativize(file).toString())
                    .forEach(unread::add);
        }
        WITH_RULES.stream()
                .flatMap(d -> d.examples().stream())
                .map(Example::page)
                .forEach(unread::remove);

        assertThat(unread).isEmpty();
    }

    @Test
    void no_bot_wall_of_any_site_is_read_as_content_by_any_platform() {
        List<Example> walls = WITH_RULES.stream()
                .filter(definition -> definition.platform().id().equals(Platforms.ANY_SITE))
                .flatMap(definition -> definition.examples().stream())
                .filter(example -> example.says() == Outcome.CHALLENGED)
                .toList();

        assertThat(walls).isNotEmpty();
        for (Definition definition : WITH_RULES) {
            for (Example wall : walls) {
                assertThat(Detector.detect(definition.platform(), read(wall))
                                .outcome()
                                .conclusive())
                        .as("%s reads %s", definition.file(), wall.page())
                        .isFalse();
            }
        }
    }

    private static Answer read(Example example) {
        Map<String, List<String>> headers = new TreeMap<>();
        example.headers().forEach((name, value) -> headers.put(name, List.of(value)));
        try {
            byte[] body = Files.readAllBytes(CRAWLERS.resolve(example.page()));
            return answer(example.answered().orElse(Captures.somewhere()), example.status(), headers, body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
