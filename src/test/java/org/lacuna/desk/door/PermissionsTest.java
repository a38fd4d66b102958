package org.lacuna.desk.door;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The matrix of {@code desk/permissions.csv} against the program: complete, in agreement, and true of what answers. */
@QuarkusTest
class PermissionsTest {
    private static final Pattern FORM = Pattern.compile("<form\\b[^>]*>");
    private static final Pattern ACTION = Pattern.compile("\\baction=\"([^\"?]*)");
    private static final List<Permission> MATRIX = Permission.all();

    @Inject
    DeskForTests desk;

    @Inject
    EditorRepository editors;

    @Inject
    Sessions sessions;

    @Inject
    TwoPersons twoPersons;

    private final Map<DeskRole, String> names = new EnumMap<>(DeskRole.class);
    private final Map<DeskRole, Session> open = new EnumMap<>(DeskRole.class);
    private Optional<String> another = Optional.empty();

    /** Of a browser that is logged in, with the token of its forms. */
    private record Session(DeskBrowser browser, String token) {}

    @Test
    void every_operation_stands_in_the_matrix_and_nothing_else() {
        assertThat(MATRIX.stream().map(Permission::line).collect(Collectors.toSet()))
                .isEqualTo(Operation.all().stream().map(Operation::line).collect(Collectors.toSet()));
        assertThat(MATRIX.stream().map(line -> line.line() + "," + line.whose()))
                .doesNotHaveDuplicates();
    }

    @Test
    void every_operation_of_the_open_api_document_stands_in_the_matrix() {
        Map<String, Map<String, Object>> paths =
                given().queryParam("format", "json").get("/q/openapi").path("paths");
        List<String> told = paths.entrySet().stream()
                .flatMap(path -> path.getValue().keySet().stream()
                        .filter(key ->
                                Set.of("get", "post", "put", "delete", "patch").contains(key))
                        .map(verb -> verb.toUpperCase(Locale.ROOT) + " " + shape(path.getKey())))
                .toList();
        assertThat(told).hasSizeGreaterThan(5);
        assertThat(shapes()).containsAll(told);
    }

