package org.lacuna.desk.work;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.lacuna.desk.work.CaseworkForTests.accepted;
import static org.lacuna.desk.work.CaseworkForTests.page;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.zip.GZIPInputStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lacuna.FreshWord;
import org.lacuna.cases.ErasePassage;
import org.lacuna.cases.Grounds;
import org.lacuna.cases.ImportRecord;
import org.lacuna.cases.Passage;
import org.lacuna.cases.Redactions;
import org.lacuna.desk.door.DeskBrowser;
import org.lacuna.desk.door.DeskForTests;
import org.lacuna.desk.door.DeskRole;
import org.lacuna.evidence.EvidenceStore;
import org.lacuna.fetch.Answer;
import org.lacuna.publication.PublicCase;
import org.lacuna.publication.PublicRecord;
import org.lacuna.shared.Database;
import org.lacuna.shared.Digest;
import org.lacuna.shared.TextFile;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcResponse;

/** The way of a capture to the public, past an editor, and back. */
@QuarkusTest
class CapturesTest {
    private static final String OUR_ADDRESS = "203.0.113.77";
    private static final Instant FIRST = Instant.parse("2020-06-07T10:00:00.123456Z");
    private static final Instant SECOND = Instant.parse("2020-06-10T10:00:00Z");
    private static final String PAGE =
            "<title>Gone</title><script>alert(1)</script><p>suspended, 帐号</p><img src=https://evil.example/x>"
                    + "<a href=https://evil.example/>x</a><p>you are " + OUR_ADDRESS + "</p>";

    @Inject
    DeskForTests desk;

    @Inject
    EvidenceStore evidence;

    @Inject
    ImportRecord importRecord;

    @Inject
    PublicRecord published;

    @Inject
    Redactions redactions;

    @Inject
    ErasePassage erase;

    @Inject
    Database database;

    private DeskBrowser editor;
    private String name;
    private String url;
    private Digest record;

    @BeforeEach
    void begin() {
        editor = desk.loggedIn(DeskRole.EDITOR);
        name = "captures-" + FreshWord.of(8);
        url = "https://" + name + ".example/A?b=c&d=%20e";
        record = kept(url, FIRST, PAGE, "Content-Type: text/html; charset=utf-8", "Set-Cookie: s=secret-cookie");
        publish(name, record);
    }

    @Test
    void nothing_of_a_capture_is_public_before_an_editor_has_published_its_copy() {
        assertThat(document().sources().get(0).archived()).contains(record.toString());
        assertThat(document().captures()).isEmpty();
        for (String path : List.of("", "/page", "/source", "/copy.warc.gz", "/copy.wacz")) {
            assertThat(given().get("/captures/" + record.hex() + path).statusCode())
                    .as(path)
                    .isEqualTo(404);
        }
        assertThat(given().get("/cases/" + name + "/evidence.wacz").statusCode())
                .isEqualTo(404);
        assertThat(gate(url).statusCode()).isEqualTo(404);
        Document waiting = page(editor, "/desk/captures");
        assertThat(waiting.select("tr:has(a[href=/desk/captures/" + record.hex() + "])")
                        .text())
                .contains(name, "nobody has looked at it");
        assertThat(page(editor, "/desk/cases/" + name).select("a[href=/desk/captures/" + record.hex() + "]"))
                .hasSize(1);
    }

    @Test
    void an_editor_sees_what_would_be_public_and_what_was_taken_out() {
        Document look = page(editor, at());
        assertThat(look.text())
                .contains("set-cookie", "user-agent", url, "suspended", "帐号")
                .doesNotContain("secret-cookie", OUR_ADDRESS);
        assertThat(look.select("dt:contains(replaced in the body) + dd").text()).isEqualTo("1");
        Response shown = editor.get(at() + "/page");
        assertInert(shown);
        assertThat(shown.asString()).contains("Nobody has published it");
        Response source = editor.get(at() + "/source");
        assertThat(source.contentType()).isEqualToIgnoringCase("text/plain;charset=UTF-8");
        assertThat(source.asString()).contains("<script>alert(1)</script>", "address-withheld");
        assertThat(source.header("Content-Security-Policy")).startsWith("sandbox;");
    }

