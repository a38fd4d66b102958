package org.lacuna.evidence.copies;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import org.junit.jupiter.api.Test;
import org.lacuna.evidence.copies.Copy.Made;
import org.lacuna.evidence.files.FileKind;

class TextCopyTest {
    @Test
    void any_encoding_we_take_comes_out_as_utf_8_without_a_mark() throws IOException {
        for (Charset each : new Charset[] {UTF_8, UTF_16LE, UTF_16BE}) {
            assertThat(copy("\ufeff你的账号\r\nئۇيغۇرچە".getBytes(each))).isEqualTo("你的账号\nئۇيغۇرچە");
        }
    }

    @Test
    void what_turns_other_characters_around_is_left_out() throws IOException {
        assertThat(copy("a\u202eb\u202cc\u2066d\u2069e\u202af".getBytes(UTF_8))).isEqualTo("abcdef");
    }

    @Test
    void invisible_marks_by_which_a_text_can_be_traced_are_left_out() throws IOException {
        String tag = new String(Character.toChars(0xe0041)) + new String(Character.toChars(0xe0101));

        assertThat(copy(("a\u200bb\u2060c\ufeffd\u00ade\u3164f\u034f" + tag).getBytes(UTF_8)))
                .isEqualTo("abcdef");
    }

    @Test
    void what_scripts_need_stays() throws IOException {
        String needed = "نامه\u200cها \u200e(1)\u200f \u06dd١ 👩\u200d💻 བོད་ཡིག ❤\ufe0f \ue000";

        assertThat(copy(needed.getBytes(UTF_8))).isEqualTo(needed);
    }

    @Test
    void lines_end_as_lines_and_control_characters_are_left_out() throws IOException {
        assertThat(copy("a\rb\fc\u2028d\te\u0085f\u0007\u009bg".getBytes(UTF_8)))
                .isEqualTo("a\nb\nc\nd\te\nfg");
    }

    @Test
    void a_worker_does_the_same() throws IOException {
        Copy copy = new PublicFileCopies(Limits.usual())
                .make(new ByteArrayInputStream("a\u202eb 你好".getBytes(UTF_8)), FileKind.TEXT);

        assertThat(copy).isInstanceOfSatisfying(Made.class, made -> {
            assertThat(made.kind()).isEqualTo(FileKind.TEXT);
            assertThat(new String(made.bytes(), UTF_8)).isEqualTo("ab 你好");
        });
    }

    private static String copy(byte[] original) throws IOException {
        return new String(((Made) TextCopy.of(original)).bytes(), UTF_8);
    }
}
