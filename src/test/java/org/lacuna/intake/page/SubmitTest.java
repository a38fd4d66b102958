package org.lacuna.intake.page;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.lacuna.shared.Database;
import org.lacuna.shared.SlowHash;

@QuarkusTest
class SubmitTest {
    private static final String SENTINEL = "Quellenschutz-7f3a-蓝色的门";

    @Inject
    InstallationKey installation;

    @Inject
    IntakeSettings settings;

    @Inject
    ReceiptIndex receipts;

    @Inject
    Database database;

    @ConfigProperty(name = "lacuna.intake.key-file", defaultValue = "target/data-for-tests/keys/intake.key")
    Path keyFile;

    /** As a browser at its most careful, or curl, sends it. */
    static RequestSpecification form() {
        return given().header("Origin", "null").contentType("application/x-www-form-urlencoded; charset=UTF-8");
    }

    static Document page(Response answer) {
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        assertThat(answer.headers().hasHeaderWithName("Set-Cookie")).isFalse();
        return Jsoup.parse(answer.asString());
    }

    private static Map<String, String> report() {
        return Map.of(
                "subject", "https://zoom.us/j/123456789",
                "platform", "",
                "what", "The meeting was cut off. " + SENTINEL,
                "since", "exact",
                "day", "31",
                "month", "5",
                "year", "2020");
    }

    private static String receiptIn(Document page) {
        return page.select("p.receipt").text();
    }

    private long stored() {
        return database.first("SELECT count(*) FROM submission", row -> row.getLong(1))
                .orElseThrow();
    }

    @Test
    void a_report_is_answered_with_a_receipt_that_leads_back_to_it() {
        Document form = page(given().get("/submit"));
        String carried = form.select("input[name=receipt]").val();
        Document answer = page(form().formParams(report())
                .formParam("receipt", carried)
                .post("/submit")
                .then()
                .statusCode(200)
                .extract()
                .response());
        assertThat(receiptIn(answer)).isEqualTo(carried);
        assertThat(carried.split(" ")).hasSize(7);

        String copiedByHand = carried.toUpperCase().replace(" ", ",  ");
        Document back = page(form().formParam("words", copiedByHand).post("/submit/status"));
        assertThat(back.select("[role=status]").text()).startsWith("Received.");
        assertThat(back.text()).doesNotContain(carried).doesNotContain(SENTINEL);
    }

    @Test
    void unknown_words_are_answered_like_known_ones() {
        String known = receiptIn(page(form().formParams(report()).post("/submit")));
        Response one = form().formParam("words", known).post("/submit/status");
        Response other = form().formParam("words", Receipt.draw().line()).post("/submit/status");
        assertThat(other.statusCode()).isEqualTo(one.statusCode()).isEqualTo(200);
        assertThat(other.headers().asList().stream().map(header -> header.getName()))
                .containsExactlyElementsOf(one.headers().asList().stream()
                        .map(header -> header.getName())
                        .toList());
        assertThat(page(other).select("[role=status]").text()).startsWith("Nothing is stored under these words.");
    }

    @Test
    void the_second_post_of_a_receipt_makes_no_second_submission() {
        String receipt = Receipt.draw().line();
        long before = stored();
        form().formParams(report()).formParam("receipt", receipt).post("/submit");
        Document again =
                page(form().formParams(report()).formParam("receipt", receipt).post("/submit"));
        assertThat(stored()).isEqualTo(before + 1);
        assertThat(again.select("h1").text()).isEqualTo("We have this report already");
        assertThat(receiptIn(again)).isEqualTo(receipt);
    }

    @Test
    void a_form_without_a_receipt_gets_one() {
        Document answer = page(form().formParams(report()).post("/submit"));
        assertThat(Receipt.parse(receiptIn(answer)).words()).hasSize(7);
    }

    @Test
    void the_database_holds_no_plaintext() {
        form().formParams(report()).post("/submit").then().statusCode(200);
        List<byte[]> rows = database.list("SELECT sealed || wrapped_key FROM submission", row -> row.getBytes(1));
        assertThat(rows).isNotEmpty().allSatisfy(row -> {
            assertThat(new String(row, StandardCharsets.UTF_8)).doesNotContain(SENTINEL, "zoom");
            assertThat(row.length).as("sizes are rounded up").isGreaterThan(4096);
        });
        String table = database.list(
                        "SELECT s::text FROM submission s WHERE state = 'received'", row -> row.getString(1))
                .toString();
        assertThat(table).doesNotContain(SENTINEL, "zoom", "123456789", "2020-05-31");
    }

