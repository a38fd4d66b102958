package org.lacuna.desk.work;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lacuna.Browser;
import org.lacuna.FreshWord;
import org.lacuna.desk.door.DeskForTests;
import org.lacuna.shared.Database;

/** From a report to a public case and back to nothing, as the people do it, with scripts and without. */
@QuarkusTest
class WholeWalkInTheBrowserTest {
    /** Without scripts the browser tells nobody that something stands still, which a click would wait for. */
    private static final Locator.CheckOptions FORCED = new Locator.CheckOptions().setForce(true);

    private static final int PHONE = 360;
    private static final int DESK = 1280;

    @Inject
    DeskForTests desk;

    @Inject
    Database database;

    @TestHTTPResource("/")
    URI root;

    private final String mark = FreshWord.of(8);
    private final String slug = "walked-" + mark;
    /** Words that no other report has, or the queue would take it for a copy of one. */
    private final String told = "told " + mark + " "
            + Stream.generate(() -> FreshWord.of(6)).limit(30).collect(Collectors.joining(" "));

    private final String publicWords = "The account of " + mark + " was closed without a word.";

    @ParameterizedTest(name = "scripts: {0}")
    @ValueSource(booleans = {true, false})
    void a_report_is_verified_published_answered_and_taken_back_until_nothing_of_it_is_left(boolean scripts)
            throws IOException {
        try (Browser.Window person = Browser.started().window(PHONE, ColorScheme.LIGHT, scripts);
                Browser.Window editor = Browser.started().window(DESK, ColorScheme.LIGHT, scripts)) {
            // Before the report comes in: a later editor opens it only once another one gives it.
            String name = desk.newEditorWithOwnPassword();
            String receipt = report(person.page());
            logIn(editor.page(), name);
            String submission = find(editor.page());
            publish(editor.page(), submission);
            publishPicture(editor.page(), submission);
            verify(editor.page());
            editor.page().navigate(at(submission));
            editor.page().locator("#reply").fill("Thank you. Is it still closed? " + mark);
            enter(editor.page().locator("button:text-is('Send')"));
            String file = seenByThePublic();

            comeBack(person.page(), receipt);
            go(person.page(), "messages");
            assertThat(person.page().textContent("main")).contains("Is it still closed? " + mark);
            person.page().locator("#text").fill("Yes, it is. " + mark);
            press(person.page(), "send");
            editor.page().navigate(at(submission));
            assertThat(editor.page().textContent("main")).contains("Yes, it is. " + mark);

            comeBack(person.page(), receipt);
            go(person.page(), "withdraw");
            press(person.page(), "withdraw");
            picture(person.page(), "withdrawn", scripts);

            goneForThePublic(file);
            editor.page().navigate(at(submission));
            assertThat(editor.page().textContent("main")).doesNotContain(told).contains("taken it back");
        }
        assertThat(everyRow()).doesNotContain(publicWords, "told " + mark);
    }

    private String report(Page page) throws IOException {
        page.navigate(at("/submit"));
        page.locator("#subject").fill("@told-" + mark);
        page.locator("#platform").selectOption("zoom");
        page.locator("#what").fill(told);
        press(page, "next");
        press(page, "next");
        press(page, "next");
        page.locator("input[name=may-count]").check(FORCED);
        page.locator("input[name=may-facts]").check(FORCED);
        page.locator("input[name=may-evidence]").check(FORCED);
        press(page, "next");
        page.locator("#files").setInputFiles(new FilePayload("seen.png", "image/png", png()));
        String words = page.locator("p.receipt").textContent().strip();
        press(page, "send");
        assertThat(page.locator("p.receipt").textContent().strip()).isEqualTo(words);
        return words;
    }

