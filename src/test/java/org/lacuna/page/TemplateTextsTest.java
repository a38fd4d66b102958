package org.lacuna.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;
import org.junit.jupiter.api.Test;
import org.lacuna.page.language.Catalogue;
import org.lacuna.page.language.Language;
import org.lacuna.page.language.TranslatedPages;

/** Templates of public pages hold no words of their own: every sentence stands in a catalogue, in eight languages. */
class TemplateTextsTest {
    private static final Path TEMPLATES = Path.of("src", "main", "resources", "templates");

    /** Long texts, in a folder for each language. */
    private static final Path PROSE = Path.of("web", "prose");

    /** About copies of what others wrote: each has one address, and is in English. */
    private static final Set<Path> ENGLISH_ALONE =
            Set.of(Path.of("web", "capture.html"), Path.of("page", "inert.html"));

    /** Tags that pages outside the desk and the form use. */
    private static final Set<String> TAGS = Set.of(
            "asof",
            "askday",
            "caseLine",
            "chart",
            "corrected",
            "date",
            "englishonly",
            "notes",
            "status",
            "verification");

    /** Names, and what stands for itself in every language. */
    private static final Set<String> NAMES = Set.of(
            "Lacuna", "SVG", "PNG", "CSV", "Atom", "JSON", "Feed", "https", "video", "example", "channel", "name");

    private static final Pattern EXPRESSION = Pattern.compile("\\{[^{}\\s][^{}]*}");
    private static final Pattern WORD = Pattern.compile("\\p{L}{3,}");
    private static final Pattern KEY = Pattern.compile("text:(?:of|counted)\\('([^']+)'");
    private static final List<String> READ_OUT = List.of("aria-label", "title", "alt", "data-label");

    private static final List<String> LONG_TEXTS = List.of("data.html", "log.html", "methods.html");

    private static List<Path> templates() throws IOException {
        try (Stream<Path> all = Files.walk(TEMPLATES)) {
            return all.filter(Files::isRegularFile)
                    .map(TEMPLATES::relativize)
                    .filter(path -> path.startsWith("web")
                            || path.startsWith("report")
                            || path.startsWith("page")
                            || path.startsWith("tags")
                                    && TAGS.contains(
                                            path.getFileName().toString().replace(".html", "")))
                    .filter(path -> !ENGLISH_ALONE.contains(path))
                    .sorted()
                    .toList();
        }
    }

    private static List<String> wordsOfItsOwn(String template) {
        Document page = Jsoup.parse(EXPRESSION.matcher(template).replaceAll(" "));
        // what somebody types at a machine is the same in every language
        page.select("pre, code, [lang=en]").remove();
        List<String> found = words(page.text());
        READ_OUT.forEach(attribute ->
                page.select("[" + attribute + "]").forEach(element -> found.addAll(words(element.attr(attribute)))));
        page.select("meta[name=description]").forEach(element -> found.addAll(words(element.attr("content"))));
        return found;
    }

    private static List<String> words(String text) {
        return WORD.matcher(text)
                .results()
                .map(word -> word.group())
                .filter(word -> !NAMES.contains(word))
                .collect(Collectors.toCollection(ArrayList::new));
    }

    /** Links to pages that would lead out of the reader's language. */
    private static List<String> leadsOut(String template) {
        Elements links = Jsoup.parse(template).select("[href], [action]");
        return links.stream()
                .map(TemplateTextsTest::target)
                .filter(target -> target.startsWith("/"))
                .filter(target ->
                        TranslatedPages.has(target.replaceAll("\\{[^}]*}", "x").replaceAll("[?#].*", "")))
                .toList();
    }

    private static String target(Element link) {
        return link.hasAttr("href") ? link.attr("href") : link.attr("action");
    }

    @Test
    void no_template_of_a_public_page_holds_words_of_its_own() throws IOException {
        assertThat(templates()).hasSizeGreaterThan(25);
        for (Path template : templates()) {
            if (!template.startsWith(PROSE)) {
                assertThat(wordsOfItsOwn(Files.readString(TEMPLATES.resolve(template))))
                        .as("%s: put these words into page/messages", template)
                        .isEmpty();
            }
        }
    }

    /** What a text is made of, whatever the order that a language puts it in. */
    private static List<String> parts(Path text) throws IOException {
        String template = Files.readString(TEMPLATES.resolve(text));
        Stream<String> elements = Jsoup.parseBodyFragment(template).body().getAllElements().stream()
                .map(each -> each.tagName() + " " + each.id() + " " + each.attr("href")
                        + (Set.of("code", "pre").contains(each.tagName()) ? each.text() : ""));
        Stream<String> expressions = EXPRESSION.matcher(template).results().map(each -> each.group());
        return Stream.concat(elements, expressions).sorted().toList();
    }

    @Test
    void a_long_text_holds_the_same_in_every_language() throws IOException {
        for (String name : LONG_TEXTS) {
            List<String> english = parts(PROSE.resolve(Language.ENGLISH.tag()).resolve(name));
            assertThat(english).hasSizeGreaterThan(10);
            for (Language language : Language.values()) {
                Path text = PROSE.resolve(language.tag()).resolve(name);
                assertThat(parts(text)).as(text.toString()).isEqualTo(english);
            }
        }
    }

    @Test
    void no_link_to_a_page_leads_out_of_the_language() throws IOException {
        for (Path template : templates()) {
            assertThat(leadsOut(Files.readString(TEMPLATES.resolve(template))))
                    .as("%s: write {to:page('/…')}", template)
                    .isEmpty();
        }
    }

    @Test
    void every_text_that_a_template_asks_for_is_there() throws IOException {
        Set<String> keys = Catalogue.of(Say.FOLDER, Language.ENGLISH).keys();
        for (Path template : templates()) {
            Matcher asked = KEY.matcher(Files.readString(TEMPLATES.resolve(template)));
            assertThat(asked.results().map(key -> key.group(1)).toList())
                    .as(template.toString())
                    .allMatch(keys::contains);
        }
    }

    @Test
    void a_sentence_in_a_template_would_be_found() {
        assertThat(wordsOfItsOwn("<p>{text:of('a.key')} A sentence of its own.</p>"))
                .containsExactly("sentence", "its", "own");
        assertThat(wordsOfItsOwn("<nav aria-label=\"Main\"><a href=\"{to:page('/')}\">{text:of('a')}</a></nav>"))
                .containsExactly("Main");
        assertThat(wordsOfItsOwn("{#if each.current}yes, it is{#else}{text:of('no')}{/if}"))
                .containsExactly("yes");
        assertThat(wordsOfItsOwn("<p>{text:of('a', 'b', words:status('restored'))}</p>"))
                .isEmpty();
        assertThat(leadsOut("<a href=\"/cases?status={status}\">x</a><form action=\"/\"></form>"))
                .containsExactly("/cases?status={status}", "/");
        assertThat(
                        leadsOut(
                                "<a href=\"/api/v1/cases\"></a><a href=\"/reports/{id}.csv\"></a><a href=\"{to:page('/')}\"></a>"))
                .isEmpty();
    }
}
