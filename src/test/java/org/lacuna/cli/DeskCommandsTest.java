package org.lacuna.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** What is refused before anything is done. */
class DeskCommandsTest {
    private final StringWriter said = new StringWriter();

    private int run(Object command, String... words) {
        PrintWriter out = new PrintWriter(said);
        return new CommandLine(command).setErr(out).setOut(out).execute(words);
    }

    @Test
    void a_switch_is_turned_with_its_name_a_direction_and_a_reason_alone() {
        assertThat(run(new SwitchCommand(), "everything", "on", "--why", "x")).isEqualTo(2);
        assertThat(said.toString()).contains("read-only, no-intake, no-desk");
        assertThat(run(new SwitchCommand(), "read-only", "perhaps", "--why", "x"))
                .isEqualTo(2);
        assertThat(said.toString()).contains("expected on or off after read-only");
        assertThat(run(new SwitchCommand(), "read-only", "on", "--why", " ")).isEqualTo(2);
        assertThat(said.toString()).contains("expected a reason");
    }

    @Test
    void the_recovery_key_is_not_taken_from_the_command_line() {
        assertThat(run(new RecoveryCommand(), "give", "ana", "AGE-SECRET-KEY-1QQ"))
                .isEqualTo(2);
        assertThat(run(new RecoveryCommand(), "give")).isEqualTo(2);
    }
}
