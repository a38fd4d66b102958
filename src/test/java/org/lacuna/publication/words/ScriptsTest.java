package org.lacuna.publication.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lacuna.Scratch;
import org.lacuna.boot.Durability;
import org.lacuna.boot.EmbeddedPostgres;
import org.postgresql.PGConnection;

/** Real words of many languages, in a real tsvector. What PostgreSQL finds is also what is marked in the text. */
class ScriptsTest {
    private static EmbeddedPostgres postgres;
    private static Connection connection;

    @BeforeAll
    static void start() throws SQLException {
        postgres = EmbeddedPostgres.start(Scratch.folder("postgres-of-words"), Durability.FOR_TESTS);
        connection = DriverManager.getConnection(postgres.jdbcUrl(), postgres.username(), postgres.password());
    }

    @AfterAll
    static void stop() throws SQLException {
        connection.close();
        postgres.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "西藏自治区政府要求平台删除账号 | 西藏自治區",
                "西藏自治區政府要求平台刪除帳號 | 西藏自治区",
                "他在臺灣發表了一篇關於頭髮的文章 | 台湾发表",
                "台湾人权组织的账户被关闭 | 臺灣人權",
                "六四纪念活动在Zoom上被中断 | 紀念活動",
                "中国政府 | 政府",
                "2020年6月4日，政府👍 | 政府",
                "2020年6月4日，政府👍 | 2020年",
                "2020年6月4日，政府👍 | 👍",
                "６４事件 | 64事件",
                "𠮷野家の店 | 𠮷野家",
                "他入了黨。 | 党",
                "党员大会 | 黨",
                "北京市公安局 | \"公安局\"",
                "香港の民主派が凍結された | 民主派",
                "ｶﾀｶﾅで書いた | カタカナ",
                "한국에서 계정이 정지되었다 | 계정",
                "한국에서 계정이 정지되었다 | 한국",
                "ئۇيغۇر ئاپتونوم رايونى شىنجاڭ | ئۇيغۇر",
                "شىنجاڭ ئۇيغۇر ئاپتونوم رايونى | \"ئاپتونوم رايونى\"",
                "ئۇيغۇر تىلىدىكى كىتاب | کىتاب",
                "ئۇيغۇر تىلىدىكى کىتاب | كىتاب",
                "བོད་རང་སྐྱོང་ལྗོངས། | བོད",
                "བོད་རང་སྐྱོང་ལྗོངས། | རང་སྐྱོང",
                "བོད་ལྗོངས་ཀྱི་གསར་འགྱུར། | \"བོད་ལྗོངས\"",
                "བོད༌ལྗོངས | བོད་ལྗོངས",
                "تم حذف حسابه على الإنترنت | الانترنت",
                "تم حذف حسابه على الانترنت | الإنترنت",
                "حُرِّيَّةُ التعبير | حرية",
                "حرية التعبير | حُرِّيَّة",
                "مدرسة في القدس | مدرسه",
                "كتاب عربي | کتاب",
                "کتاب فارسی | كتاب",
                "علی در ایران | علي",
                "او می‌خواهم گفت | میخواهم",
                "او می‌خواهم گفت | می خواهم",
                "او میخواهم گفت | می‌خواهم",
                "او می خواهم گفت | می‌خواهم",
                "شماره ۱۲۳ | 123",
                "Всё ещё заблокирован | все еще",
                "Все еще заблокирован | Всё ещё",
                "ЁЛКА | елка",
                "İstanbul'da bir hesap kapatıldı | istanbul",
                "İstanbul'da bir hesap kapatıldı | ISTANBUL",
                "ISPARTA haberleri | ısparta",
                "ısparta haberleri | ISPARTA",
                "ığdır | IĞDIR",
                "IĞDIR | iğdir",
                "istanbul | ıstanbul",
                "Türkiye'de erişim engeli | turkiye",
                "Việt Nam chặn trang | viet nam",
                "Viet Nam chan trang | Việt Nam",
                "Bùi Văn Thuận | bui van thuan",
                "l’Express a écrit | express",
                "l'Express | L’EXPRESS",
                "Qur'an Majeed | quran",
                "Quran Majeed | Qur’an",
                "U.S. officials | US",
                "zoom.us said so | zoom",
                "zoom.us said so | zoom.us",
                "snake_case_name | case",
                "Straße | STRASSE",
                "Łódź | lodz",
                "ＦＵＬＬ width | full",
                "ﬁnance | finance",
                "การเซ็นเซอร์ในประเทศไทย | ประเทศไทย",
                "मानवाधिकार संगठन | मानवाधिकार",
                "ዜና | ዜና",
                "zero\u200bwidth so\u00adft | soft",
                "protest ✊🏿 today | ✊🏿",
            })
    void finds(String text, String query) throws SQLException {
        assertThat(found(text, query)).isTrue();
        assertThat(WordQuery.read(query).in(text)).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "西藏自治区 | 自西",
                "西藏人和自治 | 西藏自治",
                "མི་དམངས་བོད | བོད་མི",
                "ਬੋਲੀ | ਬੋਲਾ",
                "དོད | དད",
                "กา | กี",
                "ئۇيغۇر | ئويغۇر",
                "كتب | كتاب",
                "zoomed in | zoom",
                "москва | моск",
                "left. Right | leftright*",
            })
    void does_not_find(String text, String query) throws SQLException {
        assertThat(found(text, query)).isFalse();
        assertThat(WordQuery.read(query).in(text)).isEmpty();
    }

    @Test
    void whatever_is_kept_of_a_text_is_something_that_the_database_reads() throws SQLException {
        String ugly = "it''s \\ 'a':1A & | ! <-> (b) \u0000 \ud800 \udc00 " + "x".repeat(5_000) + " "
                + "漢".repeat(3_000) + " 😀".repeat(300);

        assertThat(found(ugly, "漢漢 s " + "x".repeat(300))).isTrue();
        assertThat(found(ugly, "😀")).isTrue();
    }

    @Test
    void a_text_beyond_all_limits_is_kept_as_far_as_they_go() throws SQLException {
        StringBuilder longest = new StringBuilder();
        for (int i = 0; i < 200_000; i++) {
            longest.append("word").append(i).append(" again ");
        }
        WordVector vector = new WordVector().add("A title", Weight.A).add(longest.toString(), Weight.C);

        assertThat(matches(vector, "title word1")).isTrue();
        assertThat(matches(vector, "\"word8 again word9\"")).isTrue();
        assertThat(matches(vector, "word20000")).isTrue();
        assertThat(matches(vector, "\"title word0\"")).as("two texts").isFalse();
    }

    private static boolean found(String text, String query) throws SQLException {
        return matches(new WordVector().add(text, Weight.C), query);
    }

    /** Both forms are one vector to PostgreSQL. */
    private static boolean matches(WordVector vector, String query) throws SQLException {
        keep(vector.bytes());
        try (PreparedStatement statement = connection.prepareStatement(
                "SELECT words @@ ?::tsquery, words = (?::tsvector || ?::tsvector) FROM kept")) {
            statement.setString(1, WordQuery.read(query).tsquery());
            statement.setString(2, vector.toString());
            statement.setString(3, "' mark/a' ' mark/b'");
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                assertThat(row.getBoolean(2)).as(vector.toString()).isTrue();
                return row.getBoolean(1);
            }
        }
    }

    private static void keep(VectorBytes words) throws SQLException {
        byte[] all = VectorBytes.alone(List.of(" mark/b", " mark/a", " mark/b")).with(words);
        ByteBuffer row = ByteBuffer.allocate(all.length + 32)
                .put("PGCOPY\n\u00ff\r\n\0".getBytes(StandardCharsets.ISO_8859_1))
                .putLong(0)
                .putShort((short) 1)
                .putInt(all.length)
                .put(all)
                .putShort((short) -1);
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE TEMPORARY TABLE IF NOT EXISTS kept (words tsvector); TRUNCATE kept");
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn(
                            "COPY kept FROM STDIN (FORMAT binary)",
                            new ByteArrayInputStream(row.array(), 0, row.position()));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
