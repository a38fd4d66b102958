package org.lacuna.platform;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What must stand in a page for a selector to be worth a parse, and where to look then. */
class CssAlternativeTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            nullValues = "-",
            value = {
                "#challenge-form; challenge-form; #challenge-form; true",
                ".Player-Error; player-error; .player-error; true",
                "meta[property='og:type'][content=profile]; og:type profile meta; meta; true",
                "title; title; title; true",
                "div.c[id^=M_] .ctt; -; .ctt; true",
                "main section.notice h1; notice main section; h1; true",
                "main > p.verdict; verdict main; p; false",
                "h1:not(.markdown-body h1); -; h1; false",
                "script:containsData(/authwall?trk=); /authwall script; script; true",
                "script[src*='/ips.js']; /ips.js script; script; true",
                "tbody[class!=shown] td; -; td; true",
                "a[href*='captcha?x=1']; captcha; a; true",
                "[data-testid=emptyState]; emptystate; ''; true",
                "feed > yt|channelId; feed; ''; false"
            })
    void a_selector_says_what_it_needs(String selector, String words, String anchor, boolean descent) {
        CssAlternative alternative = CssAlternative.of(selector);

        assertThat(String.join(" ", alternative.words())).isEqualTo(words == null ? "" : words);
        assertThat(alternative.anchor()).isEqualTo(anchor);
        assertThat(alternative.chain().isEmpty()).isNotEqualTo(descent);
    }
}
