package org.lacuna.desk.work;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.lacuna.FreshWord;
import org.lacuna.desk.door.DeskBrowser;
import org.lacuna.shared.Database;

/** Fills in the forms of the desk as an editor would. */
@ApplicationScoped
public class CaseworkForTests {
    private final Database database;

    CaseworkForTests(Database database) {
        this.database = database;
    }

    static String newSlug() {
        return "zoom-work-" + FreshWord.of(8);
    }

    /** A whole new case that names nobody. */
    public static Map<String, String> newCase(String slug) {
        Map<String, String> fields = new HashMap<>();
        fields.put("title", "A meeting cut off on Zoom");
        fields.put("slug", slug);
        fields.put("summary", "A commemoration was ended while it ran.");
        fields.put("platform", "zoom");
        fields.put("subject-kind", "meeting");
        fields.put("subject-name", "A commemoration");
        fields.put("measure", "DECISION_PROVISION_TOTAL_SUSPENSION");
        fields.put("scope", "cn, hk");
        fields.put("date", "2020-05~");
        fields.put("text", "The platform ended the meeting.");
        fields.put("source-publisher", "A person who wrote to us");
        fields.put("source-title", "Report sent to this monitor");
        fields.put("source-language", "en");
        fields.put("named", "nobody-living");
        return fields;
    }

    /** Publishes a case without a submission; its slug. */
    static String published(DeskBrowser editor) {
        String slug = newSlug();
        accepted(editor.post("/desk/cases/new", newCase(slug)));
        return slug;
    }

    /** The fields of an entry; {@code more} are pairs of name and value. */
    static Map<String, String> entry(String text, String... more) {
        Map<String, String> fields =
                new HashMap<>(Map.of("once", UUID.randomUUID().toString(), "date", "2020-06-10", "text", text));
        for (int i = 0; i < more.length; i += 2) {
            fields.put(more[i], more[i + 1]);
        }
        return fields;
    }

    /** The id of the box that cites the only source of a case so far. */
    static final String CITES = "cites-a-person-who-wrote-to-us";

    static Response accepted(Response answer) {
        assertThat(answer.statusCode())
                .as(() -> Jsoup.parse(answer.asString())
                        .select("[role=alert], .error")
                        .text())
                .isEqualTo(303);
        return answer;
    }

    static Document page(DeskBrowser editor, String path) {
        Response answer = editor.get(path);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return Jsoup.parse(answer.asString());
    }

    /** The open proposals about a case. */
    List<String> proposals(String slug) {
        return database.list("""
                SELECT p.id::text FROM proposal p LEFT JOIN proposal_decision d ON d.proposal = p.id
                WHERE p.about = ? AND d.proposal IS NULL
                """, row -> row.getString(1), slug);
    }

    Response approve(DeskBrowser editor, String slug) {
        return editor.post("/desk/proposals/" + proposals(slug).get(0) + "/approve", Map.of("why", "I agree with it."));
    }

    /** How much is recorded, of everything that a form of the desk can record. */
    List<Long> everything() {
        return List.of(
                        "cases",
                        "incident_wording",
                        "subject",
                        "entry",
                        "source",
                        "verification",
                        "objection",
                        "objection_answer",
                        "redaction",
                        "named_person",
                        "case_redirect",
                        "proposal",
                        "reply_channel",
                        "source_archiving",
                        "form_taken")
                .stream()
                .map(table -> database.first("SELECT count(*) FROM " + table, row -> row.getLong(1))
                        .orElseThrow())
                .toList();
    }
}
