package org.lacuna.desk.door;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GuessablePasswordTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "password1234",
                "Password2024!",
                "p4$$w0rd!!2023",
                "passwordpassword",
                "123456789012",
                "qwertyuiop123456",
                "1qaz2wsx3edc",
                "iloveyou1234",
                "iloveyou forever",
                "administrator1",
                "letmein-letmein",
                "abcabcabcabcabc",
                "aaaaaaaaaaaa",
                "Heftklammer2024",
                "Schmetterling!",
                "michael-jennifer",
                "football dragon",
                "Summer2024Winter2025",
                "lacuna is my monitor",
                "this is ana-maria here now",
                "пароль123456",
                "qwertzuiop-asdfghjkl",
                "0987654321098765"
            })
    void what_is_tried_first_is_refused(String password) {
        assertThat(GuessablePassword.complaint(password, "ana-maria"))
                .hasValueSatisfying(complaint -> assertThat(complaint).doesNotContain(password));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "korrekt pferd batterie heftklammer",
                "correct horse battery staple",
                "kQ8vZr2LxPw9",
                "purple elephant coffee thunder",
                "7kq2-m9xd-0wzt-h4fr-6bnv",
                "我昨天在河边看见三只白鹭",
                "вчера на реке цапля и лодка",
                "Uk7!mmz-Trof.9wq"
            })
    void what_nobody_would_think_of_is_taken(String password) {
        assertThat(GuessablePassword.complaint(password, "ana-maria")).isEmpty();
    }
}
