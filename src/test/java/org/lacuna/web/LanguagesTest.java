package org.lacuna.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.select.Elements;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lacuna.page.Say;
import org.lacuna.page.language.Language;
import org.lacuna.page.language.TranslatedPages;

@QuarkusTest
class LanguagesTest {
    private static final List<String> PAGES = List.of(
            "/",
            "/cases?status=restored&country=CN",
            "/cases?q=zoom",
            "/cases/zoom-humanitarian-china-2020",
            "/cases/zoom-lee-cheuk-yan-2020?asOf=2100-01-01",
            "/incidents/zoom-june-fourth-2020",
            "/platforms",
            "/platforms/zoom",
            "/platforms/youtube",
            "/countries",
            "/countries/CN",
            "/corrections",
            "/reachable?url=https://www.youtube.com/watch?v=none",
            "/reports",
            "/reports/restrictions-by-month",
            "/methods",
            "/about",
            "/data",
            "/log",
            "/bulk");

    private static Response get(String path) {
        return given().accept("text/html").redirects().follow(false).get(path);
    }

    private static Document page(String path) {
        Response answer = get(path);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return Jsoup.parse(answer.asString());
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void every_page_is_there_in_every_language_and_stays_in_it(Language language) {
        for (String path : PAGES) {
            String address = language.path(path);
            Document page = page(address);
            assertThat(page.select("html").attr("lang")).as(address).isEqualTo(language.tag());
            assertThat(page.select("html").attr("dir")).as(address).isEqualTo(language.direction());
            assertThat(page.select("h1")).as(address).hasSize(1);
            assertThat(page.text())
                    .as(address)
                    .doesNotContain("NOT_FOUND", "Optional[", "DECISION_", "{text", "{count");
            assertThat(page.select(".skip").text()).isEqualTo(Say.in(language).of("layout.skip"));
            assertThat(page.select("header a, main nav a, main .list h3 a, footer ul:first-of-type a")
                            .eachAttr("href"))
                    .as(address)
                    .filteredOn(href -> href.startsWith("/") && !href.startsWith("/api/"))
                    .filteredOn(
                            href -> language != Language.ENGLISH && TranslatedPages.has(href.replaceAll("[?#].*", "")))
                    .filteredOn(href ->
                            page.select(".languages a[href=\"" + href + "\"]").isEmpty())
                    .isEmpty();
        }
    }

    @Test
    void a_page_names_its_versions_and_the_menu_keeps_page_and_query() {
        Document page = page("/zh-Hans/cases?status=restored&country=CN");
        assertThat(page.select("link[rel=canonical]").eachAttr("href"))
                .containsExactly("/zh-Hans/cases?status=restored&country=CN");
        assertThat(page.select("link[rel=alternate][hreflang]").eachAttr("hreflang"))
                .containsExactlyInAnyOrder("en", "x-default", "zh-Hans", "zh-Hant", "ug", "bo", "tr", "ru", "es");
        assertThat(page.select("link[hreflang=ug]").attr("href")).isEqualTo("/ug/cases?status=restored&country=CN");
        assertThat(page.select(".languages a[lang], .languages li[lang=ug] a").attr("href"))
                .isEqualTo("/ug/cases?status=restored&country=CN");
        assertThat(page.select(".languages li")).hasSize(8);
        assertThat(page.select(".languages [aria-current]").text()).isEqualTo("简体中文");
        assertThat(page("/ug").select(".languages li[lang=en] a").attr("href")).isEqualTo("/");
        assertThat(page("/cases?q=zoom").select("link[rel=canonical], link[hreflang]"))
                .as("what somebody looks for is told to no search engine")
                .isEmpty();
    }

    @Test
    void days_numbers_and_words_are_those_of_the_language() {
        String chinese = page("/zh-Hans/cases/zoom-humanitarian-china-2020").text();
        assertThat(chinese).contains("2020年6月7日被 Zoom 停用（全球）；3 天后恢复", "已恢复", "媒体询问之后");
        String russian = page("/ru/cases/zoom-humanitarian-china-2020").text();
        assertThat(russian).contains("7 июня 2020", "3 дня", "Восстановлено", "Аккаунт заблокирован");
        assertThat(page("/es/countries/CN").select("h1").text()).isEqualTo("China");
        assertThat(page("/tr/countries/US").select("h1").text()).isEqualTo("Amerika Birleşik Devletleri");
        assertThat(page("/zh-Hant/cases").select("select[name=status] option").eachText())
                .contains("受限", "已恢復");
    }

    @Test
    void what_stands_on_the_record_keeps_its_own_language() {
        Document page = page("/ug/cases/zoom-humanitarian-china-2020");
        assertThat(page.select("html[dir=rtl]")).hasSize(1);
        assertThat(page.select(".timeline .line p[lang=en][dir=auto]")).isNotEmpty();
        assertThat(page("/ug/incidents/linkedin-zhou-fengsuo-2019")
                        .select("[lang=nl][dir=ltr]")
                        .eachText())
                .anyMatch(text -> text.contains("LinkedIn herstelt account"));
        assertThat(page("/bo/reports/restrictions-by-month").select(".notice").eachText())
                .contains(Say.in(Language.TIBETAN).of("layout.english-only"));
    }

    @ParameterizedTest
    @EnumSource
    void a_long_text_is_in_the_language_of_its_page(Language language) throws IOException {
        for (String name : List.of("methods", "data", "log")) {
            Path prose = Path.of("src/main/resources/templates/web/prose", language.tag(), name + ".html");
            Elements written = Jsoup.parseBodyFragment(Files.readString(prose)).select("h2");
            Document page = page(language.path("/" + name));
            assertThat(page.select("main h2").eachText()).as(name).containsAll(written.eachText());
            assertThat(page.select("main [lang], main .notice")).as(name).isEmpty();
        }
    }

    @Test
    void a_chart_speaks_the_language_of_its_page() {
        assertThat(page("/zh-Hans/cases/zoom-humanitarian-china-2020")
                        .select(".take a")
                        .eachAttr("href"))
                .contains("/zh-Hans/cases/zoom-humanitarian-china-2020/course.svg");
        assertThat(get("/zh-Hans/cases/zoom-humanitarian-china-2020/course.svg").asString())
                .contains("案例经过（按比例）");
        assertThat(get("/cases/zoom-humanitarian-china-2020/course.svg").asString())
                .contains("The course of the case");
    }

    @Test
    void what_is_not_there_is_said_in_the_language_of_the_address() {
        Response unknown = get("/ru/cases/nobody");
        assertThat(unknown.statusCode()).isEqualTo(404);
        Document page = Jsoup.parse(unknown.asString());
        assertThat(page.select("html").attr("lang")).isEqualTo("ru");
        assertThat(page.select("h1").text()).isEqualTo("Не найдено");
        assertThat(page.select(".standfirst").text()).isEqualTo("Нет публичного случая с именем «nobody».");
        assertThat(page.select(".standfirst[lang]")).isEmpty();
        assertThat(page.select("form").attr("action")).isEqualTo("/ru/cases");

        Document wrong = Jsoup.parse(get("/ug/cases?status=fine").asString());
        assertThat(wrong.select("h1").text()).isEqualTo(Say.in(Language.UYGHUR).of("error.title.400"));
        assertThat(wrong.select(".standfirst[lang=en][dir=ltr]").text()).contains("expected a word out of");

        Document nothing = Jsoup.parse(get("/es/nothing").asString());
        assertThat(nothing.select(".standfirst").text()).isEqualTo("No hay nada en esta dirección.");
    }

    @Test
    void a_language_that_there_is_not_is_a_page_that_names_those_there_are() {
        Response answer = get("/xx/cases");
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(Jsoup.parse(answer.asString()).select("main").text()).contains("“xx”", "简体中文", "/ug/");
    }

    @Test
    void only_pages_have_a_language_and_no_guard_is_walked_around() {
        assertThat(Stream.of(
                        "/ug/desk",
                        "/ug/desk/login",
                        "/ug/api/v1/cases",
                        "/ug/feeds/cases.atom",
                        "/ug/q/health",
                        "/ug/cases/../desk/login",
                        "/ug/bulk/latest/cases.csv",
                        "/ug/log/checkpoint"))
                .allSatisfy(path -> assertThat(
                                given().urlEncodingEnabled(false).get(path).statusCode())
                        .as(path)
                        .isEqualTo(404));
        assertThat(get("/ug/reachable?url=a").header("Cache-Control")).isEqualTo("no-store");
        assertThat(get("/ug/cases").header("Cache-Control")).isEqualTo("public, max-age=60");
        assertThat(get("/ug/cases?q=a").header("Cache-Control")).isEqualTo("no-store");
    }

    @Test
    void a_report_in_another_language_has_another_entity_tag() {
        String english = get("/reports/restrictions-by-month").header("ETag");
        String russian = get("/ru/reports/restrictions-by-month").header("ETag");
        assertThat(english).isNotNull().isNotEqualTo(russian);
    }
}