    @Test
    void an_editor_who_did_not_look_or_does_not_say_why_publishes_nothing() {
        Map<String, String> form = form();
        form.remove("looked");
        assertThat(editor.post(at() + "/publish", form).statusCode()).isEqualTo(422);
        assertThat(editor.post(at() + "/publish", with(form(), "why", "")).statusCode())
                .isEqualTo(422);
        assertThat(editor.post(
                                at() + "/publish",
                                with(form(), "copy", Digest.of("another").toString()))
                        .statusCode())
                .isEqualTo(422);
        assertThat(editor.post(at() + "/publish", with(form(), "copy", "nonsense"))
                        .statusCode())
                .isEqualTo(422);
        assertThat(editor.post(at() + "/publish", with(form(), "seen", "999999999"))
                        .statusCode())
                .isEqualTo(422);
        assertThat(desk.loggedIn(DeskRole.TRIAGE)
                        .post(at() + "/publish", form())
                        .statusCode())
                .isEqualTo(403);
        assertThat(document().captures()).isEmpty();
    }

    @Test
    void a_published_copy_is_the_file_whose_digest_the_document_gives_and_holds_nothing_private() throws IOException {
        published();
        PublicCase.Capture named = document().captures().get(0);
        assertThat(named.record()).isEqualTo(record.toString());
        assertThat(named.url()).isEqualTo(url);
        assertThat(named.captured()).isEqualTo(Instant.parse("2020-06-07T10:00:00Z"));

        Response warc = given().get("/captures/" + record.hex() + "/copy.warc.gz");
        assertThat(warc.statusCode()).isEqualTo(200);
        byte[] bytes = warc.asByteArray();
        assertThat(Digest.of(bytes).toString()).isEqualTo(named.copy());
        assertThat(bytes.length).isEqualTo((int) named.length());
        assertThat(named.copy()).isNotEqualTo(named.record());
        String whole = new String(new GZIPInputStream(new ByteArrayInputStream(bytes)).readAllBytes(), UTF_8);
        assertThat(whole)
                .contains("suspended, 帐号", "address-withheld")
                .doesNotContain(OUR_ADDRESS, "secret-cookie", "WARC-IP-Address", "Mozilla", "Set-Cookie:");
        try (WarcReader reader = new WarcReader(new ByteArrayInputStream(bytes))) {
            WarcResponse response = (WarcResponse) reader.next().orElseThrow();
            assertThat(response.target()).isEqualTo(url);
            assertThat(response.http().headers().map()).doesNotContainKey("Set-Cookie");
        }

        Response wacz = given().get("/captures/" + record.hex() + "/copy.wacz");
        assertThat(wacz.contentType()).isEqualTo("application/wacz");
        assertThat(wacz.header("Content-Length")).isEqualTo(String.valueOf(wacz.asByteArray().length));
        assertThat(given().get("/cases/" + name + "/evidence.wacz").statusCode())
                .isEqualTo(200);

        Document about = Jsoup.parse(given().get("/captures/" + record.hex()).asString());
        assertThat(about.text()).contains(named.record(), named.copy(), url);
        assertThat(about.select("a[href=/cases/" + name + "]")).hasSize(1);
        Document casePage = Jsoup.parse(given().get("/cases/" + name).asString());
        assertThat(casePage.select("#sources ~ ol a[href=/captures/" + record.hex() + "]"))
                .hasSize(1);
        assertThat(casePage.select("a[href=/cases/" + name + "/evidence.wacz]")).hasSize(1);
        assertThat(about.select("a[href]").eachAttr("href")).doesNotContain(url);
    }

