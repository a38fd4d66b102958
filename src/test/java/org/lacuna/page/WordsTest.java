package org.lacuna.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lacuna.cases.Status;
import org.lacuna.cases.Verification;
import org.lacuna.cases.Vocabulary;
import org.lacuna.page.language.Catalogue;
import org.lacuna.page.language.Language;
import org.lacuna.shared.Outcome;

class WordsTest {
    private static final Catalogue ENGLISH = Catalogue.of(Say.FOLDER, Language.ENGLISH);
    private static final Say SAY = Say.in(Language.ENGLISH);

    @Test
    void every_word_of_the_record_has_words_for_a_reader() {
        assertNamed(Vocabulary.MEASURES.keySet(), "measure", "done");
        assertNamed(Vocabulary.EXPLANATIONS.keySet(), "explanation", "claim");
        assertNamed(Vocabulary.SPEAKERS.keySet(), "speaker");
        assertNamed(Vocabulary.STAGES.keySet(), "stage");
        assertNamed(Vocabulary.PRESSURES.keySet(), "pressure");
        assertNamed(Vocabulary.EXTENTS.keySet(), "extent");
        assertNamed(Vocabulary.WAYS.keySet(), "how");
        assertNamed(Vocabulary.SUBJECTS.keySet(), "kind");
        assertNamed(Arrays.stream(Status.values()).map(Status::word).toList(), "status", "meaning");
        assertNamed(Arrays.stream(Verification.values()).map(Verification::word).toList(), "verification", "meaning");
        assertNamed(Arrays.stream(Outcome.values()).map(Outcome::word).toList(), "outcome", "seen");
    }

    private static void assertNamed(Collection<String> words, String... lists) {
        assertThat(words).isNotEmpty();
        for (String list : lists) {
            assertThat(ENGLISH.keys())
                    .containsAll(words.stream().map(word -> list + "." + word).toList());
        }
    }

    @Test
    void a_word_that_is_not_known_is_shown_as_it_stands() {
        assertThat(SAY.word("explanation", "phase-of-moon")).isEqualTo("phase of moon");
    }

    @Test
    void a_scope_reads_as_a_place() {
        assertThat(SAY.scope(List.of("worldwide"))).isEqualTo("worldwide");
        assertThat(SAY.scope(List.of("CN"))).isEqualTo("in China");
        assertThat(SAY.scope(List.of("US", "HK", "TW"))).isEqualTo("in the United States, Hong Kong and Taiwan");
    }

    @Test
    void who_demanded_it_is_named_or_said_to_be_unknown() {
        assertThat(SAY.demandedBy(Optional.of(Map.of("government", "CN")))).isEqualTo("the government of China");
        assertThat(SAY.demandedBy(Optional.of(Map.of("court", "High Court of Hong Kong"))))
                .isEqualTo("High Court of Hong Kong");
        assertThat(SAY.demandedBy(Optional.empty())).isEqualTo("nobody is known to have demanded it");
    }

    @Test
    void only_the_web_is_linked() {
        assertThat(Words.linkable(Optional.of("https://example.org/"))).isTrue();
        assertThat(Words.linkable(Optional.of("HTTP://example.org/"))).isTrue();
        assertThat(Words.linkable(Optional.of("javascript:alert(1)"))).isFalse();
        assertThat(Words.linkable(Optional.of("data:text/html,x"))).isFalse();
        assertThat(Words.linkable(Optional.of("//example.org/"))).isFalse();
        assertThat(Words.linkable(Optional.empty())).isFalse();
    }

    @Test
    void arabic_script_runs_from_the_right() {
        assertThat(List.of("ug", "ar-EG", "fa", "ur"))
                .allMatch(tag -> Words.direction(tag).equals("rtl"));
        assertThat(List.of("en", "zh-Hant", "bo", "ug-Latn"))
                .allMatch(tag -> Words.direction(tag).equals("ltr"));
    }
}
