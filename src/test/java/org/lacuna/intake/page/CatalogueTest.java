package org.lacuna.intake.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lacuna.evidence.files.RefusedFile;
import org.lacuna.intake.Answer;
import org.lacuna.intake.ClosingReason;
import org.lacuna.intake.Explained;
import org.lacuna.intake.Pressure;
import org.lacuna.intake.SubmissionState;
import org.lacuna.page.language.Catalogue;
import org.lacuna.page.language.Language;

class CatalogueTest {
    private static Say say(Language language) {
        return new Say(language, Catalogue.of(Say.FOLDER, language));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void every_language_says_everything(Language language) {
        assertThat(Catalogue.of(Say.FOLDER, language).faults(language, Catalogue.of(Say.FOLDER, Language.ENGLISH)))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void every_word_of_a_closed_list_and_every_reason_to_refuse_a_file_has_its_sentence(Language language) {
        Say say = say(language);
        Stream.of(Answer.values())
                .forEach(word -> assertThat(say.word("answer", word)).isNotEmpty());
        Stream.of(Explained.values())
                .forEach(word -> assertThat(say.word("explained", word)).isNotEmpty());
        Stream.of(Pressure.values())
                .forEach(word -> assertThat(say.word("pressure", word)).isNotEmpty());
        Stream.of(SubmissionState.values()).forEach(state -> assertThat(say.state(state) + say.meaning(state))
                .isNotEmpty());
        Stream.of(ClosingReason.values())
                .forEach(reason -> assertThat(say.reason(reason)).isNotEmpty());
        assertThat(Stream.of(RefusedFile.Reason.values())
                        .map(reason -> say.orOther("file", reason.word()))
                        .collect(Collectors.toSet()))
                .hasSameSizeAs(RefusedFile.Reason.values())
                .doesNotContain(say.of("file.other"));
        assertThat(say.orOther("file", "something-new")).isEqualTo(say.of("file.other"));
    }

    @Test
    void days_and_numbers_are_written_as_the_language_writes_them() {
        LocalDate day = LocalDate.of(2026, 11, 28);
        assertThat(say(Language.ENGLISH).day(day)).isEqualTo("28 November 2026");
        assertThat(say(Language.RUSSIAN).day(day)).startsWith("28 ноября 2026");
        assertThat(say(Language.SIMPLIFIED_CHINESE).day(day)).isEqualTo("2026年11月28日");
        assertThat(say(Language.UYGHUR).day(day)).contains("2026", "28");
        assertThat(say(Language.SPANISH).of("problem.too-long", "count", 262_144, "most", 20_000))
                .contains("262.144", "20.000");
    }
}
