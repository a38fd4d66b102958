package org.lacuna.desk.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lacuna.desk.work.CaseworkForTests.published;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lacuna.desk.door.DeskBrowser;
import org.lacuna.desk.door.DeskForTests;

/** Every form about cases, filled in as badly as one can. */
@QuarkusTest
class RefusedFormsTest {
    @Inject
    DeskForTests desk;

    @Inject
    CaseworkForTests work;

    private DeskBrowser editor;
    private String slug = "";

    @BeforeEach
    void a_case_to_work_on() {
        editor = desk.loggedIn();
        slug = published(editor);
        editor.post(
                "/desk/cases/" + slug + "/objections",
                Map.of("asked", "Leave me out.", "once", UUID.randomUUID().toString()));
    }

    private List<String> pages() {
        String at = "/desk/cases/" + slug;
        return List.of(
                "/desk/cases/new",
                at + "/entries/context",
                at + "/entries/restriction-imposed",
                at + "/entries/restriction-changed",
                at + "/entries/restriction-lifted",
                at + "/entries/statement",
                at + "/entries/appeal",
                at + "/entries/testimony",
                at + "/entries/pressure",
                at + "/entries/correction",
                at + "/verification",
                at + "/reply",
                at + "/subject",
                at + "/wording",
                at + "/named",
                at + "/objections",
                at + "/passage?what=entry&id=r1",
                at + "/retract",
                at + "/merge",
                at + "/split");
    }

    @Test
    void with_every_field_missing_each_is_refused_beside_its_fields_and_nothing_is_recorded() {
        eachForm((form, hidden) -> {
            List<Long> before = work.everything();
            Response answer = editor.post(form.attr("action"), hidden);
            assertThat(answer.statusCode()).as(form.attr("action")).isEqualTo(422);
            assertThat(Jsoup.parse(answer.asString()).select("#problems li")).isNotEmpty();
            assertThat(work.everything()).as(form.attr("action")).isEqualTo(before);
        });
    }

    @Test
    void what_is_too_tooLongis_refused_and_kept() {
        String tooLong = "x".repeat(4_001);
        eachForm((form, hidden) -> refusedWith(form, hidden, tooLong, tooLong));
    }

    @Test
    void what_turns_the_text_around_it_is_refused_and_kept() {
        eachForm((form, hidden) -> refusedWith(form, hidden, "turned \u202Ednuora", "turned \u202Ednuora"));
    }

    @Test
    void bytes_that_are_no_text_are_refused_and_marked() {
        eachForm((form, hidden) -> {
            List<Long> before = work.everything();
            StringBuilder body = new StringBuilder("form-token=" + editor.token());
            hidden.forEach(
                    (name, value) -> body.append('&').append(name).append('=').append(value));
            fields(form).forEach(name -> body.append('&').append(name).append("=a%FF%00%ED%A0%80z"));
            Response answer = editor.form().body(body.toString()).post(form.attr("action"));
            assertThat(answer.statusCode()).as(form.attr("action")).isEqualTo(422);
            assertThat(answer.asString()).contains("\uFFFD");
            assertThat(work.everything()).as(form.attr("action")).isEqualTo(before);
        });
    }

    private void refusedWith(Element form, Map<String, String> hidden, String typed, String kept) {
        List<Long> before = work.everything();
        Map<String, String> fields = new HashMap<>(hidden);
        fields(form).forEach(name -> fields.put(name, typed));
        Response answer = editor.post(form.attr("action"), fields);
        assertThat(answer.statusCode()).as(form.attr("action")).isEqualTo(422);
        Document page = Jsoup.parse(answer.asString());
        fields(form).forEach(name -> assertThat(page.select("#" + name).val())
                .as(form.attr("action") + " " + name)
                .isEqualTo(kept));
        assertThat(work.everything()).as(form.attr("action")).isEqualTo(before);
    }

    private interface Filled {
        void in(Element form, Map<String, String> hidden);
    }

    private void eachForm(Filled filled) {
        for (String path : pages()) {
            Document page = CaseworkForTests.page(editor, path);
            List<Element> forms =
                    page.select("main form[method=post]:not(.logout)").stream().toList();
            assertThat(forms).as(path).isNotEmpty();
            for (Element form : forms) {
                Map<String, String> hidden = form.select("input[type=hidden]:not([name=form-token])").stream()
                        .collect(Collectors.toMap(field -> field.attr("name"), Element::val));
                filled.in(form, hidden);
            }
        }
    }

    private static List<String> fields(Element form) {
        return form.select("input:not([type=hidden], [type=checkbox]), textarea")
                .eachAttr("name");
    }
}
