package org.lacuna.cli;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.lacuna.crawl.detect.BuiltInExamples;
import org.lacuna.crawl.detect.ExampleCheck;
import org.lacuna.platform.Definition;
import org.lacuna.platform.Platform;
import org.lacuna.platform.Platforms;
import org.lacuna.shared.InvalidFile;
import org.lacuna.shared.TextFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** For whoever writes a definition: what would the build say about it? */
@Command(
        name = "check",
        description = {
            "Reads definitions and all their examples, and tells which of them hold.",
            "Without files: those that are packed with this build."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:all is well", "1:something is not; it is named with its file and line", "2:no such file"})
class CheckCommand implements Callable<Integer>, WithoutApplication {
    private static final int WRONG = 1;
    private static final int NO_FILE = 2;
    private static final int MANY = 5;
    private static final String ENDING = ".yaml";
    private static final Set<String> NO_DEFINITIONS = Set.of("watchlist.yaml", "feeds.yaml");

    @Spec
    CommandSpec spec;

    @Parameters(
            arity = "0..*",
            paramLabel = "FILE",
            description = "YAML files, or folders that hold them; the example pages stand beside each file.")
    List<Path> files = List.of();

    private int passed;
    private int failed;

    @Override
    public Integer call() {
        Platforms builtIn = new Platforms();
        ExampleCheck check = BuiltInExamples.check(builtIn);
        if (files.isEmpty()) {
            List<Definition> all = builtIn.definitions();
            all.forEach(definition -> tell(definition, check.check(definition, check.builtIn()), all.size()));
            return end(all.size());
        }
        List<Path> paths = new ArrayList<>();
        for (Path file : files) {
            if (!Files.isReadable(file)) {
                say("expected a file or a folder that can be read, found none at " + file);
                return NO_FILE;
            }
            paths.addAll(Files.isDirectory(file) ? in(file) : List.of(file));
        }
        Optional<Platform> anySite = anySite(paths).or(() -> builtIn.find(Platforms.ANY_SITE));
        paths.forEach(path -> check(path, anySite, check, paths.size()));
        return end(paths.size());
    }

    /** An author who changes the rules that others use wants to see the others with them. */
    private static Optional<Platform> anySite(List<Path> paths) {
        return paths.stream()
                .filter(path -> path.endsWith(Platforms.ANY_SITE + ENDING))
                .findFirst()
                .flatMap(path -> {
                    try {
                        return Optional.of(
                                Definition.read(named(path), Optional.empty()).platform());
                    } catch (InvalidFile | UncheckedIOException toldBelow) {
                        return Optional.empty();
                    }
                });
    }

    private void check(Path path, Optional<Platform> anySite, ExampleCheck check, int of) {
        try {
            boolean itself = path.endsWith(Platforms.ANY_SITE + ENDING);
            Definition definition = Definition.read(named(path), itself ? Optional.empty() : anySite);
            tell(definition, check.check(definition, page -> Files.readAllBytes(path.resolveSibling(page))), of);
        } catch (InvalidFile refused) {
            failed++;
            print(refused.getMessage());
        } catch (UncheckedIOException unreadable) {
            failed++;
            print(path + ": expected a file that can be read, found "
                    + unreadable.getCause().getClass().getSimpleName());
        }
    }

    private void tell(Definition definition, ExampleCheck.Checked checked, int of) {
        passed += checked.passed();
        failed += checked.failures().size();
        if (of > MANY) {
            say("checked " + definition.file());
        }
        if (definition.platform().rules().isEmpty()) {
            print(definition.file() + ": names a platform, has no rules to check");
        } else {
            print(definition.file() + ": " + checked.passed() + " of "
                    + definition.examples().size() + " examples passed");
        }
        checked.failures().forEach(failure -> print("  " + failure.where() + ": " + failure.problem()));
    }

    private int end(int definitions) {
        print(definitions + " files, " + passed + " examples passed, " + failed + " failures");
        return failed == 0 ? 0 : WRONG;
    }

    private static List<Path> in(Path folder) {
        return TextFile.in(folder, ENDING).stream()
                .map(TextFile::name)
                .filter(name -> !NO_DEFINITIONS.contains(name))
                .map(folder::resolve)
                .toList();
    }

    /** A definition's id is the name of its file, in whatever folder that is. */
    private static TextFile named(Path path) {
        Path folder = path.getParent();
        return TextFile.read(path).under(folder == null ? "." : folder.toString());
    }

    private void print(String line) {
        spec.commandLine().getOut().println(line);
        spec.commandLine().getOut().flush();
    }

    private void say(String line) {
        spec.commandLine().getErr().println(line);
        spec.commandLine().getErr().flush();
    }
}
