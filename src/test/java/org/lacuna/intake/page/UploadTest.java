package org.lacuna.intake.page;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.lacuna.Scratch;
import org.lacuna.intake.Dossier;
import org.lacuna.intake.Dossiers;
import org.lacuna.intake.FileFacts;
import org.lacuna.intake.OwnSubmission;
import org.lacuna.intake.SubmissionKey;
import org.lacuna.intake.seal.Receipt;
import org.lacuna.intake.seal.ReceiptIndex;
import org.lacuna.shared.Database;

@QuarkusTest
class UploadTest {
    private static final String BOUNDARY = "----walk7f3a";
    private static final Path INCOMING = Scratch.folder("data").resolve("incoming");

    @Inject
    ReceiptIndex receipts;

    @Inject
    OwnSubmission own;

    @Inject
    Dossiers dossiers;

    @Inject
    Database database;

    private long stored() {
        return database.first("SELECT count(*) FROM submission", row -> row.getLong(1))
                .orElseThrow();
    }

    private static byte[] body(Map<String, String> fields, String... files) {
        StringBuilder body = new StringBuilder();
        fields.forEach((name, value) -> body.append("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\""
                + name + "\"\r\n\r\n" + value + "\r\n"));
        for (String file : files) {
            body.append("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"files\"; filename=\"" + file
                    + "\"\r\nContent-Type: text/plain\r\n\r\n" + (file.isEmpty() ? "" : "content of a file") + "\r\n");
        }
        return body.append("--" + BOUNDARY + "--\r\n").toString().getBytes(StandardCharsets.UTF_8);
    }

    private static Response post(byte[] body) {
        return given().contentType("multipart/form-data; boundary=" + BOUNDARY)
                .body(body)
                .post("/submit");
    }

    private SubmissionKey key(Response answer) {
        String words = Walk.page(answer).select("p.receipt").text();
        return own.find(receipts.toFind(Receipt.parse(words)))
                .flatMap(OwnSubmission.Found::key)
                .orElseThrow();
    }

    private List<String> names(Response answer) {
        Dossier dossier = dossiers.open(key(answer)).orElseThrow();
        return dossier.items().stream()
                .map(item -> item.file().map(FileFacts::name).orElseThrow())
                .toList();
    }

    @Test
    void the_order_of_fields_and_files_does_not_matter_and_fields_without_a_file_are_passed_over() {
        byte[] filesFirst = new String(body(Map.of(), "a.txt", ""), StandardCharsets.UTF_8)
                .replace("--" + BOUNDARY + "--\r\n", "")
                .getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(filesFirst);
        body.writeBytes(body(Reports.whole()));
        Response answer = post(body.toByteArray());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(names(answer)).containsExactly("a.txt");
    }

    @Test
    void names_of_files_lose_their_paths_and_whatever_deceives() {
        Response answer =
                post(body(Reports.whole(), "C:\\Users\\me\\real name.txt", "a\u202Egpj.txt", "nul\u0000.txt"));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(names(answer)).containsExactly("real name.txt", "a_gpj.txt", "nul_.txt");
    }

    @Test
    void a_large_file_goes_through_in_both_directions_and_leaves_nothing_behind() throws Exception {
        byte[] large = new byte[5_000_000];
        new Random(7).nextBytes(large);
        for (int i = 0; i < large.length; i++) {
            large[i] = (byte) ('a' + (large[i] & 15));
        }
        Response answer = given().formParams(Map.of())
                .multiPart("step", "send")
                .multiPart("subject", "@x")
                .multiPart("platform", "another")
                .multiPart("what", "gone")
                .multiPart("files", "large.txt", large, "text/plain")
                .post("/submit");
        assertThat(answer.statusCode()).isEqualTo(200);
        SubmissionKey key = key(answer);
        Dossier dossier = dossiers.open(key).orElseThrow();
        assertThat(dossiers.file(key, dossier.items().get(0)).readAllBytes()).isEqualTo(large);
        try (Stream<Path> left = Files.list(INCOMING)) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void a_body_cut_anywhere_stores_nothing_and_keeps_what_was_typed() {
        byte[] whole = body(Reports.whole(), "a.txt", "b.txt");
        long before = stored();
        String typed = Reports.whole().get("what");
        int afterWhat = new String(whole, StandardCharsets.ISO_8859_1).indexOf("name=\"since\"");
        for (int cut = 1; cut < whole.length - 4; cut += cut > whole.length - 80 ? 1 : 61) {
            Response answer = post(Arrays.copyOf(whole, cut));
            assertThat(answer.statusCode()).as("cut at " + cut).isEqualTo(422);
            Document page = Walk.page(answer);
            assertThat(page.text()).as("cut at " + cut).contains("did not arrive whole");
            if (cut > afterWhat) {
                assertThat(page.select("[name=what]").val()).as("cut at " + cut).isEqualTo(typed);
            }
        }
        assertThat(stored()).isEqualTo(before);
    }

    @Test
    void a_wrong_boundary_gets_a_readable_page() {
        long before = stored();
        for (String type : List.of(
                "multipart/form-data; boundary=other", "multipart/form-data", "multipart/form-data; boundary=")) {
            Response answer =
                    given().contentType(type).body(body(Reports.whole())).post("/tr/submit");
            assertThat(answer.statusCode()).as(type).isEqualTo(422);
            assertThat(Walk.page(answer).select("html").attr("lang")).isEqualTo("tr");
        }
        assertThat(stored()).isEqualTo(before);
    }

    @Test
    void ten_thousand_files_and_twenty_one_are_too_many() {
        long before = stored();
        for (int count : List.of(10_000, 21)) {
            String[] names = new String[count];
            Arrays.setAll(names, i -> "f" + i + ".txt");
            Response answer = post(body(Reports.whole(), names));
            assertThat(answer.statusCode()).isEqualTo(422);
            Document page = Walk.page(answer);
            assertThat(page.select("#files-error").text()).contains("too many files");
            assertThat(page.select("[name=what]").val()).contains(Reports.SENTINEL);
            assertThat(page.select("[role=status]").text()).contains("choose them again");
        }
        assertThat(stored()).isEqualTo(before);
    }

    @Test
    void a_field_that_is_missing_is_asked_for_and_a_thousand_fields_are_refused() {
        Map<String, String> fields = Reports.whole();
        fields.remove("what");
        Response answer = post(body(fields, "a.txt"));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(Walk.page(answer).select("#what-error").text()).isEqualTo("Please say what happened.");
        for (int i = 0; i < 1000; i++) {
            fields.put("field" + i, "x");
        }
        assertThat(post(body(fields)).statusCode()).isEqualTo(422);
    }
}
