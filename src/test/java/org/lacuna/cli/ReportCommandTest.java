package org.lacuna.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lacuna.report.WithoutFonts;
import org.lacuna.shared.Digest;
import picocli.CommandLine;

@QuarkusTest
class ReportCommandTest {
    @Inject
    ReportCommand command;

    @Inject
    WithoutFonts withoutFonts;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... arguments) {
        return run(command, arguments);
    }

    private int run(ReportCommand command, String... arguments) {
        return new CommandLine(command)
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }

    @Test
    void a_report_is_written_with_its_digests_and_tells_how_far_it_is(@TempDir Path folder) throws IOException {
        String today = LocalDate.now(Clock.systemUTC()).toString();
        assertThat(run("render", "yearly", "--as-of", today, "--format", "csv,json", "--into", folder.toString()))
                .isZero();
        Path csv = folder.resolve("yearly-" + today + ".csv");
        assertThat(out.toString())
                .contains("as of " + today + ", change ")
                .contains(Digest.of(Files.readAllBytes(csv)).toString());
        assertThat(folder.resolve("yearly-" + today + ".json")).exists();
        assertThat(folder.resolve("yearly-" + today + ".html")).doesNotExist();
        assertThat(err.toString())
                .contains("yearly: restrictions by verification, state")
                .contains("time-to-reversal: durations by platform")
                .contains("yearly: writing csv")
                .contains("done");
    }

    @Test
    void a_machine_without_fonts_writes_all_but_the_pdf_and_says_what_is_missing(@TempDir Path folder)
            throws IOException {
        ReportCommand bare = new ReportCommand();
        bare.reports = withoutFonts.looksIn(Files.createDirectory(folder.resolve("no-fonts")));
        assertThat(run(bare, "render", "geo-blocks", "--as-of", "2026-01-01", "--into", folder.toString()))
                .isEqualTo(1);
        assertThat(folder.resolve("geo-blocks-2026-01-01.csv")).exists();
        assertThat(folder.resolve("geo-blocks-2026-01-01.html")).exists();
        assertThat(folder.resolve("geo-blocks-2026-01-01.pdf")).doesNotExist();
        assertThat(err.toString()).contains("pdf could not be written: ", "fonts-dejavu-core", "writing csv");
    }

    @Test
    void nothing_is_counted_for_a_pdf_that_cannot_be_written(@TempDir Path folder) {
        ReportCommand bare = new ReportCommand();
        bare.reports = withoutFonts.looksIn(folder);
        assertThat(run(bare, "render", "yearly", "--format", "pdf", "--into", folder.toString()))
                .isEqualTo(1);
        assertThat(err.toString())
                .contains("fonts-dejavu-core")
                .doesNotContain("yearly: restrictions by", "yearly: writing pdf");
    }

    @Test
    void the_reports_are_named() {
        assertThat(run("list")).isZero();
        assertThat(out.toString()).contains("geo-blocks", "monitor-health", "yearly");
    }

    @Test
    void what_is_not_known_is_refused_and_says_what_is() {
        assertThat(run("render", "nothing-like-it")).isEqualTo(2);
        assertThat(err.toString()).contains("expected a report out of [", "geo-blocks", "'nothing-like-it'");
        assertThat(run("render", "geo-blocks", "--as-of", "2999-01-01")).isEqualTo(2);
        assertThat(err.toString()).contains("expected a day until today", "2999-01-01");
        assertThat(run("render", "geo-blocks", "--as-of", "yesterday")).isEqualTo(2);
        assertThat(run("render", "geo-blocks", "--format", "docx")).isEqualTo(2);
        assertThat(err.toString()).contains("expected formats out of [html, csv, json, pdf], found [docx]");
        assertThat(run("render", "geo-blocks", "--sequence", "999999999")).isEqualTo(2);
        assertThat(err.toString()).contains("the last one, found 999999999");
    }
}
