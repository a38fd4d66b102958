package org.lacuna.desk.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.lacuna.cases.Vocabulary;
import org.lacuna.intake.Explained;
import org.lacuna.intake.Pressure;
import org.lacuna.shared.Word;

/** Intake may not know the record; what people choose from must still be the record's words. */
class SharedWordsTest {
    private static Set<String> words(Word... list) {
        return Arrays.stream(list).map(Word::word).collect(Collectors.toSet());
    }

    @Test
    void people_choose_from_the_explanations_and_kinds_of_pressure_of_the_record() {
        assertThat(words(Explained.values())).isEqualTo(Vocabulary.EXPLANATIONS.keySet());
        assertThat(words(Pressure.values())).isEqualTo(Vocabulary.PRESSURES.keySet());
    }
}
