package org.lacuna.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lacuna.page.Say;
import org.lacuna.page.language.Language;
import org.lacuna.publication.PublicCase;
import org.lacuna.publication.PublicCase.Restriction;
import org.lacuna.publication.PublicDate;
import org.lacuna.shared.EdtfDate;

class HeadlineTest {
    private static final PublicCase.PlatformName SITE = new PublicCase.PlatformName("example", "Example");

    private static Restriction restriction(String state, String imposed, String measure, String... scope) {
        EdtfDate date = EdtfDate.parse(imposed);
        boolean lifted = state.equals("lifted");
        return new Restriction(
                "r1",
                state,
                measure,
                List.of(scope),
                Optional.empty(),
                new PublicDate(date, date.earliest(), date.latest()),
                List.of(),
                new PublicCase.Latency(
                        2,
                        lifted ? Optional.of(5L) : Optional.empty(),
                        !lifted,
                        lifted ? Optional.empty() : Optional.of(LocalDate.of(2026, 11, 22))));
    }

    private static String what(String status, Restriction... restrictions) {
        PublicCase.Subject subject =
                new PublicCase.Subject("account", "Somebody", Optional.empty(), Optional.empty(), List.of());
        return Headline.of(subject, SITE, status, List.of(restrictions), Say.in(Language.ENGLISH))
                .what();
    }

    @Test
    void it_says_what_where_since_when_and_where_it_stands() {
        assertThat(what("restored", restriction("lifted", "2020-06-07", "DECISION_ACCOUNT_SUSPENDED", "worldwide")))
                .isEqualTo("suspended by Example worldwide on 7 June 2020; restored after 2–5 days");
        assertThat(what(
                        "restricted",
                        restriction("in-force", "2021-05", "DECISION_VISIBILITY_CONTENT_DISABLED", "CN", "US")))
                .isEqualTo("blocked by Example in China and the United States in May 2021; no lift recorded");
        assertThat(what(
                        "ended-otherwise",
                        restriction(
                                "ended-otherwise", "../2020-10", "DECISION_PROVISION_TOTAL_SUSPENSION", "worldwide")))
                .isEqualTo("cut off by Example worldwide by October 2020; ended without being lifted");
    }

    @Test
    void of_several_restrictions_it_tells_the_one_that_makes_the_status() {
        Restriction lifted = restriction("lifted", "2019-01-02", "DECISION_ACCOUNT_SUSPENDED", "worldwide");
        Restriction inForce = restriction("in-force", "2019-03-02", "DECISION_ACCOUNT_TERMINATED", "worldwide");
        Restriction inPart = restriction("partly-lifted", "2019-02-02", "DECISION_ACCOUNT_SUSPENDED", "worldwide");
        assertThat(what("restricted", lifted, inForce)).startsWith("terminated").endsWith("; no lift recorded");
        assertThat(what("partially-restored", lifted, inPart, inForce))
                .contains("2 February 2019")
                .endsWith("; since restored in part");
        assertThat(what("partially-restored", lifted, inForce))
                .startsWith("terminated")
                .endsWith("; no lift recorded, though others were lifted");
    }

    @Test
    void content_of_an_account_that_was_removed_is_not_told_as_the_account() {
        assertThat(what(
                        "restricted",
                        restriction("in-force", "2021-05-01~", "DECISION_VISIBILITY_CONTENT_REMOVED", "worldwide")))
                .isEqualTo("content removed by Example worldwide about 1 May 2021; no lift recorded");
    }
}
