package org.lacuna.intake.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reports that are whole. */
final class Reports {
    static final String SENTINEL = "Quellenschutz-7f3a-蓝色的门";

    private Reports() {}

    /** All fields of all pages, as a tool sends them. */
    static Map<String, String> whole() {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("step", "send");
        fields.put("subject", "https://zoom.us/j/123456789");
        fields.put("platform", "");
        fields.put("what", "The meeting was cut off. " + SENTINEL);
        fields.put("since", "exact");
        fields.put("day", "31");
        fields.put("month", "5");
        fields.put("year", "2020");
        fields.put("lasts", "no");
        fields.put("said", "It violated our terms.");
        fields.put("explained-terms-violation", "yes");
        fields.put("appealed", "yes");
        fields.put("outcome", "No answer.");
        fields.put("pressure-threatening-call", "yes");
        fields.put("pressure-public-smear", "yes");
        fields.put("public-public-smear", "yes");
        fields.put("may-count", "yes");
        return fields;
    }

    /** Sends one; its receipt. */
    static String sent() {
        Response answer = Walk.form().formParams(whole()).post("/submit");
        assertThat(answer.statusCode()).isEqualTo(200);
        return Walk.page(answer).select("p.receipt").text();
    }
}
