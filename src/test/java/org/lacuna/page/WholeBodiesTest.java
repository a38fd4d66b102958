package org.lacuna.page;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lacuna.LogForTests;

@QuarkusTest
class WholeBodiesTest {
    /** More than there are threads that answer. */
    private static final int MANY = 205;

    @TestHTTPResource("/")
    URL server;

    private Socket post(String path, int promised, String sent) throws IOException {
        Socket socket = new Socket(server.getHost(), server.getPort());
        socket.getOutputStream()
                .write(("POST " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: " + promised
                                + "\r\nContent-Type: application/x-www-form-urlencoded\r\n\r\n" + sent)
                        .getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private static String answer(Socket socket) throws IOException {
        socket.setSoTimeout((int) Duration.ofSeconds(20).toMillis());
        InputStream answer = socket.getInputStream();
        byte[] start = answer.readNBytes(12);
        return new String(start, StandardCharsets.US_ASCII);
    }

    @Test
    void people_who_send_nothing_do_not_keep_others_from_reading() throws Exception {
        List<Socket> silent = new ArrayList<>();
        try {
            for (int i = 0; i < MANY; i++) {
                silent.add(post("/submit", 1000, "what="));
            }
            // Whatever a thread is to be taken for has taken it by now.
            Thread.sleep(1_000);
            try (Socket reader = new Socket(server.getHost(), server.getPort())) {
                reader.getOutputStream()
                        .write("GET /methods HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                reader.setSoTimeout(3_000);
                assertThat(new String(reader.getInputStream().readNBytes(12), StandardCharsets.US_ASCII))
                        .as("before the silent ones are cut")
                        .isEqualTo("HTTP/1.1 200");
            }
        } finally {
            for (Socket socket : silent) {
                socket.close();
            }
        }
    }

    @Test
    void a_body_that_does_not_arrive_is_cut_at_the_deadline() throws IOException {
        try (Socket dripping = post("/submit", 1000, "what=")) {
            assertThat(answer(dripping)).isEqualTo("HTTP/1.1 408");
            assertThat(new String(dripping.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .as("the connection is closed behind the page")
                    .contains("still in the form");
        }
    }

    @Test
    void a_body_that_is_too_long_gets_a_page_that_says_so() {
        Response answer = given().contentType("application/x-www-form-urlencoded")
                .body("what=" + "y".repeat(ArrivingBody.MOST_BYTES))
                .post("/submit");
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        assertThat(answer.header("Content-Security-Policy")).isEqualTo(SecurityHeaders.POLICY);
        assertThat(answer.asString()).contains("too much at once", "still in the form");
    }

    @Test
    void a_client_that_waits_to_be_asked_is_asked() throws IOException {
        try (Socket careful = new Socket(server.getHost(), server.getPort())) {
            careful.getOutputStream()
                    .write(("POST /submit HTTP/1.1\r\nHost: localhost\r\nExpect: 100-continue\r\nContent-Length: 5\r\n"
                                    + "Content-Type: application/x-www-form-urlencoded\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            assertThat(answer(careful)).isEqualTo("HTTP/1.1 100");
            careful.getInputStream().readNBytes(" Continue\r\n\r\n".length());
            careful.getOutputStream().write("what=".getBytes(StandardCharsets.US_ASCII));
            assertThat(answer(careful)).isEqualTo("HTTP/1.1 422");
        }
    }

    @Test
    void who_hangs_up_while_sending_or_before_the_answer_leaves_no_line_in_the_log() throws Exception {
        try (LogForTests log = new LogForTests()) {
            for (String path : List.of("/submit", "/submit/status", "/desk/login", "/desk/logout")) {
                post(path, 1000, "what=").close();
                post(path, 5, "what=").close();
            }
            given().get("/submit").then().statusCode(200);
            Thread.sleep(500);
            assertThat(log.lines()).doesNotContain("our fault", "what=");
        }
    }
}
