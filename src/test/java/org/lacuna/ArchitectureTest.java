package org.lacuna;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.properties.HasName;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.persistence.Entity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The import table of ARCHITECTURE.md, and the rules that stand below it. */
class ArchitectureTest {
    private static final String ROOT = "org.lacuna";
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(ROOT);

    /** Which package may import which; {@code cli} may import any, and a package may always import itself. */
    private static final Map<String, Set<String>> TABLE = new TreeMap<>(Map.ofEntries(
            row("shared", ""),
            row("boot", "shared"),
            row("statistics", "shared"),
            row("platform", "shared"),
            row("fetch", "shared"),
            row("evidence", "shared fetch"),
            row("ledger", "shared fetch"),
            row("observation", "shared evidence"),
            row("crawl", "shared platform fetch evidence observation"),
            row("lead", "shared platform fetch evidence"),
            row("intake", "shared platform page evidence"),
            row("cases", "shared platform evidence observation"),
            row("publication", "shared statistics platform evidence ledger observation cases"),
            row("page", "shared statistics platform"),
            row("desk", "shared platform fetch evidence ledger observation lead intake cases publication page"),
            row("api", "shared fetch statistics platform publication ledger"),
            row("web", "shared statistics platform publication ledger page"),
            row("report", "shared statistics platform publication ledger page"),
            row("cli", "*")));

    @Test
    void every_package_stands_in_the_table() {
        Set<String> packages = CLASSES.stream().map(ArchitectureTest::feature).collect(Collectors.toSet());

        assertThat(TABLE.keySet()).containsAll(packages);
    }

    @Test
    void every_package_imports_only_what_its_row_allows() {
        TABLE.forEach((name, allowed) -> {
            if (!allowed.contains("*")) {
                importsOnly(name, allowed).allowEmptyShould(true).check(CLASSES);
            }
        });
    }

    @Test
    void there_are_no_rings_between_packages_nor_inside_them() {
        slices().matching("org.lacuna.(**)").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void what_the_public_reads_comes_from_publication_alone() {
        noClasses()
                .that()
                .resideInAnyPackage("..api..", "..web..", "..report..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.lacuna.cases..", "org.lacuna.intake..", "org.lacuna.observation..")
                .check(CLASSES);
    }

    @Test
    void only_fetch_opens_outgoing_connections() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.lacuna.fetch..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.apache.hc..", "java.net.http..")
                .orShould()
                .callMethodWhere(target(HasName.Predicates.nameMatching("openConnection|openStream|getContent"))
                        .and(target(describe("of java.net.URL", ArchitectureTest::ofUrl))))
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.net.Socket")
                .check(CLASSES);
    }

    @Test
    void only_the_clock_producer_asks_for_the_time() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName("org.lacuna.shared.ClockProducer")
                .should()
                .callMethodWhere(
                        target(HasName.Predicates.nameMatching("now|currentTimeMillis|systemUTC|systemDefaultZone"))
                                .and(target(describe("without a clock", ArchitectureTest::readsTheMachine))))
                .check(CLASSES);
    }

    @Test
    void the_merkle_tree_is_plain_java() {
        classes()
                .that()
                .resideInAPackage("org.lacuna.ledger.merkle..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "org.lacuna.ledger.merkle..")
                .check(CLASSES);
    }

    @Test
    void entities_stay_in_their_package() {
        classes()
                .that()
                .areAnnotatedWith(Entity.class)
                .should()
                .bePackagePrivate()
                .check(CLASSES);
    }

    @Test
    void names_say_what_a_thing_is() {
        noClasses()
                .should()
                .haveSimpleNameEndingWith("Manager")
                .orShould()
                .haveSimpleNameEndingWith("Helper")
                .orShould()
                .haveSimpleNameEndingWith("Util")
                .orShould()
                .haveSimpleNameEndingWith("Utils")
                .orShould()
                .haveSimpleNameEndingWith("Impl")
                .orShould()
                .haveSimpleNameEndingWith("Dto")
                .orShould()
                .haveSimpleNameEndingWith("Base")
                .check(CLASSES);
    }

    @Test
    void data_sources_are_not_handed_around() {
        noClasses()
                .that()
                .resideOutsideOfPackages("org.lacuna.shared..", "org.lacuna.boot..")
                .and()
                .haveSimpleNameNotEndingWith("Queries")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("javax.sql..")
                .check(CLASSES);
    }

    @Test
    void every_package_says_what_it_does_and_what_it_never_does() throws IOException {
        try (Stream<Path> folders = Files.walk(Path.of("src/main/java/org/lacuna"))) {
            List<Path> packages = folders.filter(Files::isDirectory)
                    .filter(ArchitectureTest::hasClasses)
                    .toList();

            assertThat(packages).isNotEmpty().allSatisfy(folder -> assertThat(folder.resolve("package-info.java"))
                    .content()
                    .contains("Never"));
        }
    }

    @Test
    void the_tests_that_need_the_running_application_stand_in_their_list() throws IOException {
        Path sources = Path.of("src/test/java");
        Pattern mark = Pattern.compile("^@QuarkusTest$", Pattern.MULTILINE);
        try (Stream<Path> files = Files.walk(sources)) {
            List<String> marked = new ArrayList<>();
            for (Path file :
                    files.filter(each -> each.toString().endsWith("Test.java")).toList()) {
                if (mark.matcher(Files.readString(file)).find()) {
                    marked.add(sources.relativize(file).toString());
                }
            }
            assertThat(Files.readAllLines(Path.of("src/test/application-tests.txt")))
                    .as("src/test/application-tests.txt, a name a line")
                    .filteredOn(line -> !line.startsWith("#"))
                    .containsExactlyElementsOf(marked.stream().sorted().toList());
            assertThat(Stream.of(FirstHalfOfApplicationTests.class, SecondHalfOfApplicationTests.class)
                            .flatMap(half -> ApplicationTests.of(half).stream()))
                    .as("each below the mark of a half")
                    .hasSameSizeAs(marked);
        }
    }

    private static ArchRule importsOnly(String name, Set<String> allowed) {
        String[] packages = Stream.concat(Stream.of(name), allowed.stream())
                .map(each -> ROOT + "." + each + "..")
                .toArray(String[]::new);
        return classes()
                .that()
                .resideInAPackage(ROOT + "." + name + "..")
                .should()
                .onlyDependOnClassesThat(describe(
                        "are of " + List.of(packages) + " or not ours",
                        other -> !other.getPackageName().startsWith(ROOT)
                                || Stream.of(packages).anyMatch(each -> inside(other, each))));
    }

    private static boolean inside(JavaClass other, String packages) {
        String name = packages.substring(0, packages.length() - 2);
        return other.getPackageName().equals(name) || other.getPackageName().startsWith(name + ".");
    }

    private static String feature(JavaClass each) {
        return each.getPackageName().substring(ROOT.length() + 1).replaceFirst("\\..*", "");
    }

    private static boolean ofUrl(AccessTarget target) {
        return target.getOwner().getFullName().equals("java.net.URL");
    }

    private static boolean readsTheMachine(AccessTarget target) {
        return target.getOwner().getPackageName().matches("java\\.(time|lang).*")
                && target instanceof AccessTarget.CodeUnitAccessTarget call
                && call.getRawParameterTypes().stream()
                        .noneMatch(type -> type.getName().equals("java.time.Clock"));
    }

    private static boolean hasClasses(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.anyMatch(file -> file.toString().endsWith(".java"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Map.Entry<String, Set<String>> row(String name, String allowed) {
        return Map.entry(name, allowed.isEmpty() ? Set.of() : Set.of(allowed.split(" ")));
    }
}