    @Test
    void every_form_of_every_page_leads_to_an_operation_of_the_matrix() throws IOException {
        List<String> forms = new ArrayList<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main/resources/templates"))) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".html")).toList()) {
                FORM.matcher(Files.readString(file))
                        .results()
                        .map(MatchResult::group)
                        .forEach(form -> forms.add(sent(form)));
            }
        }
        // The pages of people who report name their own path in every language; their tests send every one of them.
        // Public pages that are read as of another day name their own path too; their tests ask each of them.
        forms.removeIf(form -> form.equals("POST {}") || form.equals("GET {}"));
        assertThat(forms).hasSizeGreaterThan(10);
        assertThat(shapes()).containsAll(forms);
    }

    private static String sent(String form) {
        String action = ACTION.matcher(form)
                .results()
                .map(found -> found.group(1))
                .findFirst()
                .orElseThrow(() -> new AssertionError("a form without an action: " + form));
        return (form.contains("method=\"post\"") ? "POST " : "GET ") + shape(action);
    }

    private static Set<String> shapes() {
        return MATRIX.stream()
                .map(line -> line.method() + " " + shape(line.path()))
                .collect(Collectors.toSet());
    }

    private static String shape(String path) {
        return path.replaceAll("\\{[^}]*}", "{}");
    }

    @Test
    void the_marks_on_the_methods_agree_with_the_matrix() {
        for (Operation operation : Operation.all()) {
            List<Permission> lines = MATRIX.stream()
                    .filter(line -> line.line().equals(operation.line()))
                    .toList();
            Set<DeskRole> allowed = EnumSet.noneOf(DeskRole.class);
            lines.forEach(line -> allowed.addAll(line.roles()));
            boolean everybody = lines.stream().anyMatch(Permission::everybody);
            if (!operation.ofTheDesk()) {
                assertThat(everybody).as(operation.line()).isTrue();
            } else if (operation.java().isAnnotationPresent(OpenToAll.class)) {
                assertThat(everybody).as(operation.line()).isTrue();
            } else {
                assertThat(everybody).as(operation.line()).isFalse();
                assertThat(marked(operation)).as(operation.line()).isEqualTo(allowed);
            }
        }
    }

    private static Set<DeskRole> marked(Operation operation) {
        if (operation.java().isAnnotationPresent(AnyRole.class)) {
            return EnumSet.allOf(DeskRole.class);
        }
        Allowed some = operation.java().getAnnotation(Allowed.class);
        assertThat(some).as("no mark, so nobody may: " + operation.line()).isNotNull();
        return Set.of(some.value());
    }

    @Test
    void what_answers_refuses_whom_the_matrix_refuses_and_nobody_else() {
        // What ends a session comes last: each further log-in takes a slow hash.
        List<Permission> lines = MATRIX.stream()
                .sorted(Comparator.comparing(PermissionsTest::endsTheSession))
                .toList();
        for (Permission line : lines) {
            String path = line.path().replaceAll("\\{[^}]*}", UUID.randomUUID().toString());
            Response stranger = line.method().equals("GET")
                    ? given().redirects().follow(false).get(path)
                    : new DeskBrowser().form().formParam("why", "a test").post(path);
            assertThat(turnedAway(stranger)).as("a stranger at " + line).isEqualTo(!line.everybody());
            if (!line.everybody()) {
                for (DeskRole role : DeskRole.values()) {
                    Response answer = ask(line, role);
                    assertThat(answer.statusCode() == 403)
                            .as("%s at %s: %s", role, line, answer.statusLine())
                            .isEqualTo(!line.roles().contains(role));
                    assertThat(answer.statusCode())
                            .as("%s at %s", role, line)
                            .isNotEqualTo(401)
                            .isLessThan(500);
                    assertThat(ledToTheDoor(answer))
                            .as("%s at %s: whose session holds", role, line)
                            .isEqualTo(endsTheSession(line));
                }
            }
        }
    }

    @Test
    void a_method_that_does_not_say_whom_it_is_for_refuses_everybody() {
        DeskBrowser all = desk.loggedIn();
        for (Response answer : List.of(all.get("/desk/unmarked"), all.post("/desk/unmarked", Map.of()))) {
            assertThat(answer.statusCode()).isEqualTo(403);
            assertThat(answer.asString()).contains("not yours to do").doesNotContain("never shown", "never done");
        }
        assertThat(turnedAway(given().redirects().follow(false).get("/desk/unmarked")))
                .isTrue();
    }

    private static boolean turnedAway(Response answer) {
        return answer.statusCode() == 401 || answer.statusCode() == 403 || ledToTheDoor(answer);
    }

    private static boolean ledToTheDoor(Response answer) {
        return answer.statusCode() == 303 && "/desk/login".equals(answer.header("Location"));
    }

    private static boolean endsTheSession(Permission line) {
        return line.operation().equals("LogoutPage.logout");
    }

    private Response ask(Permission line, DeskRole role) {
        Session session = session(role);
        String path = line.path().replaceAll("\\{[^}]*}", target(line, role).toString());
        if (endsTheSession(line)) {
            open.remove(role);
        }
        return line.method().equals("GET")
                ? session.browser().get(path)
                : session.browser().post(path, Map.of("why", "a test"), session.token());
    }

    private Session session(DeskRole role) {
        String name = names.computeIfAbsent(role, desk::newEditorWithOwnPassword);
        return open.computeIfAbsent(role, any -> {
            DeskBrowser browser = desk.loggedIn(name);
            return new Session(browser, browser.token());
        });
    }

    /** Another editor, a new one after somebody was allowed to remove the last. */
    private String another() {
        if (another.flatMap(editors::named).isEmpty()) {
            another = Optional.of(desk.newEditor());
        }
        return another.orElseThrow();
    }

    /** What the path names: something of the one who asks, something of another, or nothing that is there. */
    private UUID target(Permission line, DeskRole role) {
        if (line.whose().equals("any")) {
            return UUID.randomUUID();
        }
        boolean own = line.whose().equals("own");
        String owner = own ? names.get(role) : another();
        return switch (line.operation().replaceFirst("\\..*", "")) {
            case "SessionsPage" ->
                sessions.open(editors.named(owner).orElseThrow()).id();
            case "EditorsPage" -> desk.id(owner);
            case "ProposalsPage" ->
                twoPersons.propose(
                        new Visitor(
                                UUID.randomUUID(),
                                desk.id(owner),
                                owner,
                                EnumSet.allOf(DeskRole.class),
                                false,
                                false,
                                ""),
                        ActionForTests.WORD,
                        desk.id(owner).toString(),
                        "",
                        "a test");
            default -> throw new AssertionError("say here what is one's own and what is another's for " + line);
        };
    }
}
