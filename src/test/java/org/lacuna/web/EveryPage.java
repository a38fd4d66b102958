package org.lacuna.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
import io.quarkus.test.common.http.TestHTTPResource;
import jakarta.inject.Inject;
import java.net.URI;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lacuna.page.language.Language;

/**
 * Every type of page in a real browser: on a telephone and at a desk, by day and by night, magnified, on paper, without
 * motion, in languages from the left and from the right. Pictures of all stay in {@code target/screenshots}. Two processes
 * share the languages, since each is kept busy by one thread of Chromium.
 */
abstract class EveryPage {
    private static PageViewer viewer;

    @TestHTTPResource
    URI root;

    @Inject
    PageTypes types;

    /** Expects a source {@code pages} of names and languages in the class that inherits it. */
    @ParameterizedTest(name = "{0} {1}", allowZeroInvocations = true)
    @MethodSource("pages")
    void a_page_fits_and_shuts_nobody_out(String name, Language language) {
        PageViewer page = viewer();
        int status = page.open(root.resolve(types.path(name, language)));
        assertThat(status).as("the page that is meant").isEqualTo(PageTypes.status(name));
        String shot = name + "-" + language.tag();
        page.assertFits(shot, PageViewer.PHONE, ColorScheme.LIGHT);
        page.assertOpenToAll(shot, PageViewer.ALL);
        page.assertFits(shot, PageViewer.PHONE, ColorScheme.DARK);
        page.assertFits(shot, PageViewer.DESK, ColorScheme.LIGHT);
        page.assertFits(shot, PageViewer.DESK, ColorScheme.DARK);
        page.assertOpenToAll(shot, PageViewer.OF_WIDTH_AND_COLOUR);
        page.assertFitsMagnifiedAndOnPaper(shot);
        if (language == Language.ENGLISH) {
            // the same rules hold for all languages
            page.print(shot);
            page.assertKeepsStill();
        }
        page.assertKeepsToItself(root);
    }

    private static PageViewer viewer() {
        if (viewer == null) {
            viewer = new PageViewer();
        }
        return viewer;
    }

    @AfterAll
    static void close() {
        if (viewer != null) {
            viewer.close();
            viewer = null;
        }
    }
}
