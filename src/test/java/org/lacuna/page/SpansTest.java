package org.lacuna.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lacuna.page.language.Language;

class SpansTest {
    private static final Say SAY = Say.in(Language.ENGLISH);
    private static final Optional<LocalDate> TODAY = Optional.of(LocalDate.of(2026, 11, 22));

    @Test
    void days_are_told_with_what_bounds_them() {
        assertThat(SAY.days(3, Optional.of(3L))).isEqualTo("3 days");
        assertThat(SAY.days(1, Optional.of(1L))).isEqualTo("1 day");
        assertThat(SAY.days(0, Optional.of(0L))).isEqualTo("less than a day");
        assertThat(SAY.days(0, Optional.of(1L))).isEqualTo("0–1 day");
        assertThat(SAY.days(0, Optional.of(20L))).isEqualTo("0–20 days");
        assertThat(SAY.days(208, Optional.empty())).isEqualTo("at least 208 days");
        assertThat(SAY.days(0, Optional.empty())).isEqualTo("a time that the sources do not bound");
    }

    @Test
    void what_was_not_lifted_is_never_told_as_a_finished_time() {
        assertThat(SAY.held("in-force", 2511, Optional.empty(), true, TODAY))
                .isEqualTo("still in force after at least 2,511 days (as of 22 November 2026)");
        assertThat(SAY.held("partly-lifted", 9, Optional.empty(), true, TODAY))
                .isEqualTo("not lifted in full after at least 9 days (as of 22 November 2026)");
        assertThat(SAY.held("unknown", 0, Optional.empty(), true, TODAY))
                .isEqualTo("not known: nobody says whether it still holds");
        assertThat(SAY.held("ended-otherwise", 0, Optional.empty(), true, TODAY))
                .isEqualTo("not counted: it ended without being lifted");
        assertThat(SAY.held("lifted", 0, Optional.of(7L), false, Optional.empty()))
                .isEqualTo("0–7 days");
    }

    @Test
    void a_moment_names_its_time_zone() {
        Instant late = Instant.parse("2020-06-07T23:59:59Z");
        assertThat(SAY.moment(late)).isEqualTo("7 June 2020, 23:59 UTC");
        assertThat(SAY.dayOf(late)).isEqualTo("7 June 2020");
    }
}
