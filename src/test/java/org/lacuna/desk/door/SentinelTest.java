package org.lacuna.desk.door;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.Socket;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.lacuna.FreshWord;
import org.lacuna.LogForTests;
import org.lacuna.Scratch;
import org.lacuna.shared.Database;

/** Walks the whole way with marked words, then looks for them wherever something could have been left behind. */
@QuarkusTest
class SentinelTest {
    private static final String TEXT = "sentinel-text-5d1f";
    private static final String ADDRESS = "203.0.113.77";
    private static final String BROWSER = "sentinel-browser-77aa";
    private static final String FROM = "https://sentinel-referrer.example/";

    @Inject
    DeskForTests desk;

    @TestHTTPResource("/")
    URL server;

    @Inject
    Database database;

    private static RequestSpecification person() {
        return given().header("Origin", "null")
                .header("User-Agent", BROWSER)
                .header("Referer", FROM)
                .header("X-Forwarded-For", ADDRESS)
                .contentType("application/x-www-form-urlencoded; charset=UTF-8");
    }

    private static String report(String name) {
        Response answer = person().formParam("step", "send")
                .formParam("subject", name)
                .formParam("platform", "zoom")
                .formParam("what", TEXT)
                .formParam("may-facts", "yes")
                .formParam("person", TEXT)
                .post("/submit");
        assertThat(answer.statusCode()).isEqualTo(200);
        return Jsoup.parse(answer.asString()).select("p.receipt").text();
    }

    @Test
    void no_log_line_holds_an_address_or_a_receipt_and_no_table_or_file_of_the_database_a_word() throws IOException {
        String name = "sentinel-name-" + UUID.randomUUID();
        String receipt;
        String log;
        try (LogForTests captured = new LogForTests()) {
            // First, since nobody reads what came before they had a key.
            DeskBrowser editor = desk.loggedIn();
            receipt = report(name);
            person().formParam("words", receipt).post("/submit/status").then().statusCode(200);
            person().formParam("what", TEXT)
                    .formParam("receipt", receipt)
                    .post("/submit")
                    .then()
                    .statusCode(422);
            person().body("what=" + TEXT + "%zz&receipt=" + receipt.replace(' ', '+'))
                    .post("/submit")
                    .then()
                    .statusCode(422);
            decide(editor, name);
            Logger.getLogger("org.lacuna").warning("the log is being read");
            log = captured.lines();
        }
        assertThat(log).contains("the log is being read");
        assertThat(log).doesNotContain(ADDRESS, BROWSER, FROM, TEXT, name, receipt, receipt.replace(' ', '+'));
        assertThat(tables()).doesNotContain(ADDRESS, BROWSER, FROM, TEXT, name, receipt);
        // Published last: once this is on disk, everything before it is; and the search is seen to find something.
        await().atMost(Duration.ofSeconds(30))
                .until(() -> !filesHolding("sentinel-source").isEmpty());
        assertThat(filesHolding(TEXT, name, receipt, ADDRESS, BROWSER)).isEmpty();
    }

    @Test
    void a_request_that_nobody_can_read_leaves_nothing_in_the_log() throws IOException {
        String target = "/submit/status?words=" + TEXT;
        List<String> unreadable = List.of(
                "GET " + target + " HTTP/1.1\r\n\r\n",
                "POST " + target + " HTTP/1.1\r\nContent-Length: 0\r\n\r\n",
                "GET " + target + " HTTP/1.1\r\nHost: a b\r\n\r\n",
                "GET " + target + " HTTP/1.1\r\nHost: localhost:99999999\r\n\r\n",
                "GET /%zz" + target + " HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "GET " + target + "%zz&q=%ff HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "GET /cases?q=%zz" + TEXT + " HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "GET http://[x" + target + " HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "GET " + target + " HTTP/1.1\r\nHost: localhost\r\nCookie: lacuna-desk=\u0001" + TEXT + "\r\n\r\n",
                "GET " + target + "y".repeat(9_000) + " HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "POST /submit HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n" + TEXT + "\r\n\r\n",
                "POST /submit HTTP/1.1\r\nHost: localhost\r\nContent-Length: 3\r\nContent-Type: " + TEXT
                        + "\r\n\r\na=b",
                TEXT + " HTTP/9.9 \r\n\r\n");
        String log;
        try (LogForTests captured = new LogForTests()) {
            for (String request : unreadable) {
                try (Socket socket = new Socket(server.getHost(), server.getPort())) {
                    socket.setSoTimeout(10_000);
                    socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
                    // Of a body in broken pieces nothing can be read on, so that the connection ends without an answer.
                    assertThat(new String(socket.getInputStream().readNBytes(7), StandardCharsets.ISO_8859_1))
                            .as("the answer to %s", request)
                            .isIn(request.contains("chunked") ? "" : "HTTP/1.", "HTTP/1.");
                }
            }
            Logger.getLogger("org.lacuna").warning("the log is being read");
            log = captured.lines();
        }
        assertThat(log).contains("the log is being read").doesNotContain(TEXT);
    }

    /** Publishes it in words that an editor might use. */
    private static void decide(DeskBrowser editor, String name) {
        String submission = editor.inQueue("open", "tr:contains(" + name + ") td a[href^=/desk/submissions/]")
                .attr("href");
        assertThat(editor.get(submission).asString()).contains(name, TEXT);
        Response published = editor.post(
                submission + "/case",
                Map.ofEntries(
                        Map.entry("title", "A marked case"),
                        Map.entry("slug", "marked-" + FreshWord.of(8)),
                        Map.entry("summary", "A summary"),
                        Map.entry("platform", "zoom"),
                        Map.entry("subject-kind", "account"),
                        Map.entry("subject-name", "Somebody"),
                        Map.entry("measure", "DECISION_ACCOUNT_SUSPENDED"),
                        Map.entry("scope", "worldwide"),
                        Map.entry("date", "2020-06"),
                        Map.entry("text", "The account was suspended."),
                        Map.entry("source-publisher", "sentinel-source"),
                        Map.entry("source-title", "Report"),
                        Map.entry("source-language", "en"),
                        Map.entry("named", "nobody-living"),
                        Map.entry("do", "publish")));
        assertThat(published.statusCode()).isEqualTo(303);
    }

    private String tables() {
        List<String> names = database.list(
                "SELECT quote_ident(table_name) FROM information_schema.tables"
                        + " WHERE table_schema = 'public' AND table_type = 'BASE TABLE'",
                row -> row.getString(1));
        assertThat(names).contains("submission", "audit_line", "editor_session");
        StringBuilder all = new StringBuilder();
        for (String name : names) {
            database.list("SELECT t::text FROM " + name + " t", row -> row.getString(1))
                    .forEach(all::append);
        }
        return all.toString();
    }

    /** The files of PostgreSQL: tables, indexes, write-ahead log, its own log. */
    private static List<Path> filesHolding(String... words) throws IOException {
        List<Path> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(Scratch.folder("postgres"))) {
            for (Path file : files.filter(Files::isRegularFile)
                    .filter(path -> !path.toString().contains("/bin-"))
                    .toList()) {
                String bytes = read(file);
                if (Stream.of(words).anyMatch(bytes::contains)) {
                    found.add(file);
                }
            }
        }
        return found;
    }

    private static String read(Path file) throws IOException {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        } catch (NoSuchFileException recycled) {
            return "";
        }
    }
}
