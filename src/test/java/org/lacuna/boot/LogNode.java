package org.lacuna.boot;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.lacuna.ledger.check.CheckLog;
import org.lacuna.ledger.note.Checkpoint;
import org.lacuna.ledger.note.NoteKey;
import org.lacuna.ledger.note.SignedNote;

/** The packaged program as one that answers the public and keeps the log, in a folder of its own. */
final class LogNode implements AutoCloseable {
    static final String ORIGIN = "test.example/log";

    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    private final Path data;
    private final Map<String, String> settings = new HashMap<>();
    private int port;
    private Process process;

    LogNode(EmbeddedPostgres postgres, Path data) {
        this.data = data;
        settings.putAll(Map.of(
                "LACUNA_DATA",
                data.toString(),
                "LACUNA_ROLES",
                "public",
                "LACUNA_LOG_ORIGIN",
                ORIGIN,
                "LACUNA_BULK_WORKS",
                "false",
                "LACUNA_RECORD_IMPORT_ON_EMPTY",
                "false",
                "QUARKUS_DATASOURCE_JDBC_URL",
                postgres.jdbcUrl(),
                "QUARKUS_DATASOURCE_USERNAME",
                postgres.username(),
                "QUARKUS_DATASOURCE_PASSWORD",
                postgres.password()));
    }

    LogNode with(String setting, String value) {
        settings.put(setting, value);
        return this;
    }

    /** Starts it, and does not wait. */
    void begin() throws IOException {
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        process = builder("serve")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
                .start();
    }

    void start() throws IOException {
        begin();
        Awaitility.await().atMost(Duration.ofMinutes(5)).until(() -> {
            if (!process.isAlive()) {
                throw new IllegalStateException("it ended: " + Files.readString(log()));
            }
            return answers();
        });
    }

    private boolean answers() {
        try {
            return get("/log").statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    HttpResponse<String> get(String path) throws IOException {
        try {
            return HTTP.send(
                    HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                            .timeout(Duration.ofSeconds(10))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        } catch (InterruptedException stopping) {
            throw new IllegalStateException(stopping);
        }
    }

    /** As a power cut would end it. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** What a command of the program says. */
    String command(String... words) throws IOException {
        Process command = builder(words).redirectErrorStream(true).start();
        return new String(command.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    private ProcessBuilder builder(String... words) throws IOException {
        Files.createDirectories(data);
        ProcessBuilder builder = new ProcessBuilder(Packaged.small(words));
        builder.environment().putAll(settings);
        builder.environment().put("QUARKUS_HTTP_PORT", String.valueOf(port));
        return builder;
    }

    Path log() {
        return data.resolve("log.txt");
    }

    /** How large the log is that it has published. */
    long published() throws IOException {
        Path checkpoint = data.resolve("log/checkpoint");
        return Files.exists(checkpoint)
                ? Checkpoint.parse(
                                SignedNote.parse(Files.readAllBytes(checkpoint)).text())
                        .head()
                        .size()
                : 0;
    }

    /** Reads all of its files as anybody could; what is wrong with single entries. */
    List<String> check(NoteKey key) throws IOException, CheckLog.NotBelieved {
        CheckLog check =
                new CheckLog(path -> Files.readAllBytes(data.resolve("log").resolve(path)), key, any -> {});
        check.check(Optional.empty());
        return check.wrong();
    }

    @Override
    public void close() throws InterruptedException {
        if (process != null) {
            kill();
        }
    }
}
