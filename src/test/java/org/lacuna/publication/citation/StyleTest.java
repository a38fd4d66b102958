package org.lacuna.publication.citation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lacuna.shared.Digest;

class StyleTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);
    private final ObjectMapper json = new ObjectMapper()
            .registerModule(new Jdk8Module())
            .registerModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);

    private static Citation citation(String title, Correction... since) {
        return new Citation(
                "zoom-somebody",
                title,
                12,
                DAY,
                Digest.of("bytes"),
                Citation.permalink(URI.create("https://lacuna.example/"), "zoom-somebody", DAY),
                List.of(since));
    }

    @Test
    void apa_names_the_publisher_the_day_the_version_and_the_permalink() {
        assertThat(Style.APA.write(citation("Somebody: account on Zoom"), json))
                .isEqualTo("Lacuna. (2026, November 20). Somebody: account on Zoom (Version 12) [Data set]. "
                        + "https://lacuna.example/cases/zoom-somebody?asOf=2026-11-20\n");
    }

    @Test
    void what_tex_would_read_as_a_command_is_printed_in_bibtex() {
        assertThat(BibTex.escaped("100% {a} \\b #1 & x_y $5 ~ ^"))
                .isEqualTo("100\\% \\textbraceleft{}a\\textbraceright{} \\textbackslash{}b \\#1 \\& x\\_y \\$5 "
                        + "\\textasciitilde{} \\textasciicircum{}");
    }

    @Test
    void braces_of_a_bibtex_entry_are_balanced_whatever_the_title_holds() {
        for (String title : List.of("}", "{", "}}}@misc{x,", "a\nb\u2028c", "\"quoted\"", "\\", "50% & more")) {
            String entry = Style.BIBTEX.write(citation(title), json);
            int open = 0;
            for (char c : entry.toCharArray()) {
                open += c == '{' ? 1 : c == '}' ? -1 : 0;
                assertThat(open).as(entry).isNotNegative();
            }
            assertThat(open).as(entry).isZero();
            assertThat(entry).startsWith("@misc{zoom-somebody-12,\n").contains("\n  month = nov,\n");
            assertThat(entry.lines().filter(line -> line.startsWith("  title = ")))
                    .hasSize(1);
        }
    }

    @Test
    void text_in_any_script_stays_as_it_is() throws Exception {
        for (String title : List.of("周锋锁: 帐号", "ئۇيغۇر", "བོད་ཡིག", "خبر: فارسی", "İstanbul ı", "👩‍💻 𝒜")) {
            assertThat(Style.APA.write(citation(title), json)).contains(title);
            assertThat(Style.BIBTEX.write(citation(title), json)).contains("title = {{" + title + "}}");
            assertThat(csl(citation(title)).get("title").asText()).isEqualTo(title);
        }
    }

    @Test
    void csl_json_is_a_list_of_one_item_with_the_names_of_its_schema() throws Exception {
        JsonNode item = csl(citation("Somebody \"quoted\" \\ <b>"));

        assertThat(item.get("type").asText()).isEqualTo("dataset");
        assertThat(item.get("title").asText()).isEqualTo("Somebody \"quoted\" \\ <b>");
        assertThat(item.at("/issued/date-parts/0").toString()).isEqualTo("[2026,11,20]");
        assertThat(item.at("/author/0/literal").asText()).isEqualTo("Lacuna");
        assertThat(item.get("version").asText()).isEqualTo("12");
        assertThat(item.get("URL").asText()).endsWith("/cases/zoom-somebody?asOf=2026-11-20");
        assertThat(item.has("note")).isFalse();
        assertThat(item.at("/custom/corrections").size()).isZero();
    }

    @Test
    void corrections_since_go_along_in_every_style() throws Exception {
        Citation corrected = citation(
                "Somebody",
                Correction.of(LocalDate.of(2026, 11, 25), "correction", "Line e5 corrects line e2", Optional.of("e5")));

        String sentence = "Since this version: 2026-11-25, Line e5 corrects line e2.";
        assertThat(Style.APA.write(corrected, json)).endsWith("\n" + sentence + "\n");
        assertThat(Style.BIBTEX.write(corrected, json)).contains(sentence);
        assertThat(csl(corrected).get("note").asText()).isEqualTo(sentence);
        assertThat(csl(corrected).at("/custom/corrections/0/on").asText()).isEqualTo("2026-11-25");
        assertThat(csl(corrected).at("/custom/corrections/0/entry").asText()).isEqualTo("e5");
    }

    @Test
    void a_style_that_is_none_is_refused_with_those_that_are() {
        assertThatThrownBy(() -> Style.named("mla")).hasMessage("expected apa, bibtex or csl, found 'mla'");
    }

    private JsonNode csl(Citation citation) throws Exception {
        JsonNode list = json.readTree(Style.CSL.write(citation, json));
        assertThat(list).hasSize(1);
        return list.get(0);
    }
}
