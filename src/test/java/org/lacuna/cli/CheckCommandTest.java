package org.lacuna.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class CheckCommandTest {
    private static final String SOUND = """
            id: sample
            name: Sample
            about: Made up.
            home: https://sample.example/
            detect:
              - use: any-site
              - says: removed
                when: { element: h1, contains: gone }
              - says: not-found
                when: { status: 404 }
            otherwise: unclear
            examples:
              - { page: examples/sample/gone.html, status: 200, says: removed }
              - { page: examples/sample/other.html, status: 404, says: not-found }
              - { page: examples/sample/other.html, status: 200, says: unclear }
            """;

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void pages() throws IOException {
        Path pages = Files.createDirectories(folder.resolve("examples/sample"));
        Files.writeString(pages.resolve("gone.html"), "<h1>It is gone</h1>");
        Files.writeString(pages.resolve("other.html"), "<p>Something else</p>");
    }

    @Test
    void a_working_copy_is_checked_with_the_pages_beside_it() throws IOException {
        assertThat(check(SOUND)).isZero();
        assertThat(out.toString())
                .contains("sample.yaml: 3 of 3 examples passed")
                .endsWith("1 files, 3 examples passed, 0 failures\n");
    }

    @Test
    void a_folder_is_checked_file_by_file() throws IOException {
        check(SOUND);
        Files.writeString(folder.resolve("watchlist.yaml"), "watch: []");

        assertThat(run(folder.toString())).isZero();
    }

    @Test
    void an_example_that_gives_something_else_is_told_with_line_rule_and_reason() throws IOException {
        assertThat(check(SOUND.replace("status: 404, says: not-found", "status: 404, says: removed")))
                .isEqualTo(1);
        assertThat(out.toString())
                .contains("sample.yaml:14: examples/sample/other.html: expected removed, said not-found by sample#2."
                        + " Rule sample#2 fits: status 404.");
    }

    @Test
    void a_rule_without_an_example_a_missing_page_and_a_wall_taken_for_content_are_told() throws IOException {
        check(SOUND.replace("gone.html", "lost.html")
                .replace("  - use: any-site\n", "")
                .replace("{ status: 404 }", "{ status: [ 404, 429 ] }"));

        assertThat(out.toString())
                .contains(":12: expected the page examples/sample/lost.html, found none")
                .contains("expected an example that rule sample#1 decides, found none")
                .contains("of a bot wall: ");
    }

    @Test
    void a_definition_that_never_shows_what_it_cannot_tell_is_incomplete() throws IOException {
        assertThat(check(SOUND.replaceAll(".*says: unclear.*\n", ""))).isEqualTo(1);
        assertThat(out.toString()).contains("expected an example of a page that says nothing about its subject");
    }

    @Test
    void a_file_that_is_no_definition_is_told_with_its_line_and_a_missing_one_ends_with_2() throws IOException {
        assertThat(check(SOUND.replace("name: Sample", "nmae: Sample"))).isEqualTo(1);
        assertThat(out.toString()).contains("the key 'name' is missing");
        assertThat(run(folder.resolve("nowhere.yaml").toString())).isEqualTo(2);
        assertThat(err.toString()).contains("found none at");
    }

    @Test
    void what_is_packed_with_the_build_holds() {
        assertThat(run()).isZero();
        assertThat(out.toString()).contains("crawlers/any-site.yaml: ");
        assertThat(err.toString()).contains("checked crawlers/zoom.yaml");
    }

    private int check(String yaml) throws IOException {
        return run(Files.writeString(folder.resolve("sample.yaml"), yaml).toString());
    }

    private int run(String... files) {
        String[] words = new String[files.length + 2];
        words[0] = "crawlers";
        words[1] = "check";
        System.arraycopy(files, 0, words, 2, files.length);
        return new CommandLine(LacunaCommand.class)
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(words);
    }
}