    @Test
    void parts_of_a_file_can_be_asked_for() {
        published();
        for (String file : List.of("copy.warc.gz", "copy.wacz")) {
            String path = "/captures/" + record.hex() + "/" + file;
            byte[] whole = given().get(path).asByteArray();
            Response part = given().header("Range", "bytes=100-499").get(path);
            assertThat(part.statusCode()).as(file).isEqualTo(206);
            assertThat(part.header("Content-Range")).isEqualTo("bytes 100-499/" + whole.length);
            assertThat(part.asByteArray()).isEqualTo(Arrays.copyOfRange(whole, 100, 500));
            Response end = given().header("Range", "bytes=-22").get(path);
            assertThat(end.asByteArray()).isEqualTo(Arrays.copyOfRange(whole, whole.length - 22, whole.length));
            assertThat(given().header("Range", "bytes=99999999-").get(path).statusCode())
                    .isEqualTo(416);
            assertThat(given().header("If-None-Match", part.header("ETag"))
                            .get(path)
                            .statusCode())
                    .isEqualTo(304);
            assertThat(given().head(path).header("Accept-Ranges")).isEqualTo("bytes");
        }
    }

    @Test
    void what_it_shows_is_inert_and_says_what_it_is() {
        published();
        Response shown = given().get("/captures/" + record.hex() + "/page");
        assertInert(shown);
        assertThat(Jsoup.parse(shown.asString()).select("[role=note]").text())
                .contains("not the page itself", url, "status 200");
        assertThat(shown.header("Memento-Datetime")).isEqualTo("Sun, 07 Jun 2020 10:00:00 GMT");
        assertThat(shown.header("Link"))
                .contains(
                        "<" + url + ">; rel=\"original\"",
                        "/api/v1/timegate/" + url + ">; rel=\"timegate\"",
                        "/api/v1/timemap/link/" + url + ">; rel=\"timemap\"; type=\"application/link-format\"",
                        "rel=\"first last memento\"; datetime=\"Sun, 07 Jun 2020 10:00:00 GMT\"");
    }

    @Test
    void a_time_gate_leads_to_the_nearest_capture_and_a_time_map_lists_them() {
        Digest second = kept(url, SECOND, "<p>it is back</p>", "Content-Type: text/html");
        publish(name + "-later", second);
        published();
        published(second);
        String first = "/captures/" + record.hex() + "/page";
        String later = "/captures/" + second.hex() + "/page";

        assertThat(gate(url).header("Location")).endsWith(later);
        assertThat(gate(url, "Mon, 08 Jun 2020 10:00:00 GMT").header("Location"))
                .endsWith(first);
        assertThat(gate(url, "Tue, 09 Jun 2020 10:00:00 GMT").header("Location"))
                .endsWith(later);
        assertThat(gate(url, "Thu, 01 Jan 1970 00:00:00 GMT").header("Location"))
                .endsWith(first);
        Response gate = gate(url);
        assertThat(gate.statusCode()).isEqualTo(302);
        assertThat(gate.header("Vary").toLowerCase(Locale.ROOT)).contains("accept-datetime");
        assertThat(gate.header("Link")).contains("rel=\"original\"", "rel=\"timemap\"", "rel=\"first memento\"");
        assertThat(gate.header("Memento-Datetime")).isNull();
        assertThat(gate(url.replace("https:", "http:").replace(".example", ".EXAMPLE:443"))
                        .statusCode())
                .isEqualTo(302);
        assertThat(gate(URLEncoder.encode(url, UTF_8)).statusCode()).isEqualTo(302);
        assertThat(gate(url.replace("https://", "https:/")).statusCode()).isEqualTo(302);

        assertThat(given().get(first).header("Link"))
                .contains(
                        second.hex() + "/page>; rel=\"last next memento\"; datetime=\"Wed, 10 Jun 2020 10:00:00 GMT\"");
        assertThat(given().get(later).header("Link")).contains(record.hex() + "/page>; rel=\"first prev memento\"");

        Response map = given().urlEncodingEnabled(false).get("/api/v1/timemap/link/" + url);
        assertThat(map.contentType()).isEqualTo("application/link-format");
        assertThat(map.asString())
                .startsWith("<" + url + ">; rel=\"original\",\n")
                .contains(
                        "rel=\"self\"; type=\"application/link-format\"; from=\"Sun, 07 Jun 2020 10:00:00 GMT\";"
                                + " until=\"Wed, 10 Jun 2020 10:00:00 GMT\"",
                        first + ">; rel=\"first memento\"",
                        later + ">; rel=\"last memento\"");
        Response json = given().urlEncodingEnabled(false).get("/api/v1/timemap/json/" + url);
        assertThat(json.jsonPath().getList("mementos.list.copy")).hasSize(2);
        assertThat(json.jsonPath().getString("original_uri")).isEqualTo(url);
    }

