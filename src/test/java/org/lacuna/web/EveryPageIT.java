package org.lacuna.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.lacuna.Browser;
import org.lacuna.page.language.Language;

/** In English, and by the keyboard. {@link PageTypes} says how to look at some pages alone. */
@QuarkusTest
class EveryPageIT extends EveryPage {
    static Stream<Arguments> pages() {
        return PageTypes.in(Language.ENGLISH);
    }

    static Stream<String> pagesForTheKeyboard() {
        return Stream.of("home", "cases", "case", "incident", "platform", "report-curves", "edition");
    }

    /** Tab by tab through the page: each stop is shown, stands in the window and comes after the one before; a date has several. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("pagesForTheKeyboard")
    void the_keyboard_reaches_everything_in_its_order_and_shows_where_it_is(String name) {
        try (Browser.Window window = Browser.started().window(PageViewer.DESK, ColorScheme.LIGHT, true)) {
            Page page = window.page();
            // nor does the page glide, so that it is clear where a stop stands
            page.emulateMedia(new Page.EmulateMediaOptions().setReducedMotion(ReducedMotion.REDUCE));
            page.navigate(root.resolve(types.path(name, Language.ENGLISH)).toString());
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
