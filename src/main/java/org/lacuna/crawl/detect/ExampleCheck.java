package org.lacuna.crawl.detect;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.lacuna.fetch.Answer;
import org.lacuna.platform.Definition;
import org.lacuna.platform.Example;
import org.lacuna.platform.Platform;
import org.lacuna.platform.Rule;

/**
 * Reads the examples of a definition with its rules: each page must give what its line says, each rule must have a page
 * that it decides, and no bot wall may be taken for content.
 *
 * @param walls examples of walls that many sites share, kept beside the built-in definitions
 */
public record ExampleCheck(Pages builtIn, List<Example> walls) {
    private static final URI NOWHERE = URI.create("https://nowhere.invalid/");

    public ExampleCheck {
        walls = List.copyOf(walls);
    }

    /** Where the pages of examples are. */
    public interface Pages {
        /** @throws IOException if there is no such page */
        byte[] read(String page) throws IOException;
    }

    /**
     * Something that is not as it should be.
     *
     * @param where file and line
     * @param problem what was expected, what was said, by which rule and why
     */
    public record Failure(String where, String problem) {}

    /**
     * @param passed how many examples gave what they should
     * @param failures none if all is well
     */
    public record Checked(int passed, List<Failure> failures) {
        public Checked {
            failures = List.copyOf(failures);
        }
    }

    /** Checks one definition whose example pages are found there. */
    public Checked check(Definition definition, Pages pages) {
        Platform platform = definition.platform();
        List<Failure> failures = new ArrayList<>();
        TreeSet<String> untouched = own(platform);
        int passed = 0;
        for (Example example : definition.examples()) {
            try {
                Detection said = Detector.detect(platform, answer(example, pages));
                said.rule().ifPresent(untouched::remove);
                if (said.outcome() == example.says()) {
                    passed++;
                } else {
                    failures.add(new Failure(example.where(), expected(example, said)));
                }
            } catch (IOException missing) {
                failures.add(new Failure(
                        example.where(), "expected the page " + example.page() + ", found none that can be read"));
            }
        }
        untouched.forEach(rule -> failures.add(
                new Failure(definition.file(), "expected an example that rule " + rule + " decides, found none")));
        if (!platform.rules().isEmpty()
                && definition.examples().stream()
                        .allMatch(example -> example.says().conclusive())) {
            failures.add(new Failure(
                    definition.file(),
                    "expected an example of a page that says nothing about its subject (unclear, challenged or"
                            + " login-required), found none"));
        }
        failures.addAll(takenForContent(definition));
        return new Checked(passed, failures);
    }

    private static TreeSet<String> own(Platform platform) {
        TreeSet<String> names = new TreeSet<>();
        platform.rules().stream()
                .map(Rule::name)
                .filter(name -> name.startsWith(platform.id() + "#"))
                .forEach(names::add);
        return names;
    }

    private List<Failure> takenForContent(Definition definition) {
        List<Failure> failures = new ArrayList<>();
        for (Example wall : walls) {
            try {
                Detection said = Detector.detect(definition.platform(), answer(wall, builtIn));
                if (said.outcome().conclusive()) {
                    failures.add(new Failure(definition.file(), "of a bot wall: " + expected(wall, said)));
                }
            } catch (IOException missing) {
                throw new UncheckedIOException(missing);
            }
        }
        return failures;
    }

    private static String expected(Example example, Detection said) {
        return example.page() + ": expected " + example.says().word() + ", said "
                + said.outcome().word() + " by " + said.rule().orElse("no rule") + ". " + said.why();
    }

    private static Answer answer(Example example, Pages pages) throws IOException {
        Map<String, List<String>> headers = new LinkedHashMap<>();
        example.headers().forEach((name, value) -> headers.put(name, List.of(value)));
        URI answered = example.answered().orElse(NOWHERE);
        Answer.Exchange none = new Answer.Exchange(new byte[0], new byte[0]);
        return new Answer(
                answered, answered, example.status(), headers, pages.read(example.page()), none, Instant.EPOCH);
    }
}
