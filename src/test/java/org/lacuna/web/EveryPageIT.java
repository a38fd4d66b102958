package org.lacuna.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.args.AxeRuleOptions;
import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.AxeResults;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import com.microsoft.playwright.options.ReducedMotion;
import com.microsoft.playwright.options.ScreenshotType;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.lacuna.Browser;
import org.lacuna.page.language.Language;
import org.lacuna.report.EditionForTests;

/**
 * Every type of page in a real browser: on a telephone and at a desk, by day and by night, magnified, on paper, without
 * motion, in languages from the left and from the right. Pictures of all stay in {@code target/screenshots}.
 * {@code -Dlacuna.pages=case.*-ug} looks at some of them.
 */
@QuarkusTest
class EveryPageIT {
    private static final int PHONE = 360;
    private static final int DESK = 1280;

    /** A desk magnified to 200 % has half its width (WCAG 2.2, 1.4.4); to 400 % a quarter (1.4.10). */
    private static final List<Integer> MAGNIFIED = List.of(640, 320);

    /** A sheet of A4 in CSS pixels. */
    private static final int PAPER = 794;

    /** Sections of one kind below each other, such as sets of files: the first stands for all. */
    private static final String AGAIN = "section[id] ~ section[id]";

    private static final List<Language> LANGUAGES =
            List.of(Language.ENGLISH, Language.SIMPLIFIED_CHINESE, Language.UYGHUR);

    private static final Map<String, String> PAGES = pages();
    private static final String CASE = "/cases/zoom-humanitarian-china-2020";

    /** What axe looks for by itself, and the rule of WCAG 2.2 that it leaves out unless it is named (2.5.8). */
    private static final List<String> ALL = List.of();

    private static final String SIZE_OF_TARGETS = "target-size";
    private static final Pattern ASKED_FOR = Pattern.compile(System.getProperty("lacuna.pages", ".*"));

    /** Rules of axe whose answer may change when a page has been looked at whole and is then turned. */
    private static final List<String> OF_WIDTH_AND_COLOUR =
            List.of("color-contrast", "link-in-text-block", "scrollable-region-focusable", SIZE_OF_TARGETS);

    private static final int OK = 200;
    private static final Map<String, Integer> REFUSALS =
            Map.of("not-found", 404, "refused", 400, "edition-ended", 410, "case-withdrawn", 410);

    private static final Set<String> IN_ENGLISH_ONLY = Set.of("login");

    @TestHTTPResource
    URI root;

    @Inject
    EditionForTests editions;

    @Inject
    CasesToLookAt cases;

    private static Map<String, String> pages() {
        Map<String, String> pages = new LinkedHashMap<>();
        pages.put("home", "/");
        pages.put("home-earlier", "/?asOf=2020-01-01");
        pages.put("cases", "/cases?q=zoom&country=CN");
        pages.put("cases-more", "/cases?minLatency=2&sort=-latency");
        pages.put("cases-none", "/cases?asOf=2020-01-01");
        pages.put("case", CASE);
        pages.put("case-observed", ObservedExample.PATH);
        pages.put("case-several", "/cases/linkedin-humphrey");
        pages.put("case-fifty", "FIFTY");
        pages.put("case-earlier", "EARLIER");
        pages.put("case-withdrawn", "WITHDRAWN");
        pages.put("incident", "/incidents/zoom-june-fourth-2020");
        pages.put("incident-large", "/incidents/linkedin-china-profiles-2021");
        pages.put("platforms", "/platforms");
        pages.put("platform", "/platforms/zoom");
        pages.put("platform-watched", "/platforms/youtube");
        pages.put("countries", "/countries");
        pages.put("country", "/countries/cn");
        pages.put("corrections", "/corrections");
        pages.put("data", "/data");
        pages.put("bulk", "/bulk");
        pages.put("log", "/log");
        pages.put("reachable", "/reachable");
        pages.put("methods", "/methods");
        pages.put("about", "/about");
        pages.put("submit", "/submit");
        pages.put("login", "/desk/login");
        pages.put("reports", "/reports");
        pages.put("report", "/reports/restrictions-by-month");
        pages.put("report-curves", "/reports/time-to-reversal");
        pages.put("report-said", "/reports/what-platforms-said");
        pages.put("report-blocks", "/reports/geo-blocks");
        pages.put("report-health", "/reports/monitor-health");
        pages.put("report-yearly", "/reports/yearly");
        pages.put("edition", "EDITION");
        pages.put("edition-ended", "ENDED");
        pages.put("not-found", "/cases/nobody");
        pages.put("refused", "/cases?status=blocked");
        return pages;
    }

