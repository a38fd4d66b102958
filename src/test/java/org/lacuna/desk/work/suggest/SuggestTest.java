package org.lacuna.desk.work.suggest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuggestTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            EMAIL     | write to me at li.ming+news@example.org please           | li.ming+news@example.org
            EMAIL     | 请写信到 张三@例子.中国 谢谢                                | 张三@例子.中国
            PHONE     | they called from +86 138 0013 8000 at night              | +86 138 0013 8000
            PHONE     | 他们用13800138000打来                                      | 13800138000
            PHONE     | beni 0532 123 45 67 numarasından aradılar                | 0532 123 45 67
            PHONE     | звонили с +7 495 123-45-67                               | +7 495 123-45-67
            ID_NUMBER | 身份证11010519491231002X被登记                              | 11010519491231002X
            ID_NUMBER | number 11010519491231002X was noted                      | 11010519491231002X
            ID_NUMBER | kimlik 10000000146 yazıldı                               | 10000000146
            ID_NUMBER | mi DNI es 12345678Z                                      | 12345678Z
            ID_NUMBER | passport E12345678                                       | E12345678
            ID_NUMBER | IBAN DE89 3704 0044 0532 0130 00 was frozen              | DE89 3704 0044 0532 0130 00
            ID_NUMBER | card 4111 1111 1111 1111                                 | 4111 1111 1111 1111
            ID_NUMBER | A123456789 in Taipei                                     | A123456789
            RELATIVE  | they took my younger brother Ablet Tursun away           | my younger brother Ablet Tursun
            RELATIVE  | 我妈妈王秀英，被带走                                          | 我妈妈王秀英
            RELATIVE  | annem Ayşe Yılmaz çağrıldı                               | annem Ayşe Yılmaz
            RELATIVE  | вызвали мою сестру Айгуль в полицию                      | мою сестру Айгуль
            RELATIVE  | llamaron a mi madre María                                | mi madre María
            """)
    void what_may_give_a_person_away_is_pointed_at(Suggestion.Kind kind, String text, String part) {
        assertThat(Suggest.in(text)).anySatisfy(found -> {
            assertThat(found.kind()).isEqualTo(kind);
            assertThat(found.in(text)).isEqualTo(part);
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            The account was suspended on 2020-06-07 and restored on 2020-06-10.
            Zoom wrote that 3 of 4 meetings were ended on 4 June 2020 at 19:30.
            在2020年6月7日被封，6月10日恢复。
            DECISION_ACCOUNT_SUSPENDED, worldwide, 1,000 followers, 12345 views
            The number 110105194912310021 has a wrong check digit.
            """)
    void an_ordinary_text_is_left_alone(String text) {
        assertThat(Suggest.in(text).stream().map(found -> found.kind() + " " + found.in(text)))
                .isEmpty();
    }

    @Test
    void parts_do_not_overlap_and_come_in_the_order_of_the_text() {
        String text = "my sister Anna, anna@example.org, +44 20 7946 0958, E12345678";
        List<Suggestion> found = Suggest.in(text);
        assertThat(found).hasSize(4).isSortedAccordingTo(java.util.Comparator.comparingInt(Suggestion::from));
        for (int i = 1; i < found.size(); i++) {
            assertThat(found.get(i).from())
                    .isGreaterThanOrEqualTo(found.get(i - 1).to());
        }
    }

    @Test
    void a_hostile_text_keeps_nobody_waiting() {
        for (String part : List.of("a@", "1 ", "my mother ", "A1", "+86 ", "我妈妈", "a.a@a.a.", "DE89 ")) {
            String text = part.repeat(20_000 / part.length());
            Assertions.assertTimeoutPreemptively(Duration.ofSeconds(20), () -> Suggest.in(text), part);
        }
    }
}
