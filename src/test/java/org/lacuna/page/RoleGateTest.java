package org.lacuna.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lacuna.shared.Role;
import org.lacuna.shared.ThisProcess;

/** Every class with routes in the whole program, asked of processes that play some roles and not others. */
class RoleGateTest {
    private static final Map<String, Role> ROLE_OF = Map.of(
            "api", Role.PUBLIC, "web", Role.PUBLIC, "report", Role.PUBLIC, "desk", Role.DESK, "intake", Role.INTAKE);
    private static final List<Class<?>> ROUTES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("org.lacuna").stream()
                    .filter(each -> each.isAnnotatedWith(Path.class))
                    .<Class<?>>map(JavaClass::reflect)
                    .toList();

    @Test
    void every_route_belongs_to_a_role_or_to_all_pages() {
        assertThat(ROUTES).hasSizeGreaterThan(15).allSatisfy(route -> assertThat(folder(route))
                .isIn(known()));
        assertThat(ROUTES.stream().map(RoleGateTest::folder)).containsAll(known());
    }

    @ParameterizedTest
    @CsvSource({"PUBLIC", "DESK", "INTAKE"})
    void a_process_without_a_role_serves_none_of_its_routes(Role missing) {
        RoleGate gate = new RoleGate(new ThisProcess(EnumSet.complementOf(EnumSet.of(missing))));
        assertThat(of(missing)).isNotEmpty().allSatisfy(route -> assertThatThrownBy(
                        () -> gate.refuseIfServedElsewhere(route))
                .isInstanceOf(NotFoundException.class)
                .hasMessageMatching("(?i).*this server.*"));
    }

    @ParameterizedTest
    @CsvSource({"PUBLIC", "DESK", "INTAKE"})
    void a_process_with_one_role_serves_its_routes_and_the_stylesheet(Role only) {
        RoleGate gate = new RoleGate(new ThisProcess(Set.of(only)));
        assertThat(Stream.concat(of(only).stream(), Stream.of(Assets.class)))
                .allSatisfy(route -> assertThatCode(() -> gate.refuseIfServedElsewhere(route))
                        .doesNotThrowAnyException());
    }

    private static List<Class<?>> of(Role role) {
        return ROUTES.stream()
                .filter(route -> ROLE_OF.get(folder(route)) == role)
                .toList();
    }

    private static List<String> known() {
        return Stream.concat(ROLE_OF.keySet().stream(), Stream.of("page")).toList();
    }

    private static String folder(Class<?> route) {
        return route.getPackageName().substring("org.lacuna.".length()).replaceFirst("\\..*", "");
    }
}
