package org.lacuna.evidence;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.file.Path;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InertPageTest {
    @TempDir
    private Path folder;

    private CopiesForTests copies;

    @BeforeEach
    void begin() {
        copies = new CopiesForTests(folder);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "<script src=https://evil.example/x.js></script>",
                "<img src=x onerror=alert(1)>",
                "<svg><script>alert(1)</script></svg>",
                "<svg><foreignObject><iframe src=https://evil.example></iframe></foreignObject></svg>",
                "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)></style>",
                "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
                "<object data=https://evil.example></object>",
                "<embed src=https://evil.example>",
                "<link rel=dns-prefetch href=https://evil.example>",
                "<link rel=stylesheet href=https://evil.example/x.css>",
                "<style>@import url(https://evil.example/x.css);</style>",
                "<p style='background:url(https://evil.example/x)'>x</p>",
                "<meta http-equiv=refresh content='0;url=https://evil.example'>",
                "<base href=https://evil.example>",
                "<form action=https://evil.example><input name=a><button>x</button></form>",
                "<a href=https://evil.example>x</a>",
                "<a href=javascript:alert(1)>x</a>",
                "<video src=https://evil.example autoplay poster=https://evil.example></video>",
                "<td background=https://evil.example>",
                "<body background=https://evil.example onload=alert(1)>",
                "<noscript><img src=https://evil.example></noscript>",
                "<template><script>alert(1)</script></template>",
                "<textarea><script>alert(1)</script></textarea>",
                "<title><script>alert(1)</script></title>",
                "<!--><script>alert(1)</script>-->",
                "<![CDATA[<script>alert(1)</script>]]>",
                "<xmp><script>alert(1)</script></xmp>",
                "<p id=main class=notice name=x data-x=y ping=https://evil.example>x</p>"
            })
    void nothing_that_a_page_can_do_is_left_of_it(String page) {
        InertPage shown = shown("<p>before</p>" + page + "<p>after</p>", "text/html; charset=utf-8");
        Document again = Jsoup.parseBodyFragment(shown.html());
        assertThat(again.select("*").stream().map(Element::normalName))
                .doesNotContain(
                        "script",
                        "style",
                        "link",
                        "iframe",
                        "object",
                        "embed",
                        "svg",
                        "math",
                        "form",
                        "input",
                        "a",
                        "img",
                        "video",
                        "base",
                        "meta",
                        "template",
                        "textarea",
                        "noscript",
                        "xmp");
        assertThat(again.body().select("*").stream()
                        .flatMap(element -> element.attributes().asList().stream())
                        .map(attribute -> attribute.getKey()))
                .isSubsetOf("lang", "dir", "colspan", "rowspan");
        assertThat(shown.html()).doesNotContain("evil.example/x", "href", "src=");
    }

    @Test
    void the_words_and_the_structure_of_a_page_stay() {
        InertPage shown = shown(
                "<title>Account</title><h1 lang=zh dir=auto>帐号</h1><ul><li>has been <b>suspended</b></li></ul>"
                        + "<table><tr><td colspan=2>a</td><td colspan=999999>b</td></tr></table><img src=x alt='a lock'>",
                "text/html; charset=utf-8");
        assertThat(shown.kind()).isEqualTo(InertPage.Kind.PAGE);
        assertThat(shown.title()).isEqualTo("Account");
        assertThat(shown.html())
                .contains("<h1 lang=\"zh\" dir=\"auto\">帐号</h1>", "<b>suspended</b>", "[picture: a lock]")
                .contains("colspan=\"2\"")
                .doesNotContain("999999");
    }

    @Test
    void a_page_that_says_nothing_without_its_scripts_is_told_from_one_that_is_empty_of_meaning() {
        InertPage shown = shown("<script>document.write('gone')</script><div id=root></div>", "text/html");
        assertThat(shown.kind()).isEqualTo(InertPage.Kind.EMPTY_PAGE);
        assertThat(shown.html()).isEmpty();
    }

    @Test
    void what_is_text_is_shown_as_it_was_sent_and_never_as_markup() {
        InertPage shown = shown("{\"reason\":\"<script>alert(1)</script> & more\"}", "application/problem+json");
        assertThat(shown.kind()).isEqualTo(InertPage.Kind.TEXT);
        assertThat(Jsoup.parseBodyFragment(shown.html()).select("pre").text())
                .isEqualTo("{\"reason\":\"<script>alert(1)</script> & more\"}");
        assertThat(shown("<svg onload=alert(1)>", "image/svg+xml").html()).doesNotContain("<svg");
        assertThat(shown("<p>no type</p>", "").kind()).isEqualTo(InertPage.Kind.TEXT);
    }

    @Test
    void what_is_no_text_is_not_shown() {
        for (String type : new String[] {"image/png", "application/pdf", "application/octet-stream", "video/mp4"}) {
            assertThat(shown("<script>alert(1)</script>", type))
                    .isEqualTo(new InertPage(InertPage.Kind.NOT_TEXT, "", "", false));
        }
        assertThat(InertPage.of(copies.answer(200, new byte[] {1, 0, 2}).opened())
                        .kind())
                .isEqualTo(InertPage.Kind.NOT_TEXT);
    }

    @Test
    void a_charset_trap_shows_the_words_and_no_markup() {
        byte[] chinese = "<p>帐号已被封停，请联系客服</p>".getBytes(Charset.forName("GB18030"));
        assertThat(InertPage.of(copies.answer(200, chinese, "Content-Type: text/html; charset=gb2312")
                                .opened())
                        .html())
                .contains("帐号已被封停");
        // as UTF-7 this would be a script; nobody reads UTF-7
        byte[] seven = "+ADw-script+AD4-alert(1)+ADw-/script+AD4-".getBytes(ISO_8859_1);
        assertThat(InertPage.of(copies.answer(200, seven, "Content-Type: text/html; charset=utf-7")
                                .opened())
                        .html())
                .doesNotContain("<script");
        byte[] wide = "\ufeff<p>wide</p><script>alert(1)</script>".getBytes(java.nio.charset.StandardCharsets.UTF_16LE);
        assertThat(InertPage.of(copies.answer(200, wide, "Content-Type: text/html; charset=utf-8")
                                .opened())
                        .html())
                .isEqualTo("<p>wide</p>");
    }

    @Test
    void a_body_that_nobody_reads_to_its_end_is_cut_and_nesting_costs_nothing() {
        String deep = "<div>".repeat(150_000) + "deep";
        InertPage shown = shown(deep, "text/html");
        assertThat(shown.cut()).isFalse();
        assertThat(shown.html()).contains("deep");
        assertThat(shown("x".repeat(InertPage.MOST + 1), "text/plain").cut()).isTrue();
    }

    private InertPage shown(String page, String type) {
        return InertPage.of((type.isEmpty()
                        ? copies.answer(200, page.getBytes(UTF_8))
                        : copies.answer(200, page.getBytes(UTF_8), "Content-Type: " + type))
                .opened());
    }
}
