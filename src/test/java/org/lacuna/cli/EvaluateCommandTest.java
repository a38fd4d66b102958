package org.lacuna.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class EvaluateCommandTest {
    private static final String COLUMNS = "file,platform,outcome,accept,url,http_status,content_type";
    private static final String HEADER = "file,platform,truth,said,rule,correct";

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void each_page_is_one_line_and_the_sums_are_told_apart_from_them() throws IOException {
        page("a.html", "<p>An article</p>");
        int code = evaluate(
                COLUMNS,
                "a.html,github,not-found,not-found|unclear,https://github.com/x,404,text/html",
                "a.html,any-site,withheld,,https://a.example/,451,text/html",
                "a.html,no-such-platform,available,available|unclear,,,",
                "a.html,zoom,available,,https://zoom.us/,200,text/html");

        assertThat(code).isZero();
        assertThat(lines())
                .containsExactly(
                        HEADER,
                        "a.html,github,not-found,not-found,github#n,true",
                        "a.html,any-site,withheld,withheld,any-site#n,true",
                        "a.html,no-such-platform,available,unclear,,true",
                        "a.html,zoom,available,unclear,,false");
        assertThat(err.toString().lines()).containsExactly("pages 4", "correct 3", "unclear 2", "false-alarms 0");
    }

    @Test
    void a_block_that_the_index_does_not_accept_is_a_false_alarm() throws IOException {
        page("a.html", "<p>An article</p>");

        assertThat(evaluate(COLUMNS, "a.html,x,available,available|unclear,,451,"))
                .isZero();
        assertThat(err.toString()).contains("correct 0").contains("false-alarms 1");
    }

    @Test
    void columns_come_in_any_order_with_others_between_them_and_after_a_byte_order_mark() throws IOException {
        page("sub/b,\u4e2d.html", "gone");
        int code = evaluate(
                "\uFEFFnote,content_type,http_status,url,accept,outcome,platform,file",
                "\"two\nlines\",,404,,,not-found,reddit,\"sub/b,\u4e2d.html\"");

        assertThat(code).isZero();
        assertThat(lines()).last().isEqualTo("\"sub/b,\u4e2d.html\",reddit,not-found,not-found,reddit#n,true");
    }

    @Test
    void headers_are_read_where_the_index_has_them() throws IOException {
        page("a.html", "<p>An article</p>");
        String link = "<https://court.example/>; rel=\"\"blocked-by\"\"";
        evaluate(
                COLUMNS + ",headers,header_link",
                "a.html,any-site,withheld,,,451,,\"{\"\"Link\"\": \"\"<https://c.example/>; rel=blocked-by\"\"}\",",
                "a.html,any-site,withheld,,,451,,\"Server: x\nLink: " + link + "\",",
                "a.html,any-site,withheld,,,451,,,\"" + link + "\"");

        assertThat(lines())
                .hasSize(4)
                .filteredOn(line -> !line.equals(HEADER))
                .allMatch(line -> line.contains("any-site#n"));
        assertThat(err.toString()).doesNotContain("expected");
    }

    @Test
    void what_cannot_be_read_is_told_and_the_others_are_read_all_the_same() throws IOException {
        page("a.html", "<p>An article</p>");
        Files.write(folder.resolve("broken.html"), new byte[] {(byte) 0xff, (byte) 0xfe, 0, (byte) 0xd8, 'x'});
        Files.createDirectories(folder.resolve("sub"));
        int code = evaluate(
                COLUMNS,
                "missing.html,x,available,,,200,",
                "sub,x,available,,,200,",
                "broken.html,x,unclear,,not a url {at all},200,text/html; charset=nonsense",
                "a.html,x,unclear,,http://[,4xx,",
                "a.html,x,gone,,,200,",
                "a.html,x,unclear",
                "a.html,x,unclear,,,,,,,,too,many");

        assertThat(code).isEqualTo(1);
        assertThat(lines())
                .hasSize(8)
                .contains("missing.html,x,available,no-answer,,false")
                .contains("sub,x,available,no-answer,,false");
        assertThat(err.toString())
                .contains(":2: expected a page that can be read at 'missing.html', found NoSuchFileException")
                .contains(":3: expected a page of at most")
                .contains(":5: expected an HTTP status of three digits or nothing, found '4xx'")
                .contains(":6: expected an outcome such as available or not-found, found 'gone'")
                .contains("pages 7")
                .endsWith("unread 2\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"file", "platform", "outcome", "accept", "url", "http_status", "content_type"})
    void a_column_that_is_missing_is_named_and_nothing_is_printed(String column) throws IOException {
        assertThat(evaluate(COLUMNS.replace(column, "other"), "a,b,c,d,e,f,g")).isEqualTo(2);
        assertThat(err.toString())
                .contains("index.csv:1: expected the columns [file, platform")
                .contains("without [" + column + "]");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void an_index_without_pages_has_none_and_an_empty_file_is_no_index() throws IOException {
        assertThat(evaluate(COLUMNS)).isZero();
        assertThat(lines()).containsExactly(HEADER);
        assertThat(err.toString()).contains("pages 0");
        assertThat(evaluate("")).isEqualTo(2);
    }

    @Test
    void it_is_answered_before_anything_is_up() {
        assertThat(new PicocliReader().answer("crawlers", "evaluate", "--index", "nowhere.csv"))
                .isEqualTo(OptionalInt.of(2));
        assertThat(new PicocliReader().answer("crawlers")).isEqualTo(OptionalInt.of(2));
        assertThat(new PicocliReader().answer("serve")).isEmpty();
    }

    private void page(String name, String body) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, body);
    }

    private int evaluate(String... lines) throws IOException {
        Path index = Files.write(folder.resolve("index.csv"), List.of(lines), StandardCharsets.UTF_8);
        return new CommandLine(LacunaCommand.class)
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute("crawlers", "evaluate", "--index", index.toString());
    }

    /** Which of its rules a definition names is its own affair. */
    private List<String> lines() {
        return out.toString().replaceAll("#\\d+,", "#n,").lines().toList();
    }
}
