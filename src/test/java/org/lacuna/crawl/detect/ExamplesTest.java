package org.lacuna.crawl.detect;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lacuna.platform.Definition;
import org.lacuna.platform.Example;
import org.lacuna.platform.Platforms;

class ExamplesTest {
    private static final Path CRAWLERS = Path.of("crawlers");
    private static final Platforms PLATFORMS = new Platforms();
    private static final ExampleCheck CHECK = BuiltInExamples.check(PLATFORMS);
    private static final List<Definition> WITH_RULES = PLATFORMS.definitions().stream()
            .filter(definition -> !definition.platform().rules().isEmpty())
            .toList();

    static Stream<Definition> definitions() {
        return WITH_RULES.stream();
    }

    /** Each page gives what it should, each rule decides one, and no wall is taken for content. */
    @ParameterizedTest
    @MethodSource("definitions")
    void every_rule_has_an_example_and_reads_it(Definition definition) {
        ExampleCheck.Checked checked = CHECK.check(definition, page -> Files.readAllBytes(CRAWLERS.resolve(page)));

        assertThat(checked.failures()).isEmpty();
        assertThat(checked.passed()).isEqualTo(definition.examples().size());
    }

    @Test
    void there_are_walls_that_no_definition_may_take_for_content() {
        assertThat(CHECK.walls()).isNotEmpty();
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
}
