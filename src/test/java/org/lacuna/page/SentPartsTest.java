package org.lacuna.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lacuna.page.SentParts.State;

class SentPartsTest {
    private static final String TYPE = "multipart/form-data; boundary=b";

    @TempDir
    Path folder;

    private static String field(String name, String value) {
        return "--b\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n";
    }

    private static String file(String name, String content) {
        return "--b\r\nContent-Disposition: form-data; name=\"files\"; filename=\"" + name
                + "\"\r\nContent-Type: text/plain\r\n\r\n" + content + "\r\n";
    }

    private interface Looking {
        void at(SentParts parts) throws IOException;
    }

    private void with(byte[] body, Looking looking) throws IOException {
        try (Spill spill = Spill.in(folder)) {
            spill.append(body);
            spill.end();
            looking.at(new SentParts(spill, TYPE));
        }
    }

    private void with(String body, Looking looking) throws IOException {
        with(body.getBytes(StandardCharsets.UTF_8), looking);
    }

    private static List<String> files(SentParts parts) throws IOException {
        List<String> files = new ArrayList<>();
        parts.files((name, bytes) -> files.add(name + "=" + new String(bytes.readAllBytes(), StandardCharsets.UTF_8)));
        return files;
    }

    @Test
    void fields_and_files_are_told_apart_in_any_order() throws IOException {
        with(file("a.txt", "A") + field("what", "gone, 封了") + file("", "") + file("b.txt", "") + "--b--\r\n", parts -> {
            SentParts.Fields fields = parts.fields();
            assertThat(fields.state()).isEqualTo(State.WHOLE);
            assertThat(fields.form().value("what")).isEqualTo("gone, 封了");
            assertThat(fields.files()).isEqualTo(2);
            assertThat(files(parts)).containsExactly("a.txt=A", "b.txt=");
        });
    }

    @Test
    void a_body_cut_at_any_byte_is_broken_and_says_so() throws IOException {
        byte[] whole = (field("what", "gone") + file("a.txt", "AAAA") + "--b--").getBytes(StandardCharsets.UTF_8);
        with(whole, parts -> assertThat(parts.fields().state()).isEqualTo(State.WHOLE));
        for (int cut = 0; cut < whole.length; cut++) {
            int at = cut;
            with(Arrays.copyOf(whole, cut), parts -> assertThat(parts.fields().state())
                    .as("cut at " + at)
                    .isEqualTo(State.BROKEN));
        }
    }

    @Test
    void what_is_read_of_a_broken_body_is_kept_and_its_files_are_an_error() throws IOException {
        with(field("what", "gone") + file("a.txt", "AAAA"), parts -> {
            assertThat(parts.fields().form().value("what")).isEqualTo("gone");
            assertThatThrownBy(() -> files(parts)).isInstanceOf(IOException.class);
        });
    }

    @Test
    void too_many_fields_bytes_or_files_are_too_many() throws IOException {
        with(field("what", "gone") + file("f", "x").repeat(101) + "--b--\r\n", parts -> {
            assertThat(parts.fields().state()).isEqualTo(State.TOO_MANY);
            assertThat(parts.fields().form().value("what")).isEqualTo("gone");
        });
        StringBuilder fields = new StringBuilder();
        for (int i = 0; i <= FormEncoding.MOST_FIELDS; i++) {
            fields.append(field("f" + i, "x"));
        }
        with(fields + "--b--\r\n", parts -> assertThat(parts.fields().state()).isEqualTo(State.TOO_MANY));
        with(
                field("what", "x".repeat(ArrivingBody.MOST_BYTES + 1)) + "--b--\r\n",
                parts -> assertThat(parts.fields().state()).isEqualTo(State.TOO_MANY));
    }

    @Test
    void control_signs_in_fields_and_names_are_marked() throws IOException {
        with(field("what", "a\u0000b\r\nc") + file("x\u0007.txt", "A") + "--b--\r\n", parts -> {
            assertThat(parts.fields().form().value("what")).isEqualTo("a\uFFFDb\nc");
            assertThat(files(parts)).containsExactly("x\uFFFD.txt=A");
        });
    }
}
