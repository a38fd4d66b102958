package org.lacuna.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.lacuna.platform.Platforms;
import picocli.CommandLine;

@ResourceLock(Resources.SYSTEM_PROPERTIES)
class ImportCommandTest {
    private static final String SETTING = "lacuna.crawlers.directory";
    private static final String SITES = """
            {"sites": [
              {"name": "Video", "uri_check": "https://video.example/u/{account}", "e_code": 200, "e_string": "profile",
               "m_code": 404, "m_string": "nobody"},
              {"name": "Old", "uri_check": "http://old.example/{account}", "e_code": 200, "e_string": "profile",
               "m_code": 404, "m_string": "nobody"}]}
            """;

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void name_the_folder() {
        System.setProperty(SETTING, folder.resolve("own").toString());
    }

    @AfterEach
    void forget_it() {
        System.clearProperty(SETTING);
    }

    @Test
    void what_was_taken_and_what_was_skipped_is_told_and_the_server_can_read_it() throws IOException {
        assertThat(take(SITES, "--verbose")).isZero();

        assertThat(out.toString())
                .contains("WhatsMyName (CC BY-SA 4.0): 1 taken, 1 skipped")
                .contains("  skipped 1: its address is not https")
                .contains("  Old: its address is not https")
                .contains("written to " + written());
        assertThat(Platforms.with(folder.resolve("own")).find("wmn-video")).isPresent();
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void importing_again_writes_the_same_bytes_and_another_origin_stands_beside_it() throws IOException {
        take(SITES);
        byte[] first = Files.readAllBytes(written());
        take(SITES);

        assertThat(Files.readAllBytes(written())).isEqualTo(first);
        assertThat(out.toString()).doesNotContain("  Old:");
        assertThat(take(SITES, "--origin", "mine")).isZero();
        assertThat(Platforms.with(folder.resolve("own")).find("mine-video")).isPresent();
    }

    @Test
    void a_file_that_is_refused_leaves_an_earlier_import_as_it_was() throws IOException {
        take(SITES);
        byte[] first = Files.readAllBytes(written());

        assertThat(take("{\"sites\": [ {\"uri_check\": ")).isEqualTo(1);
        assertThat(err.toString()).contains("rules.json:1: expected JSON").contains("Nothing was imported.");
        assertThat(Files.readAllBytes(written())).isEqualTo(first);
        try (var files = Files.list(written().getParent())) {
            assertThat(files).containsExactly(written());
        }
    }

    @Test
    void what_is_no_file_and_what_is_no_name_ends_with_2() throws IOException {
        assertThat(take(SITES, "--origin", "../up")).isEqualTo(2);
        assertThat(run(folder.resolve("nowhere").toString())).isEqualTo(2);
        assertThat(folder.resolve("own")).doesNotExist();
    }

    private Path written() {
        return folder.resolve("own/imported/whatsmyname.yaml");
    }

    private int take(String text, String... more) throws IOException {
        String[] words = new String[more.length + 1];
        words[0] = Files.writeString(folder.resolve("rules.json"), text).toString();
        System.arraycopy(more, 0, words, 1, more.length);
        return run(words);
    }

    private int run(String... words) {
        return new CommandLine(ImportCommand.class)
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(words);
    }
}