    private static byte[] png() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        BufferedImage image = new BufferedImage(64, 48, BufferedImage.TYPE_INT_RGB);
        image.setRGB(3, 3, 0x123456);
        ImageIO.write(image, "png", bytes);
        return bytes.toByteArray();
    }

    private void logIn(Page page, String name) {
        page.navigate(at("/desk/login"));
        page.locator("#name").fill(name);
        page.locator("#password").fill(DeskForTests.OWN);
        page.locator("#code").fill(desk.code(name));
        enter(page.locator("button:text-is('Log in')"));
    }

    /** The queue shows headings opened with the editor's own key. */
    private String find(Page page) {
        for (int number = 1; number < 60; number++) {
            page.navigate(at("/desk?page=" + number));
            Locator link = page.locator("tr:has(th:has-text('@told-" + mark + "')) a[href*='/desk/submissions/']")
                    .first();
            if (link.count() > 0) {
                return URI.create(link.getAttribute("href")).getPath();
            }
        }
        throw new AssertionError("the report is on no page of the queue");
    }

    private void publish(Page page, String submission) {
        page.navigate(at(submission));
        assertThat(page.textContent("main")).contains(told);
        enter(page.locator("a:text-is('Write a case')"));
        Map.of(
                        "slug",
                        slug,
                        "title",
                        "A walk of " + mark,
                        "summary",
                        publicWords,
                        "subject-name",
                        "Somebody " + mark,
                        "scope",
                        "worldwide",
                        "date",
                        "2020-06",
                        "text",
                        publicWords,
                        "source-publisher",
                        "A person who wrote to us",
                        "source-title",
                        "Report",
                        "source-language",
                        "en")
                .forEach((field, text) -> page.locator("#" + field).fill(text));
        page.locator("#subject-kind").selectOption("account");
        page.locator("#measure").selectOption("DECISION_ACCOUNT_SUSPENDED");
        page.locator("#named").selectOption("nobody-living");
        enter(page.locator("button[value=publish]"));
        assertThat(page.url()).as(page.textContent("main")).doesNotEndWith("/case");
    }

    private void publishPicture(Page page, String submission) {
        page.navigate(at(submission));
        enter(page.locator("a:text-is('publish a copy')"));
        page.locator("#case").selectOption(slug);
        page.locator("#title").fill("What " + mark + " saw");
        page.locator("input[name=looked]").check(FORCED);
        enter(page.locator("button:text-is('Publish the copy')"));
        assertThat(page.url()).endsWith(submission);
    }

    private void verify(Page page) {
        page.navigate(at("/desk/cases/" + slug + "/verification"));
        page.locator("#level").selectOption("verified");
        page.locator("#why").fill("We spoke to two people who saw it.");
        enter(page.locator("button[value=publish]"));
    }

    /** The address of the picture. */
    private String seenByThePublic() {
        String page =
                given().get("/cases/" + slug).then().statusCode(200).extract().asString();
        assertThat(page).contains(publicWords, "What " + mark + " saw");
        assertThat(given().get("/api/v1/cases/" + slug).jsonPath().getString("verification"))
                .isEqualTo("verified");
        String file = page.replaceAll("(?s).*(/files/[0-9a-f]{64}).*", "$1");
        given().get(file).then().statusCode(200).contentType("image/png");
        return file;
    }

    private void goneForThePublic(String file) {
        given().get(file).then().statusCode(404);
        given().get("/cases/" + slug).then().statusCode(410);
        for (String path : List.of(
                "/",
                "/cases?q=" + mark,
                "/cases/" + slug,
                "/incidents/" + slug,
                "/api/v1/cases/" + slug,
                "/api/v1/cases?q=" + mark,
                "/api/v1/changes?limit=500",
                "/platforms/zoom",
                "/reports/restrictions-by-month")) {
            assertThat(given().redirects().follow(false).get(path).asString())
                    .as(path)
                    .doesNotContain(publicWords, "Somebody " + mark, "A walk of " + mark);
        }
    }

    private void comeBack(Page page, String receipt) {
        page.navigate(at("/submit/status"));
        page.locator("#words").fill(receipt);
        enter(page.locator("#words"));
    }

    private static void press(Page page, String value) {
        enter(page.locator("button[value=" + value + "]:not(.first)"));
    }

    private static void go(Page page, String room) {
        enter(page.locator("#main-form button[formaction$='/" + room + "']").first());
    }

    private static void picture(Page page, String name, boolean scripts) {
        page.screenshot(new Page.ScreenshotOptions()
                .setFullPage(true)
                .setPath(Path.of("target", "screenshots", "walk-" + name + (scripts ? "" : "-plain") + ".png")));
    }

    private String at(String path) {
        return root.resolve(path).toString();
    }

    private String everyRow() {
        StringBuilder all = new StringBuilder();
        database.list(
                        "SELECT quote_ident(table_name) FROM information_schema.tables"
                                + " WHERE table_schema = 'public' AND table_type = 'BASE TABLE'",
                        row -> row.getString(1))
                .forEach(table -> database.list("SELECT t::text FROM " + table + " t", row -> row.getString(1))
                        .forEach(all::append));
        return all.toString();
    }

    private static void enter(Locator sent) {
        sent.page().waitForNavigation(() -> sent.press("Enter"));
    }
}
