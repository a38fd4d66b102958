package org.lacuna.cli;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lacuna.cases.ImportRecord;
import org.lacuna.publication.editions.Edition;
import org.lacuna.report.EditionForTests;
import org.lacuna.report.OneGeoBlock;
import org.lacuna.report.WithoutFonts;
import org.lacuna.shared.Digest;
import picocli.CommandLine;

/** What is published can be counted again by whoever has the record, with nothing but what the public is told. */
@QuarkusTest
class RecomputeAnEditionTest {
    private static final String REPORT = "geo-blocks";

    @Inject
    ReportCommand command;

    @Inject
    WithoutFonts withoutFonts;

    @Inject
    EditionForTests editions;

    @Inject
    ImportRecord importRecord;

    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void folder(@TempDir Path empty) {
        folder = empty;
    }

    private int run(String... arguments) {
        return new CommandLine(command)
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }

    /** Another block of content by country: everything that is counted now is counted otherwise. */
    private void recordMore(String incident) {
        importRecord.files(List.of(OneGeoBlock.of(incident)));
    }

    private static byte[] document(Edition edition) {
        return given().get("/reports/" + edition.name() + "/document.json").asByteArray();
    }

    private Path kept(String name, byte[] bytes) throws IOException {
        return Files.write(folder.resolve(name), bytes);
    }

    @Test
    void the_command_on_the_page_of_any_edition_writes_its_files_again_to_the_byte() throws IOException {
        assertThat(run("list")).isZero();
        List<Edition> all = new ArrayList<>();
        for (String report : out.toString().lines().toList()) {
            all.add(editions.another(report));
        }
        recordMore("recorded-after-the-editions");
        for (Edition edition : all) {
            String told = Jsoup.parse(given().get("/reports/" + edition.name()).asString())
                    .select(".about-edition pre code")
                    .get(0)
                    .text();
            assertThat(told).startsWith("lacuna report ");
            Path into = folder.resolve(edition.report());
            assertThat(run(Stream.concat(Stream.of(told.split(" ")).skip(2), Stream.of("--into", into.toString()))
                            .toArray(String[]::new)))
                    .as(err.toString())
                    .isZero();
            JsonPath document = JsonPath.from(new String(document(edition), StandardCharsets.UTF_8));
            assertThat(document.getList("files.format", String.class))
                    .as("every format of %s", edition.name())
                    .contains("html", "csv", "json", "pdf");
            for (String format : document.getList("files.format", String.class)) {
                byte[] published =
                        given().get("/reports/" + edition.name() + "." + format).asByteArray();
                byte[] again = Files.readAllBytes(into.resolve(edition.report() + "-" + edition.day() + "." + format));
                assertThat(again).as("%s of %s", format, edition.name()).isEqualTo(published);
                assertThat(Digest.of(again).toString())
                        .isEqualTo(document.getString("files.find { it.format == '" + format + "' }.digest"));
            }
        }
    }

    @Test
    void the_digest_that_the_change_feed_names_is_that_of_the_document_and_the_document_checks() throws IOException {
        Edition edition = editions.another(REPORT);
        byte[] document = document(edition);
        assertThat(given().get("/api/v1/editions/" + edition.name()).asByteArray())
                .as("from either address")
                .isEqualTo(document);
        String digest = given().get("/api/v1/changes?after=" + (edition.change().orElseThrow() - 1))
                .jsonPath()
                .getString("changes[0].digest");
        recordMore("recorded-after-this-edition");
        assertThat(run("check", kept("document.json", document).toString()))
                .as(out.toString() + err)
                .isZero();
        assertThat(out.toString())
                .contains(edition.name() + ", as of " + edition.day() + ", change " + edition.sequence())
                .contains(digest + "  is the document")
                .contains("is the html again", "is the csv again", "is the json again", "is the pdf again")
                .endsWith("all is well\n");
    }