    /** Every page in three languages; a case in two scripts more. */
    static Stream<Arguments> pagesInLanguages() {
        return Stream.concat(
                        LANGUAGES.stream().flatMap(language -> PAGES.keySet().stream()
                                .filter(name -> language == Language.ENGLISH || !IN_ENGLISH_ONLY.contains(name))
                                .map(name -> Arguments.of(name, language))),
                        Stream.of(Language.TIBETAN, Language.RUSSIAN).map(language -> Arguments.of("case", language)))
                .filter(page -> ASKED_FOR
                        .matcher(page.get()[0] + "-" + ((Language) page.get()[1]).tag())
                        .matches());
    }

    private String path(String name, Language language) {
        return language.path(
                switch (PAGES.get(name)) {
                    case "EDITION" -> editions.published();
                    case "ENDED" -> editions.ended();
                    case "FIFTY" -> cases.fifty();
                    case "EARLIER" -> cases.earlier();
                    case "WITHDRAWN" -> cases.withdrawn();
                    default -> PAGES.get(name);
                });
    }

    /** Each page is loaded once and then turned, which halves the time. */
    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("pagesInLanguages")
    void a_page_fits_and_shuts_nobody_out(String name, Language language) {
        try (Browser.Window window = Browser.started().window(PHONE, ColorScheme.LIGHT, true)) {
            Page page = window.page();
            List<String> elsewhere = new ArrayList<>();
            page.onRequest(request -> {
                if (!request.url().startsWith(root.toString())) {
                    elsewhere.add(request.url());
                }
            });
            Response answer = page.navigate(root.resolve(path(name, language)).toString());
            assertThat(answer.status()).as("the page that is meant").isEqualTo(REFUSALS.getOrDefault(name, OK));
            String shot = name + "-" + language.tag();
            assertFits(page, shot, PHONE, ColorScheme.LIGHT);
            assertOpenToAll(page, shot, ALL);
            assertFits(page, shot, PHONE, ColorScheme.DARK);
            assertFits(page, shot, DESK, ColorScheme.LIGHT);
            assertFits(page, shot, DESK, ColorScheme.DARK);
            assertOpenToAll(page, shot, OF_WIDTH_AND_COLOUR);
            assertFitsMagnifiedAndOnPaper(page, shot);
            if (language == Language.ENGLISH) {
                // the same rules hold for all languages
                page.screenshot(picture(shot + "-print"));
                assertKeepsStill(page);
            }
            assertThat(elsewhere).as("asked of others").isEmpty();
            assertThat(window.complaints())
                    .filteredOn(complaint -> !complaint.matches(".*\\b(?:400|404|410)\\b.*"))
                    .isEmpty();
        }
    }

    private static void assertFits(Page page, String name, int width, ColorScheme scheme) {
        page.setViewportSize(width, 900);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
        page.screenshot(picture(name + "-" + width + "-" + scheme.name().toLowerCase(Locale.ROOT))
                .setFullPage(true));
        assertThat(overflow(page)).as("%s at %d", name, width).isEmpty();
    }

    private static void assertOpenToAll(Page page, String name, List<String> rules) {
        AxeRunOptions options = new AxeRunOptions();
        options.setResultTypes(List.of("violations"));
        AxeRuleOptions on = new AxeRuleOptions();
        on.setEnabled(true);
        options.setRules(Map.of(SIZE_OF_TARGETS, on));
        AxeBuilder axe =
                new AxeBuilder(page).options(options).setLegacyMode(true).exclude(AGAIN);
        AxeResults found = (rules.equals(ALL) ? axe : axe.withRules(rules)).analyze();
        assertThat(found.getPasses()).as("rules that axe could apply").isNotEmpty();
        assertThat(found.getViolations()).as(name).isEmpty();
    }

    /** As JPEG, which is made in half the time of a PNG. */
    private static Page.ScreenshotOptions picture(String name) {
        return new Page.ScreenshotOptions()
                .setType(ScreenshotType.JPEG)
                .setQuality(80)
                .setPath(Path.of("target", "screenshots", name + ".jpeg"));
    }

