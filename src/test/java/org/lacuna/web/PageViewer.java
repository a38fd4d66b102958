package org.lacuna.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.args.AxeRuleOptions;
import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.AxeResults;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import com.microsoft.playwright.options.ReducedMotion;
import com.microsoft.playwright.options.ScreenshotType;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.lacuna.Browser;

/**
 * A window in which one page after the other is looked at, each loaded once and then turned: in a window of its own a page
 * takes a third longer. Nothing of ours is kept from page to page, since no page sets a cookie or runs a script.
 */
final class PageViewer implements AutoCloseable {
    static final int PHONE = 360;
    static final int DESK = 1280;

    /** A desk magnified to 200 % has half its width (WCAG 2.2, 1.4.4); to 400 % a quarter (1.4.10). */
    private static final List<Integer> MAGNIFIED = List.of(640, 320);

    /** A sheet of A4 in CSS pixels. */
    private static final int PAPER = 794;

    /** Sections of one kind below each other, such as sets of files: the first stands for all. */
    private static final String AGAIN = "section[id] ~ section[id]";

    /** What axe looks for by itself, and the rule of WCAG 2.2 that it leaves out unless it is named (2.5.8). */
    static final List<String> ALL = List.of();

    private static final String SIZE_OF_TARGETS = "target-size";

    /** Rules of axe whose answer may change when a page has been looked at whole and is then turned. */
    static final List<String> OF_WIDTH_AND_COLOUR =
            List.of("color-contrast", "link-in-text-block", "scrollable-region-focusable", SIZE_OF_TARGETS);

    private final Browser.Window window = Browser.started().window(PHONE, ColorScheme.LIGHT, true);
    private final Page page = window.page();
    private final List<String> asked = new ArrayList<>();

    /** How long the browser may take for one thing; what the machine does beside it is no mistake of a page. */
    private static final int PATIENCE_MILLIS = 120_000;

    PageViewer() {
        page.setDefaultTimeout(PATIENCE_MILLIS);
        page.onRequest(request -> asked.add(request.url()));
    }

    /** Loads it as a telephone by day does, whatever was done with the page before; the status that it answered with. */
    int open(URI address) {
        page.setViewportSize(PHONE, 900);
        page.emulateMedia(new Page.EmulateMediaOptions()
                .setMedia(Media.SCREEN)
                .setColorScheme(ColorScheme.LIGHT)
                .setReducedMotion(ReducedMotion.NO_PREFERENCE));
        asked.clear();
        window.complaints().clear();
        return page.navigate(address.toString()).status();
    }

    void assertFits(String name, int width, ColorScheme scheme) {
        page.setViewportSize(width, 900);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
        page.screenshot(picture(name + "-" + width + "-" + scheme.name().toLowerCase(Locale.ROOT))
                .setFullPage(true));
        assertThat(overflow()).as("%s at %d", name, width).isEmpty();
    }

    void assertOpenToAll(String name, List<String> rules) {
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

    void assertKeepsToItself(URI root) {
        assertThat(asked).as("asked of others").isNotEmpty().allMatch(url -> url.startsWith(root.toString()));
        assertThat(window.complaints())
                .filteredOn(complaint -> !complaint.matches(".*\\b(?:400|404|410)\\b.*"))
                .isEmpty();
    }

    void print(String name) {
        page.screenshot(picture(name + "-print"));
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
    private List<String> overflow() {
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

    void assertFitsMagnifiedAndOnPaper(String name) {
        for (int width : MAGNIFIED) {
            page.setViewportSize(width, 450);
            assertThat(overflow()).as("%s at %d", name, width).isEmpty();
        }
        page.setViewportSize(PAPER, 1123);
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT).setColorScheme(ColorScheme.DARK));
        assertThat(overflow()).as("%s on paper", name).isEmpty();
        assertThat(page.evaluate("getComputedStyle(document.documentElement).backgroundColor"))
                .as("paper is white, whatever the screen is")
                .isEqualTo("rgb(255, 255, 255)");
        assertThat(page.locator("header nav:visible, main form:visible").count())
                .isZero();
    }

    void assertKeepsStill() {
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

    @Override
    public void close() {
        window.close();
    }
}
