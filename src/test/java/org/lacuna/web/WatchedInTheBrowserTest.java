package org.lacuna.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lacuna.Browser;
import org.lacuna.FreshWord;
import org.lacuna.crawl.WatchedSite;
import org.lacuna.shared.Database;
import org.lacuna.shared.Digest;

/** The pages about watching, with everything on them that there may be: several vantages, an alert, a geo-block. */
@QuarkusTest
class WatchedInTheBrowserTest {
    private static final int PHONE = 360;
    private static final int DESK = 1280;

    @TestHTTPResource
    URI root;

    @Inject
    WatchedSite site;

    @Inject
    Database database;

    private final String platform = "test-" + FreshWord.of(8);

    @BeforeEach
    void watch() {
        site.open(platform, "zoom-humanitarian-china-2020");
        site.origin().html("/control", "<p class=gone>gone</p>");
        database.change(
                "UPDATE watch SET subject = ?, url = ? WHERE platform = ? AND kind = 'watch'",
                address(),
                address(),
                platform);
        site.lookAgain();
        for (String vantage : List.of("DE/socks", "TR/http-proxy")) {
            database.change(
                    "INSERT INTO lane (host, vantage, due) VALUES ('site.example', ?, 'infinity') ON CONFLICT DO NOTHING",
                    vantage);
            database.change("""
                    INSERT INTO watch (platform, subject, url, kind, case_slug, vantage, host, added, due, checked, saw)
                    SELECT platform, subject, url, kind, case_slug, ?, 'site.example', added, 'infinity', now(),
                           CASE WHEN kind = 'control' THEN 'available' ELSE ? END
                    FROM watch WHERE platform = ? AND vantage = 'direct'
                    """, vantage, vantage.startsWith("TR") ? "not-found" : "available", platform);
        }
        database.change("""
                INSERT INTO confirmed_outcome (platform, subject, url, from_outcome, from_scope, to_outcome, to_scope,
                    first_seen_now, confirmed, vantages, available_from, evidence)
                VALUES (?, ?, ?, 'available', '{}', 'withheld', '{TR}', now(), now(), '{TR/http-proxy}', '{DE/socks}', ARRAY[?])
                """, platform, address(), address(), Digest.of("seen").toString());
    }

    @AfterEach
    void close() throws IOException {
        site.close();
        database.change("DELETE FROM lane WHERE vantage IN ('DE/socks', 'TR/http-proxy')");
    }

    @Test
    void a_platform_with_several_vantages_and_an_alert_fits_and_shuts_nobody_out() {
        look("platform-watched", "/platforms/" + platform, "The control is suspended, expected available.");
    }

    @Test
    void a_page_that_is_withheld_somewhere_is_shown_so_and_fits() {
        look(
                "reachable-known",
                "/reachable?url=" + URLEncoder.encode(address(), StandardCharsets.UTF_8),
                "Withheld in T");
    }

    @Test
    void of_a_page_nobody_watches_the_answer_fits_too() {
        look(
                "reachable-unknown",
                "/reachable?url=https%3A%2F%2Funknown.example%2F" + "ana".repeat(60),
                "We do not know");
    }

    private void look(String name, String path, String says) {
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            try (Browser.Window window = Browser.started().window(PHONE, scheme, true)) {
                Page page = window.page();
                page.navigate(root.resolve(path).toString());
                assertThat(page.locator("main").textContent()).contains(says);
                String shot = name + "-" + scheme.name().toLowerCase(Locale.ROOT);
                PagesInTheBrowserTest.assertFitsAndIsOpenToAll(page, shot, PHONE);
                page.setViewportSize(DESK, 900);
                PagesInTheBrowserTest.assertFitsAndIsOpenToAll(page, shot, DESK);
                assertThat(window.complaints()).isEmpty();
            }
        }
    }

    private String address() {
        return site.origin().url(platform + ".example", "/ana").toString();
    }
}