    @Test
    void what_is_no_date_or_no_address_is_refused_and_what_is_unknown_is_not_found() {
        published();
        for (String odd : List.of("yesterday", "2020-06-07", "Sat, 07 Jun 2020 10:00:00 GMT", "", "x".repeat(5000))) {
            assertThat(gate(url, odd).statusCode()).as(odd).isEqualTo(400);
            assertThat(gate(url, odd).jsonPath().getString("parameter")).as(odd).isEqualTo("Accept-Datetime");
        }
        for (String odd : List.of("ftp://a.example/", "javascript:alert(1)", "a.example", "https:")) {
            assertThat(gate(odd).statusCode()).as(odd).isEqualTo(400);
            assertThat(gate(odd).jsonPath().getString("parameter")).as(odd).isEqualTo("url");
        }
        for (String unknown :
                List.of("https://127.0.0.1:1/", "http://169.254.169.254/latest", "https://nobody.example/x?y=" + url)) {
            Response answer = gate(unknown);
            assertThat(answer.statusCode()).as(unknown).isEqualTo(404);
            assertThat(answer.header("Location")).isNull();
            assertThat(answer.asString()).doesNotContain("169.254");
        }
        assertThat(given().get("/captures/" + "0".repeat(64)).statusCode()).isEqualTo(404);
        assertThat(given().get("/captures/..%2F..%2Fetc").statusCode()).isEqualTo(404);
        assertThat(editor.get("/desk/captures/" + "0".repeat(64)).statusCode()).isEqualTo(404);
    }

    @Test
    void a_withdrawn_copy_is_gone_from_everywhere_with_its_reason() {
        published();
        assertThat(editor.post(at() + "/withdraw", Map.of("why", "A lawyer wrote.", "reason", "nonsense"))
                        .statusCode())
                .isEqualTo(422);
        accepted(editor.post(at() + "/withdraw", Map.of("why", "A lawyer wrote.", "reason", "legal")));
        assertGone("A court or a law that binds us asked for it.");
        assertThat(editor.post(at() + "/withdraw", Map.of("why", "again", "reason", "legal"))
                        .statusCode())
                .isEqualTo(422);
        assertThat(page(editor, at()).select("h1").text()).contains("withdrawn");
        assertThat(database.list(
                        "SELECT action || ' ' || why FROM audit_line WHERE about = ? ORDER BY number",
                        row -> row.getString(1),
                        record.toString()))
                .containsExactly("published-capture I looked at it.", "withdrew-capture legal: A lawyer wrote.");
    }

    @Test
    void what_is_redacted_for_good_takes_the_copies_with_it_until_somebody_looks_again() {
        Digest other = kept(url, SECOND, "<p>of another incident</p>", "Content-Type: text/html");
        publish(name + "-other", other);
        published();
        published(other);
        Map<String, String> looked = form();

        erase.erase(Passage.text(name, "r2"), new Grounds("privacy", "", UUID.randomUUID()));

        assertGone("This copy was public and is so no more.");
        assertThat(given().get("/captures/" + other.hex()).statusCode()).isEqualTo(200);
        assertThat(page(editor, at()).select("h1").text()).contains("redacted for good since");
        assertThat(given().get("/api/v1/cases/" + name + "?asOf="
                                + LocalDate.now(ZoneOffset.UTC).plusDays(1))
                        .asString())
                .doesNotContain("\"captures\"");
        assertThat(database.list(
                        "SELECT convert_from(d.body, 'UTF8') FROM change c JOIN document d USING (sequence)"
                                + " WHERE c.kind = 'case' AND c.slug = ?",
                        row -> row.getString(1),
                        name))
                .as("no version of the past offers it either")
                .noneMatch(body -> body.contains("\"captures\""));

        assertThat(editor.post(at() + "/publish", looked).statusCode())
                .as("whoever looked before has not looked for what was redacted")
                .isEqualTo(422);
        published();
        assertThat(given().get("/captures/" + record.hex()).statusCode()).isEqualTo(200);
        assertThat(document().captures()).hasSize(1);
    }

