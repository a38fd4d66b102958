package org.lacuna.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.AxeResults;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.lacuna.Browser;

@QuarkusTest
class PagesInTheBrowserTest {
    private static final int PHONE = 360;
    private static final int DESK = 1280;

    @TestHTTPResource
    URI root;

    static Stream<Arguments> pages() {
        return Stream.of(
                Arguments.of("home", "/"),
                Arguments.of("cases", "/cases?q=zoom&country=CN"),
                Arguments.of("case", "/cases/zoom-humanitarian-china-2020"),
                Arguments.of("case-observed", ObservedExample.PATH),
                Arguments.of("case-several", "/cases/linkedin-humphrey"),
                Arguments.of("incident", "/incidents/zoom-june-fourth-2020"),
                Arguments.of("platforms", "/platforms"),
                Arguments.of("cases-more", "/cases?minLatency=2&sort=-latency"),
                Arguments.of("platform", "/platforms/zoom"),
                Arguments.of("platform-watched", "/platforms/youtube"),
                Arguments.of("countries", "/countries"),
                Arguments.of("country", "/countries/cn"),
                Arguments.of("corrections", "/corrections"),
                Arguments.of("data", "/data"),
                Arguments.of("case-earlier", "/cases?asOf=2020-01-01"),
                Arguments.of("reachable", "/reachable"),
                Arguments.of("methods", "/methods"),
                Arguments.of("about", "/about"),
                Arguments.of("submit", "/submit"),
                Arguments.of("login", "/desk/login"),
                Arguments.of("reports", "/reports"),
                Arguments.of("report", "/reports/restrictions-by-month"),
                Arguments.of("error", "/cases/nobody"));
    }

    /** Loads each page once and turns the phone by day into a desk by night, which halves the time. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("pages")
    void a_page_fits_a_phone_and_a_desk_and_shuts_nobody_out_by_day_or_night(String name, String path) {
        try (Browser.Window window = Browser.started().window(PHONE, ColorScheme.LIGHT, true)) {
            Page page = window.page();
            page.navigate(root.resolve(path).toString());
            assertFitsAndIsOpenToAll(page, name, PHONE);

            page.setViewportSize(DESK, 900);
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
            assertFitsAndIsOpenToAll(page, name, DESK);

            assertThat(window.complaints())
                    .filteredOn(complaint -> !complaint.contains("404"))
                    .isEmpty();
        }
    }

    static void assertFitsAndIsOpenToAll(Page page, String name, int width) {
        page.screenshot(new Page.ScreenshotOptions()
                .setFullPage(true)
                .setPath(Path.of("target", "screenshots", name + "-" + width + ".png")));
        assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(width);
        AxeResults found = new AxeBuilder(page).setLegacyMode(true).analyze();
        assertThat(found.getPasses()).as("rules that axe could apply").isNotEmpty();
        assertThat(found.getViolations()).isEmpty();
    }

    @Test
    void what_is_claimed_and_what_was_observed_differ_in_shape_border_and_word() {
        try (Browser.Window window = Browser.started().window(DESK, ColorScheme.LIGHT, true)) {
            Page page = window.page();
            page.navigate(root.resolve(ObservedExample.PATH).toString());
            Locator claimed = page.locator(".timeline > li.claimed").first();
            Locator observed = page.locator(".timeline > li.observed");

            assertThat(claimed.locator(".nature").textContent()).isEqualTo("Claimed");
            assertThat(observed.locator(".nature").textContent()).isEqualTo("Observed");
            assertThat(style(claimed.locator(".line"), "borderTopStyle")).isEqualTo("none");
            assertThat(style(observed.locator(".line"), "borderTopStyle")).isEqualTo("double");
            assertThat(style(claimed.locator(".mark"), "borderTopLeftRadius")).isEqualTo("50%");
            assertThat(style(observed.locator(".mark"), "borderTopLeftRadius")).isEqualTo("0px");
        }
    }

    private static Object style(Locator element, String property) {
        return element.evaluate("(element, property) => getComputedStyle(element)[property]", property);
    }

    @Test
    void the_keyboard_skips_the_masthead_and_reaches_the_form() {
        try (Browser.Window window = Browser.started().window(PHONE, ColorScheme.LIGHT, true)) {
            Page page = window.page();
            page.navigate(root.toString());
            page.keyboard().press("Tab");
            assertThat(page.locator(":focus").textContent()).isEqualTo("Skip to the content");
            assertThat(page.locator(":focus").boundingBox().x).isNotNegative();

            page.keyboard().press("Enter");
            page.keyboard().press("Tab");
            assertThat(page.locator(":focus").getAttribute("name")).isEqualTo("q");
        }
    }

    @Test
    void a_reader_without_javascript_finds_a_case_and_reads_on_to_its_source() {
        try (Browser.Window window = Browser.started().window(PHONE, ColorScheme.LIGHT, false)) {
            Page page = window.page();
            page.navigate(root.toString());
            page.getByLabel("Find a case").fill("Humanitarian China");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Find"))
                    .click();
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Humanitarian China (Zhou Fengsuo)"))
                    .click();
            assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1))
                            .textContent())
                    .contains("suspended by Zoom worldwide on 7 June 2020")
                    .contains("restored after 3 days");

            page.locator(".timeline .notes a").first().click();
            assertThat(page.url()).endsWith("#source-1");
            assertThat(page.locator("#source-1").textContent()).contains("Axios");
        }
    }

    @Test
    void swagger_ui_runs_under_its_own_policy() {
        try (Browser.Window window = Browser.started().window(DESK, ColorScheme.LIGHT, true)) {
            Page page = window.page();
            page.navigate(root.resolve("/q/swagger-ui/").toString());
            page.locator(".opblock").first().waitFor();
            assertThat(window.complaints())
                    .filteredOn(complaint -> complaint.contains("Content Security Policy"))
                    .isEmpty();
        }
    }
}
