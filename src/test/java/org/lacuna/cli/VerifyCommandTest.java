package org.lacuna.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lacuna.ledger.check.SmallLog;
import org.lacuna.ledger.note.NoteKey;
import picocli.CommandLine;

/** Our verifier and the script in docs, which shares nothing with it, say the same. */
class VerifyCommandTest {
    @TempDir
    Path temp;

    private SmallLog log;
    private NoteKey key;
    private Path export;

    /** What a verifier said, and its exit code. */
    private record Said(int code, String text) {}

    @BeforeEach
    void a_log_of_three_hundred_changes() throws IOException {
        log = new SmallLog(temp.resolve("log"));
        key = log.key();
        for (int i = 0; i < 300; i++) {
            log.publish("case-" + i % 40, "é “text” 中文 " + i);
        }
        log.retract("case-7");
        log.write();
        export = log.export(temp.resolve("cases.ndjson"));
    }

    private void bothSay(int code, String... words) throws Exception {
        for (Said said : List.of(java(), python())) {
            assertThat(said.text()).contains(words);
            assertThat(said.code()).as(said.text()).isEqualTo(code);
        }
    }

    private Said java() {
        StringWriter out = new StringWriter();
        CommandLine command = new CommandLine(new VerifyCommand())
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(out));
        int code = command.execute(arguments("java").toArray(String[]::new));
        return new Said(code, out.toString());
    }

    private Said python() throws Exception {
        List<String> command = new ArrayList<>(List.of("python3", "docs/verify.py"));
        command.addAll(arguments("python"));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return new Said(process.exitValue(), text);
    }

    private List<String> arguments(String who) {
        return List.of(
                "--key",
                key.toString(),
                "--log",
                temp.resolve("log").toString(),
                "--export",
                export.toString(),
                "--state",
                temp.resolve("seen-by-" + who).toString());
    }

    @Test
    void a_good_log_and_its_bulk_file_are_well_and_may_grow() throws Exception {
        bothSay(0, "301 entries", "39 records of the bulk file were compared", "all is well");
        log.publish("case-new", "later");
        log.write();
        export = log.export(temp.resolve("cases.ndjson"));
        bothSay(0, "grown from 301 entries to 302", "all is well");
    }

    @Test
    void each_record_that_differs_is_named() throws Exception {
        List<String> lines = new ArrayList<>(log.lines());
        lines.replaceAll(line -> line.contains("\"case-3\"") ? line.replace("text", "test") : line);
        lines.removeIf(line -> line.contains("\"case-4\""));
        lines.add("{\"sequence\":9999,\"slug\":\"invented\"}");
        Files.write(export, lines);
        bothSay(
                1,
                "case-3: version ",
                "is not what the log commits to",
                "case-4 is missing",
                "invented: the log knows no version 9999");
    }

    @Test
    void a_changed_entry_a_shrunk_log_and_a_foreign_key_are_not_believed() throws Exception {
        bothSay(0, "all is well");
        byte[] first = log.entries().get(0);
        log.entries()
                .set(
                        0,
                        new String(first, StandardCharsets.UTF_8)
                                .replace("case-0", "case-x")
                                .getBytes(StandardCharsets.UTF_8));
        log.write();
        bothSay(1, "WRONG: ");
        log.entries().set(0, first);
        byte[] last = log.entries().remove(log.entries().size() - 1);
        log.write();
        bothSay(1, "was seen with 301 entries and has 300 now");
        log.entries().add(last);
        log.write();
        key = new SmallLog(temp).key();
        bothSay(1, "the checkpoint is not signed with the key that was given");
    }

    @Test
    void a_version_that_was_redacted_for_good_is_what_the_log_says_is_left_of_it() throws Exception {
        log.publish("case-secret", "a name");
        log.redact("case-secret", 302, "[redacted]");
        log.write();
        export = log.export(temp.resolve("cases.ndjson"));
        bothSay(0, "303 entries", "all is well");
        Files.write(
                export,
                log.lines().stream()
                        .map(line -> line.replace("[redacted]", "something else"))
                        .toList());
        bothSay(1, "case-secret: version 302 is not what the log commits to");
        log.redact("case-never", 999, "[redacted]");
        log.write();
        bothSay(1, "entry 303 replaces change 999, which is not before it");
    }

    @Test
    void an_entry_that_was_changed_after_the_signature_shows_in_the_hash() throws Exception {
        Path bundle = temp.resolve("log/tile/entries/000");
        byte[] bytes = Files.readAllBytes(bundle);
        bytes[40] ^= 1;
        Files.write(bundle, bytes);
        bothSay(1, "do not come to the hash of the checkpoint");
    }

    @Test
    void a_new_key_is_believed_when_the_old_one_says_so() throws Exception {
        log.handOver();
        log.publish("case-new", "later");
        log.write();
        export = log.export(temp.resolve("cases.ndjson"));
        bothSay(0, "303 entries", "all is well");
        key = log.key();
        bothSay(0, "all is well");
    }

    @Test
    void what_cannot_be_read_is_said_so() {
        key = log.key();
        StringWriter out = new StringWriter();
        CommandLine command = new CommandLine(new VerifyCommand()).setErr(new PrintWriter(out));
        Said said = new Said(
                command.execute(
                        "--key",
                        key.toString(),
                        "--log",
                        temp.resolve("nothing").toString()),
                out.toString());
        assertThat(said.code()).isEqualTo(2);
        assertThat(said.text()).contains("could not be checked");
    }
}
