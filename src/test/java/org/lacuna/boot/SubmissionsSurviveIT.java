package org.lacuna.boot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The packaged program is killed again and again while people send reports with files. Whoever got an answer is not
 * forgotten, whoever tried again is there once, and nothing readable or half is left. How many kills and reports is set
 * with {@code lacuna.kills} and {@code lacuna.reports}; the usual run keeps to a few.
 */
class SubmissionsSurviveIT {
    private static final int KILLS = Integer.getInteger("lacuna.kills", 1);
    private static final int REPORTS = Integer.getInteger("lacuna.reports", 20);
    private static final int PEOPLE = 4;
    private static final String SENTINEL = "sentinel-8842-survives";
    private static final Pattern RECOVERY_KEY = Pattern.compile("AGE-SECRET-KEY-1[A-Z0-9]+");
    private static final String BOUNDARY = "----boundary7MA4YWxk";

    @TempDir
    Path folder;

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final ConcurrentLinkedQueue<String> acknowledged = new ConcurrentLinkedQueue<>();
    private final AtomicInteger next = new AtomicInteger();
    private final Random random = new Random(42);
    private int port;
    private volatile Process program;

    @AfterEach
    void stop() throws Exception {
        if (program != null) {
            program.destroy();
            if (!program.waitFor(60, TimeUnit.SECONDS)) {
                program.destroyForcibly().waitFor();
            }
        }
    }

    @Test
    void whoever_got_an_answer_is_not_forgotten_and_nobody_is_there_twice() throws Exception {
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        Files.createDirectories(folder.resolve("tmp"));
        start();
        ExecutorService people = Executors.newFixedThreadPool(PEOPLE);
        List<Future<?>> all = new ArrayList<>();
        for (int i = 0; i < PEOPLE; i++) {
            all.add(people.submit(this::report));
        }
        for (int kill = 1; kill <= KILLS; kill++) {
            int until = REPORTS * kill / (KILLS + 1);
            Awaitility.await().atMost(Duration.ofMinutes(10)).until(() -> {
                for (Future<?> each : all) {
                    if (each.isDone()) {
                        each.get(); // whoever failed says why, instead of being waited for
                    }
                }
                return acknowledged.size() >= until;
            });
            Thread.sleep(random.nextInt(1_000));
            program.destroyForcibly().waitFor();
            start();
        }
        for (Future<?> each : all) {
            each.get(10, TimeUnit.MINUTES);
        }
        people.shutdown();

        assertThat(acknowledged).doesNotHaveDuplicates().hasSize(REPORTS);
        stop();
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(folder.resolve("data/postgres"), Durability.DURABLE)) {
            Rows rows = new Rows(postgres);
            assertThat(rows.count("SELECT count(*) FROM submission")).isEqualTo(REPORTS);
            assertThat(rows.count("SELECT count(*) FROM submission_item WHERE kind = 'file'"))
                    .as("each with its file")
                    .isEqualTo(REPORTS);
        }
        assertThat(command("fsck")).contains("nothing is readable, half, or without a key");
        assertThat(filesHolding(SENTINEL)).isEmpty();
        assertThat(leftOver("incoming")).isEmpty();

