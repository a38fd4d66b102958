package org.lacuna.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lacuna.publication.bulk.BulkSets;

/** The commands of the walk in docs/api.md, typed in their order into an empty folder. */
@QuarkusTest
class WalkThroughTest {
    private static final List<String> PROGRAMS = List.of("bash", "curl", "jq", "openssl", "sha256sum");
    private static final int MINUTES = 2;

    /** What the walk leaves out for brevity: an answer that is an error is one here. */
    private static final String STRICTLY = "set -euo pipefail\ncurl() { command curl --fail --show-error \"$@\"; }\n";

    @TestHTTPResource("/")
    URL server;

    @Inject
    BulkSets sets;

    @Test
    void every_command_of_the_walk_works_in_its_order(@TempDir Path folder) throws Exception {
        for (String program : PROGRAMS) {
            assumeTrue(installed(program), program + " is not installed, so the walk of docs/api.md was not tried");
        }
        sets.make().orElseThrow();
        List<Walk.Step> commands =
                Walk.read().steps().stream().filter(Walk.Step::isCommand).toList();

        String printed = typed(folder, commands);

        assertThat(printed).contains("Signature Verified Successfully", "cases.csv: OK", "entries.parquet: OK");
        assertThat(printed)
                .as("answers to what is asked, and the citation at the end")
                .contains("zoom-humanitarian-china-2020", "\"restrictions\":", "[Data set]");
        assertThat(commands.stream().flatMap(command -> command.filesKept().stream()))
                .isNotEmpty()
                .allSatisfy(file -> assertThat(folder.resolve(file)).isNotEmptyFile());
    }

    /** All in one shell, which stops at the first that fails. */
    private String typed(Path folder, List<Walk.Step> commands) throws IOException, InterruptedException {
        String here = server.toString().replaceFirst("/$", "");
        StringBuilder script = new StringBuilder(STRICTLY);
        for (Walk.Step command : commands) {
            script.append(command.text().replaceFirst("^LACUNA=\\S+", "LACUNA=" + here))
                    .append('\n');
        }
        Path printed = folder.resolve("printed");
        Process shell = new ProcessBuilder("bash", "-c", script.toString())
                .directory(folder.toFile())
                .redirectInput(new File("/dev/null"))
                .redirectErrorStream(true)
                .redirectOutput(printed.toFile())
                .start();
        boolean ended = shell.waitFor(MINUTES, TimeUnit.MINUTES);
        shell.destroyForcibly();
        String text = Files.readString(printed, StandardCharsets.UTF_8);
        assertThat(ended).as(text).isTrue();
        assertThat(shell.exitValue()).as(text).isZero();
        return text;
    }

    private static boolean installed(String program) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }
}