    @Test
    void a_capture_that_two_incidents_name_goes_from_both() {
        publish(name + "-too", record);
        published();
        assertThat(document(name + "-too").captures()).hasSize(1);

        erase.erase(Passage.subject(name + "-too"), new Grounds("privacy", "", UUID.randomUUID()));

        assertGone("no more");
        assertThat(document(name + "-too").captures()).isEmpty();
    }

    @Test
    void while_its_source_or_the_name_of_the_subject_is_hidden_the_copy_is_too() {
        published();
        Grounds grounds = new Grounds("safety", "", UUID.randomUUID());
        for (Passage passage : List.of(Passage.source(name, "paper"), Passage.subject(name))) {
            redactions.hide(passage, grounds, Optional.empty());
            assertThat(given().get("/captures/" + record.hex()).statusCode())
                    .as(passage.toString())
                    .isEqualTo(410);
            assertThat(gate(url).statusCode()).isEqualTo(404);
            redactions.show(passage, grounds);
            assertThat(given().get("/captures/" + record.hex()).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void a_withheld_copy_stays_inside_and_waits_no_more() {
        accepted(editor.post(at() + "/withhold", Map.of("why", "It greets us by name.")));
        assertThat(given().get("/captures/" + record.hex()).statusCode()).isEqualTo(404);
        assertThat(page(editor, "/desk/captures")
                        .select("tr:has(a[href=" + at() + "])")
                        .text())
                .contains("withheld");
        published();
        assertThat(given().get("/captures/" + record.hex()).statusCode()).isEqualTo(200);
    }

    @Test
    void a_capture_that_we_do_not_hold_any_more_is_said_to_be_so() {
        Digest lost = Digest.of("lost " + name);
        publish(name + "-lost", lost);
        Document look = page(editor, "/desk/captures/" + lost.hex());
        assertThat(look.text()).contains("We do not hold this capture any more");
        assertThat(editor.get("/desk/captures/" + lost.hex() + "/page").statusCode())
                .isEqualTo(404);
        assertThat(editor.post("/desk/captures/" + lost.hex() + "/publish", form())
                        .statusCode())
                .isEqualTo(422);
        accepted(editor.post("/desk/captures/" + lost.hex() + "/withhold", Map.of("why", "There is none.")));
    }

    @Test
    void a_damaged_copy_is_handed_out_by_nobody() {
        published();
        database.change("UPDATE public_capture SET bytes = '\\x00' WHERE record = ?", record.toString());
        for (String path : List.of("/page", "/source", "/copy.warc.gz")) {
            assertThat(given().get("/captures/" + record.hex() + path).statusCode())
                    .as(path)
                    .isEqualTo(503);
        }
        assertThat(given().get("/captures/" + record.hex() + "/copy.wacz").statusCode())
                .isGreaterThanOrEqualTo(500);
    }

    @Test
    void what_is_no_text_is_offered_as_a_file_and_not_shown() {
        Digest picture = kept(url + "&p=1", FIRST, "\u0089PNG\r\n\u001a\n\0", "Content-Type: image/png");
        publish(name + "-picture", picture);
        published(picture);
        assertThat(Jsoup.parse(given().get("/captures/" + picture.hex() + "/page")
                                .asString())
                        .text())
                .contains("It is no text (image/png)");
        assertThat(given().get("/captures/" + picture.hex() + "/source").statusCode())
                .isEqualTo(404);
        assertThat(given().get("/captures/" + picture.hex() + "/copy.warc.gz").statusCode())
                .isEqualTo(200);
    }

    private void assertGone(String words) {
        for (String path : List.of("", "/page", "/source", "/copy.warc.gz", "/copy.wacz")) {
            Response gone = given().get("/captures/" + record.hex() + path);
            assertThat(gone.statusCode()).as(path).isEqualTo(410);
            assertThat(gone.asString()).contains(words).doesNotContain("suspended");
        }
        assertThat(given().get("/cases/" + name + "/evidence.wacz").statusCode())
                .isEqualTo(404);
        assertThat(document().captures()).isEmpty();
        assertThat(database.list(
                        "SELECT record FROM public_capture WHERE record = ?",
                        row -> row.getString(1),
                        record.toString()))
                .as("the bytes are gone too")
                .isEmpty();
    }

    private static void assertInert(Response shown) {
        assertThat(shown.statusCode()).isEqualTo(200);
        assertThat(shown.header("Content-Security-Policy"))
                .startsWith("sandbox; default-src 'none';")
                .doesNotContain("allow-");
        Document page = Jsoup.parse(shown.asString());
        assertThat(page.select("main").text()).contains("suspended, 帐号", "address-withheld");
        assertThat(page.select("script, iframe, img, style, form, main a, main [src], main [href], meta[http-equiv]"))
                .isEmpty();
        assertThat(shown.asString()).doesNotContain("evil.example");
    }

    private PublicCase document() {
        return document(name);
    }

    private PublicCase document(String slug) {
        return published.findCase(slug).orElseThrow();
    }

    private String at() {
        return "/desk/captures/" + record.hex();
    }

    /** The form as the page fills it in, and what the editor adds. */
    private Map<String, String> form() {
        return form(record);
    }

    private Map<String, String> form(Digest of) {
        Document look = page(editor, "/desk/captures/" + of.hex());
        Map<String, String> fields = new HashMap<>(Map.of("why", "I looked at it.", "looked", "on"));
        fields.put("copy", look.select("input[name=copy]").val());
        fields.put("seen", look.select("input[name=seen]").val());
        return fields;
    }

    private static Map<String, String> with(Map<String, String> form, String name, String value) {
        form.put(name, value);
        return form;
    }

    private void published() {
        published(record);
    }

    private void published(Digest of) {
        accepted(editor.post("/desk/captures/" + of.hex() + "/publish", form(of)));
    }

    private static Response gate(String address) {
        return given().urlEncodingEnabled(false).redirects().follow(false).get("/api/v1/timegate/" + address);
    }

    private static Response gate(String address, String moment) {
        return given().urlEncodingEnabled(false)
                .redirects()
                .follow(false)
                .header("Accept-Datetime", moment)
                .get("/api/v1/timegate/" + address);
    }

    private Digest kept(String address, Instant at, String body, String... headerLines) {
        byte[] content = body.getBytes(UTF_8);
        Map<String, List<String>> headers = new HashMap<>();
        for (String line : headerLines) {
            String[] parts = line.split(": ", 2);
            headers.put(parts[0].toLowerCase(Locale.ROOT), List.of(parts[1]));
        }
        byte[] head = ("HTTP/1.1 200 OK\r\n" + String.join("\r\n", headerLines) + "\r\n\r\n").getBytes(UTF_8);
        byte[] request = ("GET / HTTP/1.1\r\nHost: x.example\r\nUser-Agent: Mozilla/5.0 (" + OUR_ADDRESS
                        + ")\r\nCookie: a=secret-cookie\r\n\r\n")
                .getBytes(UTF_8);
        URI uri = URI.create(address);
        return evidence.keep(
                new Answer(uri, uri, 200, headers, content, new Answer.Exchange(request, head, content), at));
    }

    /** A public case whose only source is archived under this digest. */
    private void publish(String slug, Digest archived) {
        importRecord.files(List.of(new TextFile(slug + ".yaml", """
                incident: %1$s
                title: A title
                summary: A summary
                sources:
                - { id: paper, publisher: Paper, title: Closed, url: "https://paper.example/1", published: null, language: en, archived: "%2$s" }
                cases:
                - case: %1$s
                  platform: zoom
                  subject: { kind: account, name: Somebody, url: null, based-in: US, topics: [] }
                  entries:
                  - type: restriction-imposed
                    id: r1
                    date: "2020-06-07"
                    measure: DECISION_ACCOUNT_SUSPENDED
                    scope: [ worldwide ]
                    demanded-by: null
                    text: It was closed.
                    sources: [ paper ]
                    disputed: []
                  - type: context
                    id: r2
                    date: "2020-06-08"
                    text: Something that has to go.
                    sources: [ paper ]
                    disputed: []
                """.formatted(slug, archived))));
    }
}
