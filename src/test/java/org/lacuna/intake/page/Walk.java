package org.lacuna.intake.page;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.builder.MultiPartSpecBuilder;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.FormElement;

/** Walks through the pages as a browser without scripts does: it sends what the form holds. */
final class Walk {
    private Response answer;
    private Document page;
    private final Map<String, String> typed = new LinkedHashMap<>();
    private Optional<byte[]> file = Optional.empty();
    private String fileName = "";

    static Walk to(String path) {
        Walk walk = new Walk();
        walk.arrived(given().get(path));
        return walk;
    }

    /** As a browser at its most careful, or curl, sends it. */
    static RequestSpecification form() {
        return given().header("Origin", "null").contentType("application/x-www-form-urlencoded; charset=UTF-8");
    }

    static Document page(Response answer) {
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        assertThat(answer.headers().hasHeaderWithName("Set-Cookie")).isFalse();
        return Jsoup.parse(answer.asString());
    }

    Walk type(String field, String value) {
        assertThat(page.select("[name=" + field + "]")).as("field " + field).isNotEmpty();
        typed.put(field, value);
        return this;
    }

    Walk choose(String name, byte[] bytes) {
        fileName = name;
        file = Optional.of(bytes);
        return this;
    }

    /** Presses the button of this value, or with this end of its address. */
    Walk press(String button) {
        // The buttons that change the language lead to the same room.
        Element byValue = page.selectFirst("button[value=" + button + "]:not(.first)");
        Element inForm = byValue != null ? byValue : page.selectFirst("#main-form button[formaction$=" + button + "]");
        Element pressed = inForm != null ? inForm : page.selectFirst("button[formaction$=" + button + "]");
        assertThat(pressed).as("button " + button).isNotNull();
        FormElement form = (FormElement) page.selectFirst("form#main-form");
        Map<String, String> fields = new LinkedHashMap<>();
        form.formData().forEach(field -> fields.put(field.key(), field.value()));
        fields.putAll(typed);
        fields.remove("files");
        fields.values().removeIf(value -> value.equals(UNTICKED));
        if (!pressed.attr("name").isEmpty()) {
            fields.put(pressed.attr("name"), pressed.val());
        }
        String where = pressed.hasAttr("formaction") ? pressed.attr("formaction") : form.attr("action");
        boolean parts = form.attr("enctype").startsWith("multipart") && !pressed.hasAttr("formenctype");
        arrived(
                parts
                        ? sentInParts(fields).post(where)
                        : form().formParams(fields).post(where));
        return this;
    }

    static final String UNTICKED = "(unticked)";

    private RequestSpecification sentInParts(Map<String, String> fields) {
        RequestSpecification request = given().header("Origin", "null");
        fields.forEach((name, value) -> request.multiPart(new MultiPartSpecBuilder(value)
                .controlName(name)
                .charset("UTF-8")
                .emptyFileName()
                .build()));
        return request.multiPart("files", fileName, file.orElse(new byte[0]), "application/octet-stream");
    }

    private void arrived(Response response) {
        answer = response;
        page = page(response);
        typed.clear();
        file = Optional.empty();
        fileName = "";
    }

    Walk expect(int status) {
        assertThat(answer.statusCode()).as(page.text()).isEqualTo(status);
        return this;
    }

    Document page() {
        return page;
    }

    Response answer() {
        return answer;
    }

    String heading() {
        return page.select("h1").text();
    }

    String receipt() {
        return page.select("p.receipt").text();
    }

    String problem(String field) {
        return page.select("#" + field + "-error").text();
    }

    String shown(String field) {
        return page.select("#main-form [name=" + field + "]").val();
    }
}
