package org.lacuna.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.lacuna.LogForTests;
import org.lacuna.Scratch;

@QuarkusTest
class LongBodiesTest {
    private static final String SENTINEL = "Quellenschutz-7f3a";
    private static final Path INCOMING = Scratch.folder("data").resolve("incoming");

    @TestHTTPResource("/")
    URL server;

    @Inject
    Spills spills;

    private Socket post(String path, long promised) throws IOException {
        Socket socket = new Socket(server.getHost(), server.getPort());
        socket.setSoTimeout(20_000);
        write(
                socket,
                "POST " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Length: " + promised
                        + "\r\nContent-Type: multipart/form-data; boundary=b\r\n\r\n");
        return socket;
    }

    private static void write(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
        socket.getOutputStream().flush();
    }

    private static String start(Socket socket) throws IOException {
        InputStream answer = socket.getInputStream();
        return new String(answer.readNBytes(12), StandardCharsets.US_ASCII);
    }

    private static boolean nothingLies() throws IOException {
        if (!Files.isDirectory(INCOMING)) {
            return true;
        }
        try (Stream<Path> files = Files.list(INCOMING)) {
            return files.findAny().isEmpty();
        }
    }

    private void waitUntilNobodyIsThere() throws InterruptedException {
        for (int i = 0; i < 100 && spills.room().count() > 0; i++) {
            Thread.sleep(100);
        }
        assertThat(spills.room().count()).isZero();
    }

    @Test
    void who_hangs_up_in_the_middle_leaves_nothing_neither_on_the_disk_nor_in_the_log() throws Exception {
        try (LogForTests log = new LogForTests()) {
            Socket socket = post("/ug/submit", 10_000_000);
            write(socket, "--b\r\nContent-Disposition: form-data; name=\"what\"\r\n\r\n" + SENTINEL.repeat(20_000));
            Thread.sleep(500);
            assertThat(spills.room().count()).isEqualTo(1);
            socket.close();
            waitUntilNobodyIsThere();
            assertThat(nothingLies()).isTrue();
            assertThat(log.lines()).doesNotContain(SENTINEL, "our fault");
        }
    }

    @Test
    void a_body_longer_than_files_may_be_is_refused_in_the_language_of_the_page() throws Exception {
        try (Socket socket = post("/es/submit", 115L << 20)) {
            byte[] part = new byte[1 << 20];
            Thread sending = new Thread(() -> {
                try {
                    for (int i = 0; i < 115; i++) {
                        socket.getOutputStream().write(part);
                    }
                } catch (IOException cutOff) {
                    // Then the answer says so.
                }
            });
            sending.start();
            sending.join();
            assertThat(start(socket)).isEqualTo("HTTP/1.1 413");
            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .contains("lang=\"es\"", "demasiado de una vez");
        }
        waitUntilNobodyIsThere();
    }

    @Test
    void bodies_with_files_are_taken_where_people_report_and_nowhere_else() throws Exception {
        try (Socket desk = post("/desk/login", 5_000_000)) {
            Thread.sleep(300);
            assertThat(spills.room().count()).isZero();
        }
    }

    @Test
    void a_spill_that_a_killed_process_left_goes_at_the_next_start() throws Exception {
        Files.createDirectories(INCOMING);
        Path left = INCOMING.resolve("left.spill");
        Files.writeString(left, "unreadable");
        spills.clear(null);
        assertThat(left).doesNotExist();
    }
}
