package org.lacuna.publication;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.lacuna.cases.Grounds;
import org.lacuna.cases.RetractCase;
import org.lacuna.shared.Database;

/** Facts that came into the tables by another way are published as if they had come by the usual one. */
@QuarkusTest
class PublishRecordTest {
    /** One of the founding record, with a shielded entry, disputes and lifts. */
    private static final String KNOWN = "zoom-june-fourth-2020";

    @Inject
    PublishRecord publish;

    @Inject
    PublicRecord record;

    @Inject
    RetractCase retract;

    @Inject
    Database database;

    @Test
    void what_has_no_document_gets_the_one_that_it_would_have_had() {
        List<String> known = slugs(KNOWN);
        long last = last();
        copyFacts("again-");
        List<Long> told = new ArrayList<>();

        assertThat(publish.missing(told::add)).isPositive();

        assertThat(told).isNotEmpty();
        assertThat(slugs("again-" + KNOWN)).hasSameSizeAs(known);
        for (String slug : known) {
            assertThat(text("again-" + slug).replace("again-", "")).isEqualTo(text(slug));
        }
        assertThat(text("again-zoom-humanitarian-china-2020")).doesNotContain("worldtribune");
        assertThat(database.list(
                        "SELECT sequence FROM change WHERE sequence > ? ORDER BY sequence",
                        row -> row.getLong(1),
                        last))
                .as("numbers without gaps")
                .first()
                .isEqualTo(last + 1);
        assertThat(last() - last).isEqualTo(known.size() + 1L);

        long after = last();
        publish.missing(told::add);
        assertThat(last()).as("nothing is published twice").isEqualTo(after);
        // other tests look for these people and expect to find them once
        known.forEach(slug -> retract.retract("again-" + slug, new Grounds("error", "", UUID.randomUUID())));
    }

    private long last() {
        return database.first("SELECT max(sequence) FROM change", row -> row.getLong(1))
                .orElseThrow();
    }

    private List<String> slugs(String incident) {
        return database.list(
                "SELECT slug FROM current_case WHERE incident = ? ORDER BY slug", row -> row.getString(1), incident);
    }

    /** Without the number and the moment of its last change. */
    private String text(String slug) {
        Document document = record.caseDocument(slug).orElseThrow();
        return new String(document.body(), StandardCharsets.UTF_8)
                .replaceAll("\"(sequence\":\\d+|(lastChanged|asOf)\":\"[^\"]*\")", "");
    }

    private void copyFacts(String prefix) {
        for (String sql : List.of(
                "INSERT INTO incident SELECT ? || slug, recorded FROM incident WHERE slug = ?",
                """
                INSERT INTO incident_wording (incident, title, summary, recorded)
                SELECT ? || incident, title, summary, recorded FROM incident_wording WHERE incident = ?
                """,
                """
                INSERT INTO source (incident, id, publisher, title, url, published, language, archived, recorded)
                SELECT ? || incident, id, publisher, title, url, published, language, archived, recorded
                FROM source WHERE incident = ? ORDER BY position
                """,
                """
                INSERT INTO cases (slug, incident, platform, recorded)
                SELECT p || slug, p || incident, platform, recorded
                FROM cases, (SELECT ?::text AS p) prefix WHERE incident = ? ORDER BY position
                """,
                """
                INSERT INTO subject (case_slug, kind, name, url, based_in, topics, recorded)
                SELECT ? || case_slug, s.kind, s.name, s.url, s.based_in, s.topics, s.recorded
                FROM subject s JOIN cases c ON c.slug = s.case_slug WHERE c.incident = ? ORDER BY s.id
                """,
                """
                INSERT INTO entry (case_slug, id, type, happened, earliest, latest, text, sources, own, disputed, recorded)
                SELECT ? || e.case_slug, e.id, e.type, e.happened, e.earliest, e.latest, e.text, e.sources, e.own,
                    e.disputed, e.recorded
                FROM entry e JOIN cases c ON c.slug = e.case_slug WHERE c.incident = ? ORDER BY e.position
                """,
                """
                INSERT INTO conflict (case_slug, about, sides, recorded)
                SELECT ? || f.case_slug, f.about, f.sides, f.recorded
                FROM conflict f JOIN cases c ON c.slug = f.case_slug WHERE c.incident = ? ORDER BY f.id
                """,
                """
                INSERT INTO verification (case_slug, level, recorded, shown)
                SELECT ? || v.case_slug, v.level, v.recorded, v.shown
                FROM verification v JOIN cases c ON c.slug = v.case_slug WHERE c.incident = ? ORDER BY v.id
                """)) {
            database.change(sql, prefix, KNOWN);
        }
    }
}
