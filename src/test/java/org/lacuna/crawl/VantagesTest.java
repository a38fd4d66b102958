package org.lacuna.crawl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.lacuna.fetch.Exit;

/** Where a node looks from, and settings that stop it. */
class VantagesTest {
    @Test
    void of_which_nothing_is_configured_looks_without_a_proxy() {
        assertThat(vantages().all()).singleElement().satisfies(here -> {
            assertThat(here.vantage().word()).isEqualTo("direct");
            assertThat(here.exit()).isEqualTo(Exit.DIRECT);
        });
        assertThat(vantages("lacuna.crawl.country", "DE").all())
                .extracting(here -> here.vantage().word())
                .containsExactly("DE/direct");
    }

    @Test
    void each_has_an_exit_of_its_own() {
        Vantages vantages = vantages(
                "lacuna.crawl.vantages.b.country", "TR",
                "lacuna.crawl.vantages.b.route", "socks",
                "lacuna.crawl.vantages.b.proxy", "[::1]:9050",
                "lacuna.crawl.vantages.b.user", "circuit",
                "lacuna.crawl.vantages.a.country", "DE",
                "lacuna.crawl.vantages.a.route", "http-proxy",
                "lacuna.crawl.vantages.a.proxy", "proxy.example:3128");
        assertThat(vantages.names()).containsExactly("a", "b");
        assertThat(vantages.named("a").orElseThrow().exit()).isEqualTo(Exit.httpProxy("proxy.example", 3128));
        assertThat(vantages.named("b").orElseThrow().exit())
                .isEqualTo(Exit.socks5("::1", 9050).as("circuit", "circuit"));
        assertThat(vantages.named("c")).isEmpty();
    }

    @Test
    void a_route_without_its_proxy_names_the_setting() {
        stops(
                "lacuna.crawl.vantages.tr.proxy: expected a host and a port such as 127.0.0.1:9050, found nothing",
                "lacuna.crawl.vantages.tr.route",
                "socks");
    }

    @Test
    void a_proxy_in_another_form_names_the_setting_and_not_the_proxy() {
        for (String wrong :
                new String[] {"http://10.1.2.3:80/", "10.1.2.3", ":80", "10.1.2.3:99999", "me@10.1.2.3:80"}) {
            assertThatThrownBy(() -> vantages(
                            "lacuna.crawl.vantages.tr.route", "socks", "lacuna.crawl.vantages.tr.proxy", wrong))
                    .as(wrong)
                    .hasMessageStartingWith("lacuna.crawl.vantages.tr")
                    .hasMessageContaining("expected")
                    .hasMessageNotContaining("10.1.2.3");
        }
    }

    @Test
    void two_at_one_place_name_both() {
        stops(
                "lacuna.crawl.vantages: expected another country or route for each, found a and b both at TR/direct",
                "lacuna.crawl.vantages.a.country",
                "TR",
                "lacuna.crawl.vantages.b.country",
                "TR");
    }

    @Test
    void a_country_that_is_no_code_names_the_setting() {
        stops(
                "lacuna.crawl.vantages.tr: expected a country of two capital letters, found 'turkey'",
                "lacuna.crawl.vantages.tr.country",
                "turkey");
        stops(
                "lacuna.crawl.country: expected a country of two capital letters, found 'tr'",
                "lacuna.crawl.country",
                "tr");
    }

    private static void stops(String message, String... settings) {
        assertThatThrownBy(() -> vantages(settings)).hasMessage(message);
    }

    private static Vantages vantages(String... settings) {
        Map<String, String> named = new HashMap<>();
        for (int i = 0; i < settings.length; i += 2) {
            named.put(settings[i], settings[i + 1]);
        }
        return new Vantages(new SmallRyeConfigBuilder()
                .withMapping(CrawlSettings.class)
                .withSources(new PropertiesConfigSource(named, "test", 500))
                .addDiscoveredConverters()
                .build()
                .getConfigMapping(CrawlSettings.class));
    }
}
