package org.lacuna.publication.bulk;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.net.Socket;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.lacuna.shared.Database;

/** Over real sockets, with a file that is larger than all buffers between us and a reader. */
@QuarkusTest
class SlowReaderTest {
    private static final int READERS = 60;
    private static final long BYTES = 200_000_000;

    @TestHTTPResource("/")
    URL server;

    @Inject
    BulkSets sets;

    @Inject
    Database database;

    /** A hole in a file takes no room. */
    private Path large(BulkSet set) throws IOException {
        BulkFile file = set.files().get(0);
        Path place = sets.place(set, new BulkFile("large.bin", file.media(), BYTES, file.digest(), file.rows()));
        try (RandomAccessFile hole = new RandomAccessFile(place.toFile(), "rw")) {
            hole.setLength(BYTES);
        }
        database.change(
                "INSERT INTO bulk_file (set_name, position, name, media, bytes, digest) VALUES (?, 99, 'large.bin', ?, ?, ?)",
                set.name(),
                file.media(),
                BYTES,
                file.digest().toString());
        return place;
    }

    private static long open(Path file) throws IOException {
        try (Stream<Path> all = Files.list(Path.of("/proc/self/fd"))) {
            return all.filter(each -> {
                        try {
                            return Files.readSymbolicLink(each)
                                    .equals(file.toAbsolutePath().normalize());
                        } catch (IOException closedMeanwhile) {
                            return false;
                        }
                    })
                    .count();
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void slow_readers_hold_nobody_up_and_leave_nothing_behind_when_they_go() throws Exception {
        BulkSet set = sets.find(sets.make().orElseThrow()).orElseThrow();
        Path file = large(set).toRealPath();
        List<Socket> readers = new ArrayList<>();
        try {
            for (int i = 0; i < READERS; i++) {
                Socket socket = new Socket(server.getHost(), server.getPort());
                socket.setSoTimeout(20_000);
                socket.getOutputStream()
                        .write(("GET /bulk/" + set.name() + "/large.bin HTTP/1.1\r\nHost: localhost\r\n\r\n")
                                .getBytes(StandardCharsets.US_ASCII));
                readers.add(socket);
            }
            for (Socket reader : readers) {
                assertThat(new String(reader.getInputStream().readNBytes(12), StandardCharsets.US_ASCII))
                        .isEqualTo("HTTP/1.1 200");
            }
            assertThat(open(file)).as("all are being sent to").isEqualTo(READERS);

            long begun = System.nanoTime();
            given().get("/bulk/" + set.name() + "/cases.csv").then().statusCode(200);
            given().get("/api/v1/bulk").then().statusCode(200);
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(10));
        } finally {
            for (Socket reader : readers) {
                reader.close();
            }
        }
        await().atMost(Duration.ofSeconds(20)).until(() -> open(file) == 0);
        database.change("DELETE FROM bulk_file WHERE name = 'large.bin'");
        Files.delete(file);
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void a_transfer_under_way_breaks_off_when_the_set_is_withdrawn() throws Exception {
        BulkSet set = sets.find(sets.make().orElseThrow()).orElseThrow();
        Path file = large(set);
        try (Socket reader = new Socket(server.getHost(), server.getPort())) {
            reader.setSoTimeout(20_000);
            reader.getOutputStream()
                    .write(("GET /bulk/" + set.name() + "/large.bin HTTP/1.1\r\nHost: localhost\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            assertThat(new String(reader.getInputStream().readNBytes(12), StandardCharsets.US_ASCII))
                    .isEqualTo("HTTP/1.1 200");

            database.change("UPDATE bulk_set SET withdrawn = now() WHERE name = ?", set.name());
            sets.drop();

            assertThat(file).doesNotExist();
            assertThat(rest(reader)).isLessThan(BYTES / 2);
        }
        sets.tidy();
        assertThat(sets.all()).anySatisfy(each -> assertThat(each.replaces().map(BulkSet.Replaced::name))
                .hasValue(set.name()));
    }

    private static long rest(Socket reader) {
        try {
            return reader.getInputStream().transferTo(OutputStream.nullOutputStream());
        } catch (IOException cutOff) {
            return 0;
        }
    }
}
