package org.lacuna.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** What is refused before anything is done. */
class KeyCommandTest {
    private final StringWriter said = new StringWriter();

    @Test
    void a_key_is_given_to_somebody_and_with_a_limit() {
        assertThat(run("give", "daily-news")).isEqualTo(2);
        assertThat(said.toString()).contains("--per-minute");
        assertThat(run("give", "--per-minute", "100")).isEqualTo(2);
        assertThat(run("give", "daily-news", "--per-minute", "many")).isEqualTo(2);
        assertThat(run("revoke")).isEqualTo(2);
    }

    private int run(String... words) {
        PrintWriter out = new PrintWriter(said);
        return new CommandLine(new KeyCommand()).setErr(out).setOut(out).execute(words);
    }
}
