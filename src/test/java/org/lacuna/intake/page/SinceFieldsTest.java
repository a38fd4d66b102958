package org.lacuna.intake.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lacuna.page.SentForm;
import org.lacuna.page.language.Catalogue;
import org.lacuna.page.language.Language;
import org.lacuna.shared.EdtfDate;

class SinceFieldsTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T12:00:00Z"), ZoneOffset.UTC);

    private static SentForm form(String how, String day, String month, String year) {
        return SentForm.of(Map.of("since", how, "day", day, "month", month, "year", year));
    }

    private static Optional<String> read(String how, String day, String month, String year) {
        SentForm form = form(how, day, month, year);
        Optional<EdtfDate> date = new SinceFields(
                        new Reading(form, new Say(Language.ENGLISH, Catalogue.of(Say.FOLDER, Language.ENGLISH))), CLOCK)
                .read();
        assertThat(form.problem("since")).isEmpty();
        return date.map(EdtfDate::toString);
    }

    private static String refused(String how, String day, String month, String year) {
        SentForm form = form(how, day, month, year);
        assertThat(new SinceFields(
                                new Reading(
                                        form, new Say(Language.ENGLISH, Catalogue.of(Say.FOLDER, Language.ENGLISH))),
                                CLOCK)
                        .read())
                .isEmpty();
        return form.problem("since");
    }

    @Test
    void exact_about_and_not_sure_become_edtf() {
        assertThat(read("exact", "7", "6", "2020")).contains("2020-06-07");
        assertThat(read("about", "7", "6", "2020")).contains("2020-06-07~");
        assertThat(read("about", "", "6", "2020")).contains("2020-06~");
        assertThat(read("about", "", "", "2020")).contains("2020-01-01/2020-12-31");
        assertThat(read("not-sure", "", "", "")).isEmpty();
        assertThat(read("", "", "", "")).isEmpty();
    }

    @Test
    void not_sure_with_a_date_means_about() {
        assertThat(read("not-sure", "", "6", "2020")).contains("2020-06~");
    }

    @Test
    void digits_of_other_scripts_are_digits() {
        assertThat(read("exact", "٧", "۶", "２０２０")).contains("2020-06-07");
    }

    @Test
    void what_no_calendar_has_is_refused() {
        assertThat(refused("exact", "31", "2", "2020")).isEqualTo("There is no such day.");
        assertThat(refused("exact", "1", "13", "2020")).isEqualTo("There is no such day.");
        assertThat(refused("exact", "1", "1", "2027")).isEqualTo("This day is in the future.");
        assertThat(refused("exact", "1", "1", "20")).startsWith("Please write the year with four digits");
        assertThat(refused("exact", "x", "1", "2020")).startsWith("Please write day, month and year as numbers");
        assertThat(refused("exact", "", "1", "2020")).startsWith("An exact day needs");
        assertThat(refused("about", "1", "", "2020")).startsWith("Please give the month too");
        assertThat(refused("about", "1", "1", "")).startsWith("Please give at least the year");
        assertThat(refused("", "1", "1", "2020")).startsWith("Please say whether");
        assertThat(refused("yesterday", "1", "1", "2020")).startsWith("Please choose one");
    }
}
