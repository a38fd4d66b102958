package org.lacuna.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.AxeResults;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.LoadState;
import com.microsoft.playwright.options.Media;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lacuna.Browser;
import org.lacuna.page.language.Language;

@QuarkusTest
class PagesInTheBrowserTest {
    private static final int PHONE = 360;
    private static final int DESK = 1280;

    @TestHTTPResource
    URI root;

    /** What a browser really loads, as it comes over the wire: heads, pages, styles, pictures. */
    @Test
    void a_case_and_the_pages_that_lead_to_it_are_light() {
        for (String path : List.of(
                "/cases/zoom-humanitarian-china-2020",
                "/cases/linkedin-humphrey",
                "/incidents/zoom-june-fourth-2020",
                "/platforms/zoom",
                "/cases?q=zoom",
                "/")) {
            try (Browser.Window window = Browser.started().window(PHONE, ColorScheme.LIGHT, true)) {
                Page page = window.page();
                List<Request> finished = new ArrayList<>();
                page.onRequestFinished(finished::add);
                page.navigate(root.resolve(path).toString());
                page.waitForLoadState(LoadState.NETWORKIDLE);
                List<Request> loaded = List.copyOf(finished);
                assertThat(loaded).extracting(Request::url).allMatch(url -> url.startsWith(root.toString()));
                assertThat(loaded).as("the page and its styles").hasSizeGreaterThan(1);
                assertThat(loaded.stream()
                                .map(Request::sizes)
                                .mapToInt(size -> size.responseBodySize + size.responseHeadersSize)
                                .sum())
                        .as(
                                "%s in bytes, %s",
                                path, loaded.stream().map(Request::url).toList())
                        .isBetween(5_000, 60_000);
            }
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

    @Test
    void on_paper_the_table_of_a_chart_is_open() {
        for (String path :
                List.of("/cases/zoom-humanitarian-china-2020", "/platforms/zoom", "/reports/restrictions-by-month")) {
            try (Browser.Window window = Browser.started().window(DESK, ColorScheme.LIGHT, true)) {
                Page page = window.page();
                page.navigate(root.resolve(path).toString());
                Locator table = page.locator(".chart details:not([open]) td").first();
                assertThat(table.isVisible()).as(path).isFalse();
                page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
                assertThat(table.isVisible()).as("%s on paper", path).isTrue();
                assertThat(table.boundingBox().height).isPositive();
                assertThat(page.locator(".chart summary").first().isVisible()).isFalse();
            }
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

    @Test
    void the_page_of_a_right_to_left_language_is_mirrored_and_the_menu_leads_to_the_same_case() {
        String path = "/cases/zoom-humanitarian-china-2020";
        try (Browser.Window window = Browser.started().window(DESK, ColorScheme.LIGHT, false)) {
            Page page = window.page();
            page.navigate(root.resolve(Language.UYGHUR.path(path)).toString());
            assertThat(page.locator(".wordmark").boundingBox().x)
                    .isGreaterThan(page.locator(".masthead .act").boundingBox().x);
            assertThat(page.locator(".timeline .line p[lang=en]")
                            .first()
                            .evaluate("e => getComputedStyle(e).direction"))
                    .isEqualTo("ltr");

            page.locator(".languages a[hreflang=zh-Hant]").click();
            assertThat(page.url()).endsWith("/zh-Hant" + path);
            assertThat(page.locator("h1").textContent()).contains("全球");
        }
    }
}