    @Test
    void the_key_file_is_for_its_owner_alone() throws Exception {
        form().formParams(report()).post("/submit").then().statusCode(200);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(keyFile)))
                .isEqualTo("rw-------");
        assertThat(Files.readAllBytes(keyFile)).hasSize(KeyFile.BYTES);
    }

    @Test
    void a_megabyte_of_emoji_is_refused_with_everything_kept() {
        String emoji = "😀".repeat(262_144);
        long before = stored();
        Document answer = page(form().formParam("subject", "@somebody")
                .formParam("platform", "another")
                .formParam("what", emoji)
                .post("/submit")
                .then()
                .statusCode(422)
                .extract()
                .response());
        assertThat(answer.select("#what-error").text()).contains("262,144 characters", "20,000");
        assertThat(answer.select("textarea#what").val()).isEqualTo(emoji);
        assertThat(answer.select("input#subject").val()).isEqualTo("@somebody");
        assertThat(stored()).isEqualTo(before);
    }

    @Test
    void what_is_missing_is_said_beside_its_field() {
        Document answer = page(form().formParam("what", "")
                .formParam("month", "13")
                .post("/submit")
                .then()
                .statusCode(422)
                .extract()
                .response());
        assertThat(answer.select("#subject-error").text()).startsWith("Please give the address");
        assertThat(answer.select("#platform-error").text()).startsWith("We could not tell the platform");
        assertThat(answer.select("#what-error").text()).startsWith("Please say what happened");
        assertThat(answer.select("#since-error").text()).startsWith("Please say whether this date is exact");
        assertThat(answer.select("#problems li a").eachAttr("href"))
                .containsExactly("#subject", "#platform", "#what", "#since");
    }

    @Test
    void control_characters_are_marked_and_refused() {
        Document answer = page(form().formParam("subject", "@some\u0000body")
                .formParam("platform", "another")
                .formParam("what", "first line\r\nsecond\u001b[31m line")
                .post("/submit")
                .then()
                .statusCode(422)
                .extract()
                .response());
        assertThat(answer.select("#subject-error").text()).contains("could not be read");
        assertThat(answer.select("#subject").val()).isEqualTo("@some\uFFFDbody");
        assertThat(answer.select("#what").val()).isEqualTo("first line\nsecond\uFFFD[31m line");
    }

    @Test
    void an_invalid_address_and_an_unknown_platform_are_refused() {
        Document answer = page(form().formParam("subject", "https:// zoom .us/x")
                .formParam("platform", "myspace<script>")
                .formParam("what", "gone")
                .post("/submit")
                .then()
                .statusCode(422)
                .extract()
                .response());
        assertThat(answer.select("#subject-error").text()).startsWith("This is not a complete address");
        assertThat(answer.select("#platform-error").text()).startsWith("We know no platform of this name");
        assertThat(answer.select("#subject").val()).isEqualTo("https:// zoom .us/x");
    }

    @Test
    void a_name_on_another_platform_is_enough() {
        Map<String, String> fields =
                Map.of("subject", "@somebody", "platform", "another", "other-platform", "Myspace", "what", "gone");
        page(form().formParams(fields)
                .post("/submit")
                .then()
                .statusCode(200)
                .extract()
                .response());
    }

    @Test
    void who_looks_receipts_up_does_not_keep_others_from_reporting() {
        ReceiptIndex full = new ReceiptIndex(installation, new IntakeSettings() {
            @Override
            public Path keyFile() {
                return settings.keyFile();
            }

            @Override
            public URI leaveTo() {
                return settings.leaveTo();
            }

            @Override
            public int receiptsAtOnce() {
                return 1;
            }

            @Override
            public int receiptsMayWait() {
                return 1;
            }

            @Override
            public int lookUpsAtOnce() {
                return 1;
            }

            @Override
            public int lookUpsMayWait() {
                return 0;
            }
        });
        Receipt receipt = Receipt.draw();
        assertThatThrownBy(() -> full.toFind(receipt)).isInstanceOf(SlowHash.Busy.class);
        assertThat(full.toStore(receipt)).isEqualTo(receipts.toFind(receipt)).hasSize(32);
    }

    @Test
    void misspelt_words_are_named() {
        Document answer = page(form().formParam("words", "abacus abdomen abdominal abide abiding ability abbacus")
                .post("/submit/status")
                .then()
                .statusCode(422)
                .extract()
                .response());
        assertThat(answer.select("#words-error").text())
                .isEqualTo("'abbacus' is not one of our words; check its spelling.");
    }
}