        assertTheRecoveryKeyOpensThem();
    }

    /** On the console of the packaged program, as on the day on which all editors have lost their keys. */
    private void assertTheRecoveryKeyOpensThem() throws IOException {
        Path key = folder.resolve("recovery-key");
        Files.writeString(
                key,
                RECOVERY_KEY
                        .matcher(Files.readString(folder.resolve("log")))
                        .results()
                        .findFirst()
                        .orElseThrow()
                        .group());
        assertThat(command("editor-password", "editor")).containsPattern("[a-z0-9]{4}(-[a-z0-9]{4}){4}");
        assertThat(command("recovery", "give", "editor", "--key-file=" + key))
                .contains(REPORTS + " submissions given to editor");
        assertThat(command("audit", "check")).contains("lines are whole");
    }

    /** Sends one report after the other, each until it is answered. */
    private void report() {
        List<String> words = words();
        for (int number = next.getAndIncrement(); number < REPORTS; number = next.getAndIncrement()) {
            String receipt = receipt(words, number);
            while (!send(receipt)) {
                pause();
            }
            acknowledged.add(receipt);
        }
    }

    /** Seven words that no other report has. */
    private static String receipt(List<String> words, int number) {
        Random mine = new Random(number);
        return String.join(
                " ",
                Stream.generate(() -> words.get(mine.nextInt(words.size())))
                        .limit(7)
                        .toList());
    }

    private static List<String> words() {
        try (Stream<String> lines = Files.lines(Path.of("src/main/resources/intake/words.txt"))) {
            return lines.filter(line -> !line.startsWith("#")).toList();
        } catch (IOException absent) {
            throw new IllegalStateException(absent);
        }
    }

    private boolean send(String receipt) {
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/submit"))
                    .timeout(Duration.ofSeconds(30))
                    .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                    .POST(HttpRequest.BodyPublishers.ofByteArray(body(receipt)))
                    .build();
            HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isIn(200, 503);
            return answer.statusCode() == 200;
        } catch (IOException killed) {
            return false;
        } catch (InterruptedException stopping) {
            throw new IllegalStateException(stopping);
        }
    }

    private static byte[] body(String receipt) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        Map.of(
                        "step", "send",
                        "receipt", receipt,
                        "what", SENTINEL + " what happened",
                        "subject", "@somebody",
                        "platform", "zoom",
                        "may-facts", "on")
                .forEach((name, value) -> body.writeBytes(("--" + BOUNDARY
                                + "\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n")
                        .getBytes(StandardCharsets.UTF_8)));
        body.writeBytes(("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"files\"; filename=\"" + SENTINEL
                        + ".txt\"\r\nContent-Type: text/plain\r\n\r\n"
                        + (SENTINEL + " in a file\n").repeat(20_000) + "\r\n--" + BOUNDARY + "--\r\n")
                .getBytes(StandardCharsets.UTF_8));
        return body.toByteArray();
    }

    private static void pause() {
        try {
            Thread.sleep(200);
        } catch (InterruptedException stopping) {
            throw new IllegalStateException(stopping);
        }
    }

    private void start() throws IOException {
        program = builder("serve")
                .redirectErrorStream(true)
                .redirectOutput(
                        ProcessBuilder.Redirect.appendTo(folder.resolve("log").toFile()))
                .start();
        Awaitility.await().atMost(Duration.ofMinutes(5)).until(this::answers);
    }

    private boolean answers() {
        assertThat(program.isAlive()).as("the program runs").isTrue();
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/submit"))
                    .timeout(Duration.ofSeconds(5))
                    .build();
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException | InterruptedException notYet) {
            return false;
        }
    }

    private String command(String... words) throws IOException {
        Process process =
                builder(words).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    private ProcessBuilder builder(String... command) {
        ProcessBuilder builder = new ProcessBuilder(
                Packaged.command(List.of("-Xmx384m", "-Djava.io.tmpdir=" + folder.resolve("tmp")), command));
        builder.environment()
                .putAll(Map.of(
                        "LACUNA_DATA",
                        folder.resolve("data").toString(),
                        "LACUNA_ROLES",
                        "public,intake,desk",
                        "LACUNA_INTAKE_REPORTS_PER_MINUTE",
                        "100000",
                        "QUARKUS_HTTP_PORT",
                        String.valueOf(port)));
        return builder;
    }

    private List<Path> leftOver(String name) throws IOException {
        Path place = folder.resolve("data").resolve(name);
        if (!Files.isDirectory(place)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(place)) {
            return files.toList();
        }
    }

    private List<Path> filesHolding(String text) throws IOException {
        List<Path> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (read(file).contains(text)) {
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
