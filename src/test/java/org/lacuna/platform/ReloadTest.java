package org.lacuna.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReloadTest {
    private static final String SAMPLE = Mistakes.SOUND.replaceAll("(?s)examples:.*", "");
    private static final String IMPORTED = """
            origin: elsewhere
            licence: MIT
            definitions:
            - id: else-video
              name: Video
              about: Made up.
              home: https://video.example/
              hosts: [ video.example, x.com ]
              subject: { kind: account, id: "/u/([a-z]+)" }
              fetch: { page: "https://video.example/u/{id}", every: 1d, at-most: 2 per minute }
              detect:
              - use: any-site
              - { says: available, when: { status: 200, body: " profile <" } }
              otherwise: unclear
            fingerprints:
            - { name: wall, says: withheld, when: { shorter-than: 1000, body: "This site is blocked by order" } }
            """;

    @TempDir
    Path folder;

    private final AtomicInteger refused = new AtomicInteger();

    @Test
    void without_a_folder_there_is_what_was_built_in() {
        Platforms platforms = platforms(folder.resolve("nowhere"));

        assertThat(platforms.all()).hasSameSizeAs(new Platforms().all());
        assertThat(platforms.reloadIfChanged()).isEqualTo(Reloaded.NOTHING);
        assertThat(platforms.reload().anything()).isFalse();
    }

    @Test
    void a_definition_may_be_added_changed_and_removed_while_we_run() throws IOException {
        Platforms platforms = platforms(folder);
        write("sample.yaml", SAMPLE);

        assertThat(platforms.find("sample")).isEmpty();
        assertThat(platforms.reloadIfChanged().added()).containsExactly("sample");
        assertThat(platforms.find("sample")).isPresent();
        assertThat(platforms.reloadIfChanged()).isEqualTo(Reloaded.NOTHING);

        write("sample.yaml", SAMPLE.replace("name: Sample", "name: Simple"));
        assertThat(platforms.reloadIfChanged().changed()).containsExactly("sample");
        assertThat(platforms.find("sample").orElseThrow().name()).isEqualTo("Simple");

        Files.delete(folder.resolve("sample.yaml"));
        assertThat(platforms.reloadIfChanged().removed()).containsExactly("sample");
        assertThat(platforms.find("sample")).isEmpty();
        assertThat(refused).hasValue(0);
    }

    @Test
    void a_change_within_one_tick_of_the_files_clock_is_seen() throws IOException {
        FileTime tick = FileTime.from(Instant.parse("2026-01-01T00:00:00Z"));
        Path file = write("sample.yaml", SAMPLE);
        Files.setLastModifiedTime(file, tick);
        Platforms platforms = platforms(folder);

        Files.writeString(file, SAMPLE.replace("name: Sample", "name: Simple"));
        Files.setLastModifiedTime(file, tick);

        assertThat(platforms.reloadIfChanged().changed()).containsExactly("sample");
    }

    @Test
    void a_file_that_was_only_touched_changes_nothing() throws IOException {
        Path file = write("sample.yaml", SAMPLE);
        Platforms platforms = platforms(folder);
        Platform before = platforms.find("sample").orElseThrow();
        Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2026-01-01T00:00:00Z")));

        assertThat(platforms.reloadIfChanged()).isEqualTo(Reloaded.NOTHING);
        assertThat(platforms.find("sample").orElseThrow()).isSameAs(before);
    }

    @Test
    void what_is_wrong_at_a_reload_leaves_everything_as_it_was_and_is_said_once() throws IOException {
        write("sample.yaml", SAMPLE);
        Platforms platforms = platforms(folder);
        write("sample.yaml", SAMPLE.replace("name: Sample", "name: Simple"));
        write("broken.yaml", SAMPLE.replace("id: sample", "id: broken").replace("name:", "nmae:"));

        Reloaded reloaded = platforms.reloadIfChanged();

        assertThat(reloaded.anything()).isFalse();
        assertThat(reloaded.refused()).singleElement().asString().contains("broken.yaml:1: the key 'name' is missing");
        assertThat(platforms.find("sample").orElseThrow().name()).isEqualTo("Sample");
        assertThat(refused).hasValue(1);
        assertThat(platforms.reloadIfChanged()).isEqualTo(Reloaded.NOTHING);
        assertThat(platforms.reloadIfChanged()).isEqualTo(Reloaded.NOTHING);
        assertThat(refused).hasValue(1);

        Files.delete(folder.resolve("broken.yaml"));
        assertThat(platforms.reloadIfChanged().changed()).containsExactly("sample");
    }

    @Test
    void a_wrong_file_of_the_operator_is_left_out_at_the_start() throws IOException {
        write("broken.yaml", "id: [");
        write("taken.yaml", SAMPLE.replace("id: sample", "id: taken").replace("[ sample.example ]", "[ x.com ]"));
        write("sample.yaml", SAMPLE);
        Files.write(folder.resolve("latin.yaml"), new byte[] {(byte) 0xe4, '\n'});
        write("watchlist.yaml", "watch: []");
        write(".draft.yaml", "nothing");

        Platforms platforms = platforms(folder);

        assertThat(refused).hasValue(3);
        assertThat(platforms.find("sample")).isPresent();
        assertThat(platforms.find("taken")).isEmpty();
        assertThat(platforms
                        .recognise(URI.create("https://x.com/someone"))
                        .orElseThrow()
                        .platform()
                        .id())
                .isEqualTo("x");
    }

    @Test
    void a_definition_of_the_same_id_replaces_the_built_in_one_until_it_is_gone() throws IOException {
        Platforms platforms = platforms(folder);
        write("zoom.yaml", SAMPLE.replace("id: sample", "id: zoom"));

        assertThat(platforms.reload().changed()).containsExactly("zoom");
        assertThat(platforms.find("zoom").orElseThrow().name()).isEqualTo("Sample");
        assertThat(platforms.recognise(URI.create("https://zoom.us/j/1234567890")))
                .isEmpty();

        Files.delete(folder.resolve("zoom.yaml"));
        assertThat(platforms.reload().changed()).containsExactly("zoom");
        assertThat(platforms.find("zoom").orElseThrow().name()).isEqualTo("Zoom");
    }

    @Test
    void an_any_site_of_the_operator_is_the_one_that_all_others_use() throws IOException {
        Platforms platforms = platforms(folder);
        String builtIn = Files.readString(Path.of("crawlers/any-site.yaml"));
        write("any-site.yaml", builtIn.replaceFirst("about: .*", "about: Ours."));

        assertThat(platforms.reload().changed()).contains("any-site", "github", "x");
    }

    @Test
    void imported_definitions_are_found_and_recognised_but_stand_back() throws IOException {
        write("imported/elsewhere.yaml", IMPORTED);
        Platforms platforms = platforms(folder);

        Platform video = platforms.find("else-video").orElseThrow();
        assertThat(refused).hasValue(0);
        assertThat(platforms.imported()).containsExactly(video);
        assertThat(platforms.all()).doesNotContain(video);
        assertThat(video.control()).isEmpty();
        assertThat(video.rules())
                .extracting(Rule::name)
                .contains("any-site#1", "elsewhere:else-video#1")
                .last()
                .isEqualTo("elsewhere:wall#1");
        assertThat(platforms
                        .recognise(URI.create("https://video.example/u/ann"))
                        .orElseThrow()
                        .subject())
                .contains(new Recognised.Subject("account", "ann"));
        assertThat(platforms
                        .recognise(URI.create("https://x.com/u/ann"))
                        .orElseThrow()
                        .platform()
                        .id())
                .isEqualTo("x");
    }

    @Test
    void fingerprints_are_tried_last_by_every_platform_with_rules_and_change_its_digest() throws IOException {
        Platforms platforms = platforms(folder);
        write("imported/elsewhere.yaml", IMPORTED);

        Reloaded reloaded = platforms.reload();

        assertThat(reloaded.added()).containsExactly("else-video");
        assertThat(reloaded.changed()).contains("any-site", "github", "x");
        assertThat(platforms.find("github").orElseThrow().rules())
                .last()
                .extracting(Rule::name)
                .isEqualTo("elsewhere:wall#1");
    }

    @Test
    void an_imported_rule_accuses_nobody() throws IOException {
        write("imported/a.yaml", IMPORTED.replace("says: available", "says: suspended"));
        write("imported/b.yaml", IMPORTED.replace("says: withheld", "says: removed"));
        write("imported/c.yaml", IMPORTED.replace("says: available", "says: withheld"));

        assertThat(platforms(folder).imported()).isEmpty();
        assertThat(refused).hasValue(3);
    }

    @Test
    void only_what_changed_in_an_imported_file_has_another_digest() throws IOException {
        String second = IMPORTED.substring(IMPORTED.indexOf("- id:"), IMPORTED.indexOf("fingerprints:"))
                .replace("else-video", "else-other");
        String both = IMPORTED.replace("definitions:\n", "definitions:\n" + second);
        write("imported/elsewhere.yaml", both);
        Platforms platforms = platforms(folder);
        write("imported/elsewhere.yaml", "# a comment\n" + both.replaceFirst("Made up", "Made anew"));

        // the digest of all fingerprints is that of the file, so they are left out here
        assertThat(platforms.reload().changed()).contains("else-other");
        write("imported/elsewhere.yaml", both.replaceAll("(?s)fingerprints:.*", ""));
        platforms.reload();
        write(
                "imported/elsewhere.yaml",
                both.replaceAll("(?s)fingerprints:.*", "").replaceFirst("Made up", "Anew"));
        assertThat(platforms.reload().changed()).containsExactly("else-other");
    }

    private Platforms platforms(Path directory) {
        return new Platforms(Optional.of(directory), refused::incrementAndGet);
    }

    private Path write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }
}
