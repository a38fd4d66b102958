package org.lacuna.desk.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class TotpTest {
    private static final Totp OF_THE_STANDARD = new Totp("12345678901234567890".getBytes(StandardCharsets.US_ASCII));

    @Test
    void codes_are_those_of_rfc_6238_appendix_b() {
        assertThat(OF_THE_STANDARD.code(Totp.step(Instant.ofEpochSecond(59)))).isEqualTo("287082");
        assertThat(OF_THE_STANDARD.code(Totp.step(Instant.ofEpochSecond(1_111_111_109))))
                .isEqualTo("081804");
        assertThat(OF_THE_STANDARD.code(Totp.step(Instant.ofEpochSecond(20_000_000_000L))))
                .isEqualTo("353130");
    }

    @Test
    void one_step_before_and_one_after_is_taken_and_no_other() {
        Instant now = Instant.ofEpochSecond(1_111_111_109);
        long step = Totp.step(now);
        assertThat(OF_THE_STANDARD.matching(OF_THE_STANDARD.code(step - 1), now))
                .hasValue(step - 1);
        assertThat(OF_THE_STANDARD.matching(OF_THE_STANDARD.code(step + 1), now))
                .hasValue(step + 1);
        assertThat(OF_THE_STANDARD.matching(OF_THE_STANDARD.code(step + 2), now))
                .isEmpty();
        assertThat(OF_THE_STANDARD.matching(OF_THE_STANDARD.code(step - 2), now))
                .isEmpty();
        assertThat(OF_THE_STANDARD.matching("", now)).isEmpty();
    }

    @Test
    void the_secret_is_written_as_rfc_4648_says_and_read_again() {
        assertThat(OF_THE_STANDARD.text()).isEqualTo("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
        assertThat(Base32.of("foobar".getBytes(StandardCharsets.US_ASCII))).isEqualTo("MZXW6YTBOI");
        assertThat(Base32.of("fooba".getBytes(StandardCharsets.US_ASCII))).isEqualTo("MZXW6YTB");
        Totp drawn = Totp.draw();
        assertThat(Totp.read(drawn.text()).secret()).isEqualTo(drawn.secret());
        assertThat(drawn).hasToString("a secret");
        for (String wrong : new String[] {"", "GEZDGNBV", "gezdgnbvgy3tqojqgezdgnbvgy3tqojq", "1".repeat(32)}) {
            assertThatThrownBy(() -> Totp.read(wrong)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void the_picture_has_a_margin_and_the_three_marks_in_its_corners() {
        QrPicture picture = QrPicture.of(OF_THE_STANDARD.uri("ana maria"));
        assertThat(OF_THE_STANDARD.uri("ana maria"))
                .isEqualTo("otpauth://totp/Lacuna:ana%20maria?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Lacuna");
        int far = picture.size() - 4 - 7;
        assertThat(picture.path())
                .contains("M4 4h1v1h-1z", "M" + far + " 4h1v1h-1z", "M4 " + far + "h1v1h-1z")
                .doesNotContain("M3 ", "M" + (picture.size() - 4) + " ");
    }
}
