package org.lacuna.boot;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.runtime.QuarkusBindException;
import java.net.BindException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

/** What is decided before anything is up. */
class StartTest {
    private static final String URL = "quarkus.datasource.jdbc.url";

    @Test
    @ResourceLock(Resources.SYSTEM_PROPERTIES)
    void naming_a_database_of_ones_own_turns_the_embedded_one_off() {
        assertThat(SettingsBeforeStart.read().bringsItsOwnDatabase()).isFalse();
        System.setProperty(URL, "jdbc:postgresql://database.example/lacuna");
        try {
            assertThat(SettingsBeforeStart.read().bringsItsOwnDatabase()).isTrue();
        } finally {
            System.clearProperty(URL);
        }
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
    void a_command_plays_no_role_whatever_the_settings_say() {
        assertThat(new Roles(launch(true)).has(Role.CRAWLER)).isTrue();
        assertThat(new Roles(launch(true)).has(Role.DESK)).isFalse();
        assertThat(new Roles(launch(false)).has(Role.CRAWLER)).isFalse();
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

    private static Launch launch(boolean serving) {
        return new Launch() {
            @Override
            public Path data() {
                return Path.of("data");
            }

            @Override
            public Set<Role> roles() {
                return Set.of(Role.PUBLIC, Role.CRAWLER);
            }

            @Override
            public boolean serving() {
                return serving;
            }
        };
    }
}
