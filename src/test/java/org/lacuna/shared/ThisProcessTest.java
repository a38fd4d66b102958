package org.lacuna.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.junit.jupiter.api.Test;

class ThisProcessTest {
    @Test
    void it_plays_the_roles_it_was_given_however_they_are_spelt() {
        ThisProcess process = new ThisProcess(true, Set.of("PUBLIC", " crawler "));
        assertThat(process.plays(Role.PUBLIC)).isTrue();
        assertThat(process.plays(Role.CRAWLER)).isTrue();
        assertThat(process.plays(Role.DESK)).isFalse();
    }

    @Test
    void a_command_plays_no_role_whatever_the_settings_say() {
        ThisProcess command = new ThisProcess(false, Set.of(ThisProcess.DEFAULT_ROLES.split(",")));
        assertThat(Role.values()).noneMatch(command::plays);
    }

    @Test
    void by_default_it_plays_all() {
        ThisProcess process = new ThisProcess(true, Set.of(ThisProcess.DEFAULT_ROLES.split(",")));
        assertThat(Role.values()).allMatch(process::plays);
    }

    @Test
    void a_role_nobody_knows_is_refused() {
        assertThatThrownBy(() -> new ThisProcess(true, Set.of("frontend")))
                .hasMessageContaining("scheduler")
                .hasMessageContaining("'frontend'");
    }
}
