package org.lacuna.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.QuarkusBindException;
import java.io.IOException;
import java.net.BindException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

/** What is decided before anything is up. */
class StartTest {
    private static final String URL = "quarkus.datasource.jdbc.url";

    @Test
    @ResourceLock(Resources.SYSTEM_PROPERTIES)
    void naming_a_database_of_ones_own_turns_the_embedded_one_off() {
        assertThat(SettingsBeforeStart.read().database()).isEmpty();
        System.setProperty(URL, "jdbc:postgresql://database.example/lacuna");
        try {
            assertThat(SettingsBeforeStart.read().database())
                    .map(ExternalPostgres::url)
                    .hasValue("jdbc:postgresql://database.example/lacuna");
        } finally {
            System.clearProperty(URL);
        }
    }

    @Test
    @ResourceLock(Resources.SYSTEM_PROPERTIES)
    void the_password_of_ones_own_database_may_stand_in_a_file(@TempDir Path folder) throws IOException {
        Path secret = Files.writeString(folder.resolve("password"), "s3cret\n");
        System.setProperty(URL, "jdbc:postgresql://database.example/lacuna");
        System.setProperty("lacuna.database.password-file", secret.toString());
        try {
            assertThat(SettingsBeforeStart.read().database().orElseThrow().password())
                    .hasValue("s3cret");
        } finally {
            System.clearProperty(URL);
            System.clearProperty("lacuna.database.password-file");
        }
    }

    @Test
    void a_database_of_ones_own_that_does_not_answer_is_named_without_its_password() {
        ExternalPostgres nobody = new ExternalPostgres(
                "jdbc:postgresql://127.0.0.1:1/lacuna?password=s3cret", Optional.of("lacuna"), Optional.of("s3cret"));
        assertThatThrownBy(nobody::requireUsable)
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("127.0.0.1:1/lacuna")
                .hasMessageContaining("QUARKUS_DATASOURCE_JDBC_URL")
                .satisfies(refusal -> assertThat(refusal.getMessage()).doesNotContain("s3cret"));
    }

    @Test
    void a_database_older_than_fifteen_is_refused() {
        ExternalPostgres.requireVersion(15, "15.3");
        assertThatThrownBy(() -> ExternalPostgres.requireVersion(14, "14.9"))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("15 or newer")
                .hasMessageContaining("14.9");
    }

    @Test
    void data_is_kept_in_the_folder_of_that_name_unless_told_otherwise() {
        assertThat(SettingsBeforeStart.read().data()).isEqualTo(Path.of("data"));
    }

    @Test
    void the_archives_of_all_five_machines_are_on_the_class_path() {
        assertThat(Arrays.asList(
                        Machine.of("Linux", "amd64"),
                        Machine.of("Linux", "aarch64"),
                        Machine.of("Mac OS X", "x86_64"),
                        Machine.of("Mac OS X", "aarch64"),
                        Machine.of("Windows 11", "amd64")))
                .allSatisfy(machine -> assertThat(getClass().getResource("/" + machine.archive()))
                        .as(machine.archive())
                        .isNotNull());
    }

    @Test
    @ResourceLock(Resources.SYSTEM_PROPERTIES)
    void a_role_that_does_not_exist_is_refused_before_anything_starts() {
        System.setProperty("lacuna.roles", "public,frontend");
        try {
            assertThatThrownBy(SettingsBeforeStart::read)
                    .isInstanceOf(CannotStart.class)
                    .hasMessageContaining("LACUNA_ROLES")
                    .hasMessageContaining("public, desk, intake, crawler, scheduler")
                    .hasMessageContaining("'frontend'");
        } finally {
            System.clearProperty("lacuna.roles");
        }
    }

    @Test
    void a_taken_port_is_named_with_the_way_out() {
        String told = StartFailure.explain(
                new RuntimeException(new QuarkusBindException("0.0.0.0", 8080, new BindException("Address in use"))));
        assertThat(told).contains("8080").contains("QUARKUS_HTTP_PORT").doesNotContain("Exception");
    }

    @Test
    void what_we_did_not_foresee_is_told_in_full() {
        assertThat(StartFailure.explain(new IllegalStateException("unforeseen")))
                .contains("unforeseen")
                .contains("IllegalStateException");
    }

    @Test
    void a_machine_without_user_namespaces_is_told_what_to_do_as_root() {
        assertThatThrownBy(() -> Program.refuseWithoutNamespace(
                        new Program(1, "unshare: unshare failed: Operation not permitted")))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("Operation not permitted")
                .hasMessageContaining("as an ordinary user");
    }

    @Test
    void a_data_folder_of_somebody_else_is_refused_by_name(@TempDir Path folder) {
        assertThatThrownBy(() -> DataFolder.requireOwner(folder, "somebody-else"))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("somebody-else")
                .hasMessageContaining(System.getProperty("user.name"))
                .hasMessageContaining("LACUNA_DATA");
    }

    @Test
    void the_data_and_their_parts_are_closed_to_others(@TempDir Path folder) throws IOException {
        Path data = Files.createDirectory(folder.resolve("data"));
        for (String part : new String[] {"keys", "evidence"}) {
            Files.createDirectory(data.resolve(part));
            open(data.resolve(part));
        }
        open(data);
        DataFolder.close(data);
        assertThat(List.of(data, data.resolve("keys"), data.resolve("evidence")))
                .allSatisfy(each -> assertThat(rights(each)).isEqualTo("rwx------"));
        DataFolder.close(folder.resolve("none"));
        assertThat(folder.resolve("none")).doesNotExist();
    }

    @Test
    void a_folder_in_which_an_operator_keeps_other_things_stays_open_and_our_parts_do_not(@TempDir Path folder)
            throws IOException {
        Files.createDirectory(folder.resolve("photos"));
        Files.createDirectory(folder.resolve("keys"));
        for (String each : new String[] {"", "photos", "keys"}) {
            open(folder.resolve(each));
        }
        DataFolder.close(folder);
        assertThat(rights(folder)).isEqualTo("rwxr-xr-x");
        assertThat(rights(folder.resolve("photos"))).isEqualTo("rwxr-xr-x");
        assertThat(rights(folder.resolve("keys"))).isEqualTo("rwx------");
    }

    private static void open(Path folder) throws IOException {
        Assumptions.assumeTrue(Machine.here().isPosix(), "no owners here");
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private static String rights(Path folder) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(folder));
    }
}
