package org.lacuna.intake.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
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

class CatalogueTest {
    private static final Path LIST = Path.of("docs", "translations.md");

    private static Catalogue read(String... lines) {
        return Catalogue.read("test", List.of(lines));
    }

    private static Say say(Language language) {
        return new Say(language, Catalogue.of(language));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void every_language_says_everything(Language language) {
        assertThat(Catalogue.of(language).faults(Catalogue.of(Language.ENGLISH)))
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
    void what_a_translator_can_get_wrong_is_named() {
        Catalogue english = read("a = {count} files", "b = text");
        assertThat(read("a = {count} Dateien", "b = Text").faults(english)).isEmpty();
        assertThat(read("b = Text").faults(english)).containsExactly("test: expected the key a, found none");
        assertThat(read("a = {count} Dateien", "b = Text", "c = mehr").faults(english))
                .containsExactly("test: expected no key c, which the English file lacks");
        assertThat(read("a = {anzahl} Dateien", "b = Text").faults(english))
                .containsExactly("test: expected in a the placeholders [{count}], found [{anzahl}]");
        for (String leftOver : List.of("<b>Text</b>", "Text {", "Text &amp;", "Text %s", "Text \\u00e9")) {
            assertThat(read("a = {count} Dateien", "b = " + leftOver).faults(english))
                    .as(leftOver)
                    .containsExactly("test: expected plain text in b, found markup or a broken placeholder");
        }
        assertThatThrownBy(() -> read("a = x", "a = y")).hasMessageStartingWith("test:2:");
        assertThatThrownBy(() -> read("# fine", "a")).hasMessageStartingWith("test:2:");
        assertThatThrownBy(() -> read("a =")).hasMessageStartingWith("test:1:");
    }

    @Test
    void what_stands_in_a_value_is_never_taken_for_a_place() {
        Say say = say(Language.ENGLISH);
        assertThat(say.of("file.problem", "file", "{reason}.jpg", "reason", "{file}"))
                .isEqualTo("{reason}.jpg: {file}");
    }

    @Test
    void days_and_numbers_are_written_as_the_language_writes_them() {
        LocalDate day = LocalDate.of(2026, 11, 28);
        assertThat(say(Language.ENGLISH).day(day)).isEqualTo("November 28, 2026");
        assertThat(say(Language.RUSSIAN).day(day)).startsWith("28 ноября 2026");
        assertThat(say(Language.SIMPLIFIED_CHINESE).day(day)).isEqualTo("2026年11月28日");
        assertThat(say(Language.UYGHUR).day(day)).contains("2026", "28");
        assertThat(say(Language.SPANISH).of("problem.too-long", "count", 262_144, "most", 20_000))
                .contains("262.144", "20.000");
    }

    @Test
    void what_no_native_reader_has_checked_is_listed() throws IOException {
        String list = list();
        Path fresh = Path.of("target", "translations.md");
        Files.createDirectories(fresh.getParent());
        Files.writeString(fresh, list);
        assertThat(Files.readString(LIST))
                .as("%s is not what the catalogues say; copy %s over it", LIST, fresh)
                .isEqualTo(list);
    }

    private static String list() {
        Catalogue english = Catalogue.of(Language.ENGLISH);
        List<Language> languages = Stream.of(Language.values())
                .filter(language -> language != Language.ENGLISH)
                .toList();
        StringBuilder list = new StringBuilder("""
                # Translations of the pages for people who report

                The texts are in `src/main/resources/intake/messages/`, one file for each language, one text a line, in UTF-8.
                To translate: change what stands behind `=`. Words in braces such as `{count}` stay as they are; there is
                no markup. Short sentences, a respectful form of address, words that a frightened person understands. The
                seven words of a receipt stay English everywhere. `CatalogueTest` says what is missing or broken, and the
                server does not start with it.

                A line `# unchecked` above a text says that no native reader has looked at it yet. Who checks one takes
                the line away, and this list is made anew: the test writes it to `target/translations.md`.

                | language | texts | unchecked |
                |---|---|---|
                """);
        languages.forEach(language -> list.append("| %s (%s) | %d | %d |%n"
                .formatted(
                        language.ownName(),
                        language.tag(),
                        Catalogue.of(language).keys().size(),
                        Catalogue.of(language).unchecked().size())));
        list.append("\n## Unchecked\n\n| text | in |\n|---|---|\n");
        english.keys().forEach(key -> {
            String in = languages.stream()
                    .filter(language -> Catalogue.of(language).unchecked().contains(key))
                    .map(Language::tag)
                    .collect(Collectors.joining(" "));
            if (!in.isEmpty()) {
                list.append("| `%s` | %s |\n".formatted(key, in));
            }
        });
        return list.toString().replace("\r\n", "\n");
    }
}
