package org.lacuna.page.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CatalogueTest {
    private static final Path LIST = Path.of("docs", "translations.md");
    private static final String PAGES = "/page/messages/";
    private static final String FORM = "/intake/messages/";

    private static Catalogue read(String... lines) {
        return Catalogue.read("test", List.of(lines));
    }

    private static Texts texts(Language language, String... lines) {
        return new Texts(language, read(lines));
    }

    private static List<String> faults(Catalogue catalogue, Catalogue english) {
        return catalogue.faults(Language.SPANISH, english);
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void every_language_says_everything_with_the_same_places_to_fill(Language language) {
        for (String folder : List.of(PAGES, FORM)) {
            assertThat(Catalogue.of(folder, language).faults(language, Catalogue.of(folder, Language.ENGLISH)))
                    .isEmpty();
        }
    }

    @Test
    void what_a_translator_can_get_wrong_is_named() {
        Catalogue english = read("a = {count} files", "b = text");
        assertThat(faults(read("a = {count} Dateien", "b = Text"), english)).isEmpty();
        assertThat(faults(read("b = Text"), english)).containsExactly("test: expected the key a, found none");
        assertThat(faults(read("a = {count} Dateien", "b = Text", "c = mehr"), english))
                .containsExactly("test: expected no key c, which the English file lacks");
        assertThat(faults(read("a = {anzahl} Dateien", "b = Text"), english))
                .containsExactly("test: expected in a the placeholders [{count}], found [{anzahl}]");
        for (String leftOver : List.of("<b>Text</b>", "Text {", "Text &amp;", "Text %s", "Text \\u00e9")) {
            assertThat(faults(read("a = {count} Dateien", "b = " + leftOver), english))
                    .as(leftOver)
                    .containsExactly("test: expected plain text in b, found markup or a broken placeholder");
        }
        assertThatThrownBy(() -> read("a = x", "a = y")).hasMessageStartingWith("test:2:");
        assertThatThrownBy(() -> read("# fine", "a")).hasMessageStartingWith("test:2:");
        assertThatThrownBy(() -> read("a =")).hasMessageStartingWith("test:1:");
    }

    @Test
    void each_form_of_a_counted_text_needs_its_places_and_there_are_as_many_as_the_language_has() {
        Catalogue english = read("a = {count} day | {count} days");
        assertThat(faults(read("a = {count} día | {count} días"), english)).isEmpty();
        assertThat(faults(read("a = {count} d."), english)).isEmpty();
        assertThat(faults(read("a = un día | {count} días"), english)).isEmpty();
        assertThat(read("a = один день | {count} дня | {count} дней").faults(Language.RUSSIAN, english))
                .as("the first form is for 21 days too")
                .containsExactly("test: expected in a the placeholders [{count}], found []");
        assertThat(faults(read("a = un día | días"), english))
                .containsExactly("test: expected in a the placeholders [{count}], found []");
        assertThat(faults(read("a = {count} a | {count} b | {count} c"), english))
                .containsExactly("test: expected in a one form, or one for each of [one, other], found 3");
        assertThat(faults(read("a = uno | dos"), read("a = one")))
                .containsExactly("test: expected in a one form, or one for each of [one, other], found 2");
    }

    @Test
    void a_number_asks_for_the_form_that_its_language_has_for_it() {
        Texts russian = texts(Language.RUSSIAN, "a = {count} день | {count} дня | {count} дней");
        assertThat(Stream.of(1, 2, 5, 11, 21, 1002).map(count -> russian.counted("a", count)))
                .containsExactly("1 день", "2 дня", "5 дней", "11 дней", "21 день", "1\u00a0002 дня");
        assertThat(texts(Language.SPANISH, "a = {count} día | {count} días").counted("a", 2_000_000))
                .isEqualTo("2.000.000 días");
        assertThat(texts(Language.UYGHUR, "a = {count} كۈن").counted("a", 3)).isEqualTo("3 كۈن");
        assertThat(texts(Language.ENGLISH, "a = {count} day | {count} days").counted("a", 20, "count", "0–20"))
                .isEqualTo("0–20 days");
    }

    @Test
    void what_stands_in_a_value_is_never_taken_for_a_place() {
        assertThat(texts(Language.ENGLISH, "a = {file}: {reason}")
                        .of("a", "file", "{reason}.jpg", "reason", "{file} $1 \\"))
                .isEqualTo("{reason}.jpg: {file} $1 \\");
    }

    @Test
    void a_language_stands_before_pages_alone() {
        assertThat(Language.of("/ug/cases/x")).isEqualTo(Language.UYGHUR);
        assertThat(Language.of("/ug")).isEqualTo(Language.UYGHUR);
        assertThat(Language.of("/ugly")).isEqualTo(Language.ENGLISH);
        assertThat(Language.UYGHUR.withoutPrefix("/ug")).isEqualTo("/");
        assertThat(Stream.of("/", "/cases", "/cases/x/course.svg", "/reports/a/1", "/submit/status", "/log"))
                .allMatch(TranslatedPages::has);
        assertThat(Stream.of(
                        "/desk",
                        "/desk/login",
                        "/cases/../desk",
                        "/cases/./x",
                        "//evil.example/cases",
                        "/api/v1/cases",
                        "/feeds/cases.atom",
                        "/files/abc",
                        "/assets/x/y",
                        "/q/health",
                        "/bulk/latest/cases.csv",
                        "/reports/a.csv",
                        "/log/checkpoint",
                        "/cases/x/evidence.wacz",
                        "/captures/x",
                        "/casesx"))
                .noneMatch(TranslatedPages::has);
        assertThat(TranslatedPages.inAnotherLanguage("/xx/cases")).isTrue();
        assertThat(TranslatedPages.inAnotherLanguage("/zh/cases/a")).isTrue();
        assertThat(Stream.of("/cases/cases", "/ug/cases", "/about", "/q/health"))
                .noneMatch(TranslatedPages::inAnotherLanguage);
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
        StringBuilder list = new StringBuilder("""
                # Translations

                The texts of the public pages are in `src/main/resources/page/messages/`, those of the pages for people
                who report in `src/main/resources/intake/messages/`: one file for each language, one text a line, in UTF-8.
                To translate: change what stands behind `=`. Words in braces such as `{count}` stay as they are; there is
                no markup. Where a text depends on a number, its forms stand side by side with ` | ` between them, in the
                order one, few, many as far as the language has them; one form alone is used for every number. Short
                sentences, a respectful form of address, words that a frightened person understands. The seven words of a
                receipt stay English everywhere. `CatalogueTest` says what is missing or broken, and the server does not
                start with it.

                A line `# unchecked` above a text says that no native reader has looked at it yet. Who checks one takes
                the line away, and this page is made anew: the test writes it to `target/translations.md`. Below each table
                stand the texts that are still unchecked in a language in which others are checked already.

                Long texts stand in `src/main/resources/templates/web/prose/`, a folder for each language; of their
                translations none has been looked at by a native reader yet. `TemplateTextsTest` says where one lacks
                something that the English text has. The record itself is not translated, nor are the reports: pages say so.

                """);
        table(list, "The public pages", PAGES);
        list.append('\n');
        table(list, "The pages for people who report", FORM);
        return list.toString().replace("\r\n", "\n");
    }

    private static void table(StringBuilder list, String title, String folder) {
        Map<Language, Catalogue> catalogues = new EnumMap<>(Language.class);
        Stream.of(Language.values()).forEach(each -> catalogues.put(each, Catalogue.of(folder, each)));
        Catalogue english = catalogues.remove(Language.ENGLISH);
        list.append("## ").append(title).append("\n\n| language | texts | unchecked |\n|---|---|---|\n");
        catalogues.forEach((language, texts) -> list.append("| %s (%s) | %d | %d |%n"
                .formatted(
                        language.ownName(),
                        language.tag(),
                        texts.keys().size(),
                        texts.unchecked().size())));
        catalogues
                .values()
                .removeIf(texts -> texts.unchecked().size() == texts.keys().size());
        english.keys().forEach(key -> {
            String in = catalogues.entrySet().stream()
                    .filter(each -> each.getValue().unchecked().contains(key))
                    .map(each -> each.getKey().tag())
                    .collect(Collectors.joining(" "));
            if (!in.isEmpty()) {
                list.append("\n- `%s`: %s".formatted(key, in));
            }
        });
    }
}