    /** What sticks out at the side, on either one and where nobody can scroll to it, or is drawn outside of its drawing. */
    @SuppressWarnings("unchecked")
    static List<String> overflow(Page page) {
        return (List<String>) page.evaluate("""
                () => {
                  const width = document.documentElement.clientWidth;
                  const scrolls = each => each.parentElement && (getComputedStyle(each).overflowX !== 'visible'
                      || scrolls(each.parentElement));
                  const out = (each, room) => {
                    const own = each.getBoundingClientRect();
                    return own.width > 0 && (own.left < room.left - 2 || own.right > room.right + 2);
                  };
                  const found = [
                    ...[...document.querySelectorAll('main *, header *, footer *')]
                      .filter(each => out(each, { left: 0, right: width }) && !scrolls(each.parentElement)),
                    ...[...document.querySelectorAll('svg text')]
                      .filter(each => out(each, each.ownerSVGElement.getBoundingClientRect()))
                  ].map(each => each.outerHTML.slice(0, 200));
                  const wide = document.documentElement.scrollWidth > width;
                  return wide && !found.length ? ['the page'] : found;
                }
                """);
    }

    private static void assertFitsMagnifiedAndOnPaper(Page page, String name) {
        for (int width : MAGNIFIED) {
            page.setViewportSize(width, 450);
            assertThat(overflow(page)).as("%s at %d", name, width).isEmpty();
        }
        page.setViewportSize(PAPER, 1123);
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT).setColorScheme(ColorScheme.DARK));
        assertThat(overflow(page)).as("%s on paper", name).isEmpty();
        assertThat(page.evaluate("getComputedStyle(document.documentElement).backgroundColor"))
                .as("paper is white, whatever the screen is")
                .isEqualTo("rgb(255, 255, 255)");
        assertThat(page.locator("header nav:visible, main form:visible").count())
                .isZero();
    }

    private static void assertKeepsStill(Page page) {
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN).setReducedMotion(ReducedMotion.REDUCE));
        assertThat(page.evaluate("""
                        () => [...document.querySelectorAll('*')].filter(each => {
                          const style = getComputedStyle(each);
                          return style.animationName !== 'none' || style.transitionDuration !== '0s'
                              || style.scrollBehavior === 'smooth';
                        }).length
                        """))
                .as("what moves though it was asked not to")
                .isEqualTo(0);
    }

    static Stream<String> pagesForTheKeyboard() {
        return Stream.of("home", "cases", "case", "incident", "platform", "report-curves", "edition");
    }

    /** Tab by tab through the page: each stop is shown, stands in the window and comes after the one before; a date has several. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("pagesForTheKeyboard")
    void the_keyboard_reaches_everything_in_its_order_and_shows_where_it_is(String name) {
        try (Browser.Window window = Browser.started().window(DESK, ColorScheme.LIGHT, true)) {
            Page page = window.page();
            // nor does the page glide, so that it is clear where a stop stands
            page.emulateMedia(new Page.EmulateMediaOptions().setReducedMotion(ReducedMotion.REDUCE));
            page.navigate(root.resolve(path(name, Language.ENGLISH)).toString());
            int stops = (int) page.evaluate("""
                    () => [...document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex="0"]')]
                        .filter(each => each.checkVisibility() && each.type !== 'hidden').length
                    """);
            assertThat(stops).isGreaterThan(10);
            int before = -1;
            int seen = 0;
            for (int i = 0; i < Math.min(stops, 60); i++) {
                page.keyboard().press("Tab");
                Map<?, ?> at = (Map<?, ?>) page.evaluate("""
                        () => {
                          const each = document.activeElement;
                          const style = getComputedStyle(each);
                          const box = each.getBoundingClientRect();
                          return {
                            order: [...document.querySelectorAll('*')].indexOf(each),
                            shown: style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2,
                            inside: box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth,
                            what: each.outerHTML.slice(0, 120)
                          };
                        }
                        """);
                assertThat((int) at.get("order")).as("%s", at.get("what")).isGreaterThanOrEqualTo(before);
                assertThat(at.get("shown"))
                        .as("the focus on %s", at.get("what"))
                        .isEqualTo(true);
                assertThat(at.get("inside")).as("%s", at.get("what")).isEqualTo(true);
                before = (int) at.get("order");
                seen++;
            }
            assertThat(seen).isGreaterThan(10);
        }
    }
}