    @Test
    void a_changed_byte_is_found_even_if_the_digest_was_changed_with_it() throws IOException {
        Edition edition = editions.another(REPORT);
        String document = new String(document(edition), StandardCharsets.UTF_8);
        for (Edition.File file : edition.files()) {
            byte[] changed = given().get("/reports/" + edition.name() + "." + file.format())
                    .asByteArray();
            changed[changed.length / 2] ^= 1;
            String forged = document.replace(
                    file.digest().toString(), Digest.of(changed).toString());
            assertThat(Digest.of(forged)).isNotEqualTo(Digest.of(document));
            assertThat(run(
                            "check",
                            kept("forged.json", forged.getBytes(StandardCharsets.UTF_8))
                                    .toString()))
                    .as(file.format())
                    .isEqualTo(1);
            assertThat(out.toString())
                    .contains("WRONG: the " + file.format() + " comes to " + file.digest() + ", and "
                            + Digest.of(changed) + " was published")
                    .endsWith("1 things are wrong\n");
        }
    }

    @Test
    void an_edition_that_says_it_was_counted_earlier_than_it_was_is_found() throws IOException {
        recordMore("recorded-before-an-edition");
        Edition edition = editions.another(REPORT);
        String backdated = new String(document(edition), StandardCharsets.UTF_8)
                .replace("\"computedAt\":" + edition.sequence(), "\"computedAt\":" + (edition.sequence() - 1));
        assertThat(run(
                        "check",
                        kept("backdated.json", backdated.getBytes(StandardCharsets.UTF_8))
                                .toString()))
                .isEqualTo(1);
        assertThat(out.toString()).contains("WRONG: the json comes to").endsWith("things are wrong\n");
    }

    @Test
    void what_cannot_be_checked_is_told() throws IOException {
        assertThat(run("check", folder.resolve("none.json").toString())).isEqualTo(2);
        assertThat(err.toString()).contains("expected a file that can be read");
        assertThat(run(
                        "check",
                        kept("a.csv", "a,b".getBytes(StandardCharsets.UTF_8)).toString()))
                .isEqualTo(2);
        assertThat(run(
                        "check",
                        kept(
                                        "case.json",
                                        given().get("/api/v1/cases/zoom-humanitarian-china-2020")
                                                .asByteArray())
                                .toString()))
                .isEqualTo(2);
        assertThat(err.toString()).contains("expected the document of an edition, as /reports/ID/NUMBER/document.json");
        Edition edition = editions.another(REPORT);
        String document = new String(document(edition), StandardCharsets.UTF_8);
        for (String[] other : new String[][] {
            {"\"asOf\":\"" + edition.day() + "\"", "\"asOf\":\"yesterday\"", "the asOf 'yesterday' in it"},
            {"\"computedAt\":" + edition.sequence(), "\"computedAt\":999999999", "the last one, found 999999999"},
            {"\"report\":\"" + REPORT + "\"", "\"report\":\"nothing-like-it\"", "expected a report out of [geo-blocks"},
            {"\"files\":", "\"gone\":\"redacted\",\"files\":", "the tombstone of one that was redacted"}
        }) {
            String changed = document.replace(other[0], other[1]);
            assertThat(changed).isNotEqualTo(document);
            assertThat(run(
                            "check",
                            kept("other.json", changed.getBytes(StandardCharsets.UTF_8))
                                    .toString()))
                    .isEqualTo(2);
            assertThat(err.toString()).contains(other[2]);
        }
    }

    @Test
    void a_format_that_this_machine_cannot_write_is_no_match_and_says_why() throws IOException {
        Edition edition = editions.another(REPORT);
        ReportCommand bare = new ReportCommand();
        bare.recompute = withoutFonts.recomputes(Files.createDirectory(folder.resolve("no-fonts")));
        int code = new CommandLine(bare)
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute("check", kept("document.json", document(edition)).toString());
        assertThat(code).isEqualTo(1);
        assertThat(out.toString())
                .contains("is the csv again", "WRONG: the pdf could not be written: ", "fonts-dejavu-core");
    }
}
