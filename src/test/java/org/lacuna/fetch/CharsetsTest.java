package org.lacuna.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lacuna.Corpus;

class CharsetsTest {
    @ParameterizedTest
    @CsvSource({
        "gb2312, GB18030, 账号已被冻结",
        "GBK, GB18030, 帳號㐂",
        "big5, Big5-HKSCS, 帳號已被停用",
        "euc-kr, x-windows-949, 계정이 정지되었습니다 똠",
        "Shift_JIS, windows-31j, このアカウントは凍結されています①",
        "euc-jp, EUC-JP, アカウント凍結",
        "windows-1256, windows-1256, تم تعليق الحساب پ",
        "windows-1251, windows-1251, Аккаунт заблокирован",
        "koi8-r, KOI8-R, Аккаунт заблокирован",
        "iso-8859-9, windows-1254, Hesap askıya alındı",
        "iso-8859-1, windows-1252, “gesperrt” für 5 €",
        "tis-620, x-windows-874, บัญชีถูกระงับ",
    })
    void a_label_means_what_it_means_to_a_browser(String label, String charset, String text) {
        byte[] body = text.getBytes(Charset.forName(charset));
        assertThat(Charsets.decode(body, Optional.of("text/html; charset=" + label)))
                .isEqualTo(text);
        byte[] page = ("<html><meta http-equiv='Content-Type' content='text/html; charset=" + label + "'>" + text)
                .getBytes(Charset.forName(charset));
        assertThat(Charsets.decode(page, Optional.of("text/html"))).endsWith(text);
    }

    @Test
    void a_byte_order_mark_beats_the_header_and_is_not_part_of_the_text() {
        byte[] utf16 = "\uFEFFсчет".getBytes(StandardCharsets.UTF_16LE);
        byte[] utf8 = "\uFEFFé".getBytes(StandardCharsets.UTF_8);
        assertThat(Charsets.decode(utf16, Optional.of("text/html; charset=utf-8")))
                .isEqualTo("счет");
        assertThat(Charsets.decode(utf8, Optional.of("text/html; charset=latin1")))
                .isEqualTo("é");
    }

    @Test
    void the_header_s_latin_default_yields_to_the_page_s_own_charset() {
        byte[] body = "<meta charset=big5>帳號已被停用".getBytes(Charset.forName("Big5"));
        assertThat(Charsets.decode(body, Optional.of("text/html; charset=ISO-8859-1")))
                .endsWith("帳號已被停用");
    }

    @Test
    void two_characters_that_happen_to_be_utf_8_stay_what_the_header_says() {
        byte[] body = "联通".getBytes(Charset.forName("GBK"));
        assertThat(Charsets.decode(body, Optional.of("text/html; charset=gbk"))).isEqualTo("联通");
    }

    @Test
    void one_damaged_byte_does_not_change_the_charset() throws Exception {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.write("账号已被冻结账号已被冻结".getBytes(Charset.forName("GBK")));
        body.write(0xff);
        assertThat(Charsets.decode(body.toByteArray(), Optional.of("text/html; charset=gbk")))
                .startsWith("账号已被冻结");
    }

    @Test
    void without_any_word_it_is_utf_8_or_else_western() {
        assertThat(Charsets.decode("né".getBytes(StandardCharsets.UTF_8), Optional.empty()))
                .isEqualTo("né");
        assertThat(Charsets.decode("né".getBytes(StandardCharsets.ISO_8859_1), Optional.empty()))
                .isEqualTo("né");
        assertThat(Charsets.decode(new byte[0], Optional.empty())).isEmpty();
    }

    @Test
    void a_charset_in_a_comment_or_one_that_no_browser_reads_says_nothing() {
        byte[] body = "<!-- <meta charset=big5> --><p>é</p>".getBytes(StandardCharsets.UTF_8);
        assertThat(Charsets.decode(body, Optional.empty())).endsWith("<p>é</p>");
        assertThat(Charsets.decode("+ADw-".getBytes(), Optional.of("text/html; charset=utf-7")))
                .isEqualTo("+ADw-");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "euc-kr.xml | application/xml | \ub144",
                "http_text_xml_charset_2.xml | text/xml; charset=windows-1252 | \u201ctest.\u201d",
                "demoronize-1.xml | application/xml | don",
                "utf-16le-bom.xml | application/xml | Well",
                "utf-16be-bom.xml | application/xml | Well",
                "utf-8-bom.xml | application/xml | Well",
                "big5.xml | application/xml | big5",
                "http_application_atom_xml_gb2312_charset.xml | application/atom+xml;charset='gb2312' | gb2312",
            })
    void other_people_s_feeds_are_read_in_their_charset(String file, String type, String text) throws Exception {
        byte[] feed = Files.readAllBytes(Corpus.folder("feeds").resolve("feedparser/encoding/" + file));
        assertThat(Charsets.decode(feed, Optional.of(type))).contains(text).doesNotStartWith("\uFEFF");
    }
}
