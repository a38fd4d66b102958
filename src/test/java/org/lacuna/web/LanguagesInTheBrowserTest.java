package org.lacuna.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.lacuna.Browser;
import org.lacuna.page.language.Language;

/** The main pages in Chinese and, from the right, in Uyghur; a case in each of the other scripts. */
@QuarkusTest
class LanguagesInTheBrowserTest {
    private static final int PHONE = 360;
    private static final int DESK = 1280;
    private static final String CASE = "/cases/zoom-humanitarian-china-2020";
    private static final Map<String, String> PAGES = Map.of(
            "home", "/",
            "cases", "/cases?country=CN&minLatency=2",
            "case", CASE,
            "incident", "/incidents/zoom-june-fourth-2020",
            "platform", "/platforms/youtube",
            "countries", "/countries",
            "report", "/reports/restrictions-by-month",
            "methods", "/methods",
            "error", "/cases/nobody");

    @TestHTTPResource
    URI root;

    static Stream<Arguments> pages() {
        return Stream.concat(
                Stream.of(Language.SIMPLIFIED_CHINESE, Language.UYGHUR).flatMap(language -> PAGES.entrySet().stream()
                        .map(page -> Arguments.of(page.getKey(), language, page.getValue()))),
                Stream.of(Language.TIBETAN, Language.RUSSIAN).map(language -> Arguments.of("case", language, CASE)));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("pages")
    void a_page_in_another_script_fits_a_phone_and_a_desk_and_shuts_nobody_out(
            String name, Language language, String path) {
        try (Browser.Window window = Browser.started().window(PHONE, ColorScheme.LIGHT, true)) {
            Page page = window.page();
            page.navigate(root.resolve(language.path(path)).toString());
            PagesInTheBrowserTest.assertFitsAndIsOpenToAll(page, language.tag() + "-" + name, PHONE);

            page.setViewportSize(DESK, 900);
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
            PagesInTheBrowserTest.assertFitsAndIsOpenToAll(page, language.tag() + "-" + name, DESK);
        }
    }

    @Test
    void the_page_of_a_right_to_left_language_is_mirrored_and_the_menu_leads_to_the_same_case() {
        try (Browser.Window window = Browser.started().window(DESK, ColorScheme.LIGHT, false)) {
            Page page = window.page();
            page.navigate(root.resolve("/ug" + CASE).toString());
            assertThat(page.locator(".wordmark").boundingBox().x)
                    .isGreaterThan(page.locator(".masthead .act").boundingBox().x);
            assertThat(page.locator(".timeline .line p[lang=en]")
                            .first()
                            .evaluate("e => getComputedStyle(e).direction"))
                    .isEqualTo("ltr");

            page.locator(".languages a[hreflang=zh-Hant]").click();
            assertThat(page.url()).endsWith("/zh-Hant" + CASE);
            assertThat(page.locator("h1").textContent()).contains("全球");
        }
    }
}
