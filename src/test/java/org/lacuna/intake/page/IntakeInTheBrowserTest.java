package org.lacuna.intake.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.AxeResults;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lacuna.Browser;
import org.lacuna.intake.AddToSubmission;
import org.lacuna.intake.ItemKind;
import org.lacuna.intake.OwnSubmission;
import org.lacuna.intake.SubmissionId;
import org.lacuna.intake.seal.Receipt;
import org.lacuna.intake.seal.ReceiptIndex;
import org.lacuna.page.language.Language;

/** A person walks from the first word to the withdrawal, in a real browser. */
@QuarkusTest
class IntakeInTheBrowserTest {
    private static final Locator.CheckOptions FORCED = new Locator.CheckOptions().setForce(true);
    private static final int PHONE = 360;
    private static final int DESK = 1280;

    @TestHTTPResource
    URI root;

    @Inject
    ReceiptIndex receipts;

    @Inject
    OwnSubmission own;

    @Inject
    AddToSubmission add;

    private static void press(Page page, String value) {
        // Without scripts the browser tells nobody that a button stands still, which a click would wait for.
        enter(page.locator("button[value=" + value + "]:not(.first)"));
    }

    private static void go(Page page, String room) {
        enter(page.locator("#main-form button[formaction$='/" + room + "']").first());
    }

    /** As axe needs scripts, it looks only where they run. */
    private static void look(Page page, boolean scripts, String name) {
        for (int width : new int[] {DESK, PHONE}) {
            page.setViewportSize(width, 900);
            page.screenshot(new Page.ScreenshotOptions()
                    .setFullPage(true)
                    .setPath(Path.of("target", "screenshots", "intake-" + name + "-" + width + ".png")));
            if (scripts) {
                assertThat(page.evaluate("document.documentElement.scrollWidth"))
                        .as(name + " at " + width)
                        .isEqualTo(width);
            }
        }
        if (scripts) {
            AxeResults found = new AxeBuilder(page).setLegacyMode(true).analyze();
            assertThat(found.getPasses()).isNotEmpty();
            assertThat(found.getViolations()).as(name).isEmpty();
        }
        assertThat(page.locator("header a.act").isVisible()).as("the way out").isTrue();
    }

    private void walk(Language language, boolean scripts) {
        String at = language.tag() + (scripts ? "" : "-without-scripts");
        try (Browser.Window window = Browser.started().window(PHONE, ColorScheme.LIGHT, scripts)) {
            Page page = window.page();
            page.navigate(root.resolve(language.path("/submit")).toString());
            press(page, "next");
            assertThat(page.locator(".field-error").count()).isEqualTo(3);
            look(page, scripts, at + "-1-refused");
            page.locator("#subject").fill("https://zoom.us/j/123456789");
            page.locator("#what").fill("发生了 · ئۇچۇرۇلدى · it was cut off");
            press(page, "next");
            look(page, scripts, at + "-2");
            page.locator("input[name=since][value=about]").check(FORCED);
            page.locator("#year").fill("2020");
            enter(page.locator("#year"));
            assertThat(page.locator("input[name=appealed]").count())
                    .as("Enter means next")
                    .isEqualTo(3);
            look(page, scripts, at + "-3");
            page.locator("input[name=pressure-family-threat]").check(FORCED);
            press(page, "next");
            look(page, scripts, at + "-4");
            page.locator("input[name=may-count]").check(FORCED);
            press(page, "next");
            String words = page.locator("p.receipt").textContent().strip();
            look(page, scripts, at + "-5");
            page.locator("#files")
                    .setInputFiles(
                            new FilePayload("seen.txt", "text/plain", "what I saw".getBytes(StandardCharsets.UTF_8)));
            press(page, "send");
            assertThat(page.locator("p.receipt").textContent().strip()).isEqualTo(words);
            look(page, scripts, at + "-6-done");
            assertThat(page.url()).endsWith(language.path("/submit"));

            SubmissionId id = own.find(receipts.toFind(Receipt.parse(words)))
                    .orElseThrow()
                    .id();
            add.text(id, ItemKind.FROM_EDITOR, "Do you have a picture?");
            page.navigate(root.resolve(language.path("/submit/status")).toString());
            page.locator("#words").fill(words);
            enter(page.locator("#words"));
            look(page, scripts, at + "-7-hub");
            go(page, "messages");
            assertThat(page.locator("ol.list").textContent()).contains("Do you have a picture?", "seen.txt");
            page.locator("#text").fill("Yes.");
            press(page, "send");
            assertThat(page.locator("ol.list").textContent()).contains("Yes.");
            look(page, scripts, at + "-8-messages");
            go(page, "overview");
            go(page, "add");
            look(page, scripts, at + "-9-add");
            go(page, "overview");
            go(page, "consents");
            page.locator("input[name=may-facts]").check(FORCED);
            press(page, "save");
            assertThat(own.standing(id).consents().facts()).isTrue();
            look(page, scripts, at + "-10-consents");
            go(page, "overview");
            go(page, "withdraw");
            look(page, scripts, at + "-11-withdraw");
            press(page, "withdraw");
            look(page, scripts, at + "-12-gone");
            assertThat(own.find(receipts.toFind(Receipt.parse(words)))
                            .orElseThrow()
                            .key())
                    .isEmpty();
            assertThat(page.context().cookies()).isEmpty();
            assertThat(window.complaints())
                    .filteredOn(complaint -> !complaint.contains("422"))
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Language.class,
            names = {"ENGLISH", "UYGHUR", "TIBETAN"})
    void a_person_reports_answers_and_takes_everything_back(Language language) {
        walk(language, true);
    }

    @Test
    void and_without_scripts() {
        walk(Language.TRADITIONAL_CHINESE, false);
    }

    @Test
    void another_language_in_the_middle_keeps_what_was_typed() {
        try (Browser.Window window = Browser.started().window(PHONE, ColorScheme.DARK, false)) {
            Page page = window.page();
            page.navigate(root.resolve("/submit").toString());
            page.locator("#subject").fill("@somebody");
            page.locator("#platform").selectOption("another");
            page.locator("#what").fill("gone");
            press(page, "next");
            page.locator("#said").fill("half a sentence");
            enter(page.locator("nav.languages button[formaction='/ru/submit']"));
            assertThat(page.locator("html").getAttribute("lang")).isEqualTo("ru");
            assertThat(page.locator("#said").inputValue()).isEqualTo("half a sentence");
            assertThat(page.locator("input[name=what]").inputValue()).isEqualTo("gone");
        }
    }

    private static void enter(Locator sent) {
        sent.page().waitForNavigation(() -> sent.press("Enter"));
    }
}
