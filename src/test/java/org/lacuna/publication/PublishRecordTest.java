package org.lacuna.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.lacuna.cases.Cases;
import org.lacuna.cases.Grounds;
import org.lacuna.cases.ImportRecord;
import org.lacuna.cases.RecordRoundTripTest;
import org.lacuna.cases.RetractCase;
import org.lacuna.shared.Database;
import org.lacuna.shared.TextFile;

/** Facts that came into the tables by another way are published as if they had come by the usual one. */
@QuarkusTest
class PublishRecordTest {
    /** One of the founding record, with a shielded entry, disputes and lifts. */
    private static final String KNOWN = "zoom-june-fourth-2020";

    /** Of 8 kB; a longer list is sorted by whoever makes it so long. */
    private static final long PAGES_OF_A_USUAL_LIST = 64;

    @Inject
    PublishRecord publish;

    @Inject
    DocumentStore store;

    @Inject
    PublicRecord record;

    @Inject
    Publish bulk;

    @Inject
    ImportRecord importRecord;

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

        PublishRecord.Done done = publish.missing(told::add);

        assertThat(done.incidents()).isPositive();
        assertThat(done.failed()).isEmpty();

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

    @Test
    void an_incident_that_cannot_be_published_is_named_and_keeps_no_other_back() {
        copyFacts("whole-");
        copyFacts("broken-");
        long last = last();
        // longer than an index takes, and of letters that do not repeat
        String name = new Random(1)
                .ints(8_000, 0x4e00, 0x9fff)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        database.change("""
                INSERT INTO subject (case_slug, kind, name, url, based_in, topics, recorded)
                SELECT case_slug, kind, ?, url, based_in, topics, recorded FROM subject
                WHERE case_slug = (SELECT min(slug) FROM cases WHERE incident = ?)
                """, name, "broken-" + KNOWN);

        PublishRecord.Done done = publish.missing(any -> {});

        assertThat(done.failed()).extracting(PublishRecord.Failed::incident).containsExactly("broken-" + KNOWN);
        assertThat(done.failed().get(0).reason())
                .hasMessageContaining("index row")
                .hasMessageNotContaining(name);
        assertThat(slugs("whole-" + KNOWN)).hasSameSizeAs(slugs(KNOWN));
        assertThat(slugs("broken-" + KNOWN)).as("nothing of it").isEmpty();
        assertNoGaps(last);

        database.change("""
                INSERT INTO subject (case_slug, kind, name, url, based_in, topics, recorded)
                SELECT case_slug, kind, 'Short', url, based_in, topics, recorded FROM subject WHERE name = ?
                """, name);
        assertThat(publish.missing(any -> {}).failed()).isEmpty();
        assertThat(slugs("broken-" + KNOWN)).hasSameSizeAs(slugs(KNOWN));
        retract("whole-");
        retract("broken-");
    }

    @Test
    void what_was_broken_off_goes_on_and_an_editor_gets_through_meanwhile() {
        long last = last();
        for (int i = 10; i < 60; i++) {
            small("many-" + i);
        }

        assertThatThrownBy(() -> publish.missing(any -> {
                    throw new IllegalStateException("the power failed");
                }))
                .hasMessage("the power failed");
        long before = published();
        assertThat(before).isBetween(1L, 49L);
        List<CompletableFuture<?>> editors = new ArrayList<>();
        publish.missing(any -> editors.add(CompletableFuture.runAsync(() -> importRecord.files(
                List.of(new TextFile("edited.yaml", RecordRoundTripTest.small("edited-meanwhile", "edited-case")))))));
        editors.forEach(CompletableFuture::join);

        assertThat(published()).isEqualTo(50);
        assertThat(record.findCase("edited-case")).isPresent();
        assertNoGaps(last);
        assertThat(last() - last).as("each once").isEqualTo(51 * 2);
    }

    @Test
    void what_changes_after_it_was_read_ahead_is_published_as_it_is() {
        for (String incident : List.of("ahead-changed", "ahead-same", "ahead-gone")) {
            small(incident);
        }
        Cases.AsRead read = bulk.ahead(Set.of("ahead-changed", "ahead-same", "ahead-gone"));
        database.change(
                "INSERT INTO incident_wording (incident, title, summary, recorded) SELECT incident, 'Now', summary,"
                        + " recorded FROM incident_wording WHERE incident = 'ahead-changed'");
        importRecord.files(
                List.of(
                        new TextFile(
                                "more.yaml",
                                RecordRoundTripTest.small("ahead-gone", "ahead-gone-case")
                                        + "  - { type: context, id: e9, date: 2020-06-01, text: A line more., sources: [ paper ] }\n")));

        QuarkusTransaction.requiringNew().run(() -> bulk.publish(read));

        assertThat(record.findIncident("ahead-changed").orElseThrow().title()).isEqualTo("Now");
        assertThat(record.findIncident("ahead-same")).isPresent();
        assertThat(record.findCase("ahead-gone-case").orElseThrow().timeline())
                .extracting(PublicCase.Line::text)
                .contains("A line more.");
    }

    /** Megabytes that somebody else gathered, sorted in under the lock, kept everybody waiting for 17 seconds. */
    @Test
    void who_publishes_one_change_sorts_no_words_that_others_gathered() {
        small("gathered");
        publish("gathered");

        // words are sorted some seconds after each change; after one of another test that may come between
        assertThat(IntStream.range(0, 3).anyMatch(attempt -> {
                    gather("gathered-case");
                    small("alone-" + attempt);
                    publish("alone-" + attempt);
                    return pagesThatWait() > PAGES_OF_A_USUAL_LIST;
                }))
                .isTrue();
    }

    private void publish(String incident) {
        QuarkusTransaction.requiringNew().run(() -> bulk.publish(Set.of(incident)));
    }

    private void gather(String slug) {
        QuarkusTransaction.requiringNew().run(() -> {
            store.readyToWrite();
            database.change("""
                    UPDATE public_words SET words =
                        (SELECT array_to_tsvector(array_agg(md5(n::text || random()))) FROM generate_series(1, 20000) n)
                    WHERE sequence = (SELECT max(sequence) FROM public_case WHERE slug = ?)
                    """, slug);
        });
    }

    private long pagesThatWait() {
        return database.first("SELECT gin_clean_pending_list('public_words_by_word')", row -> row.getLong(1))
                .orElseThrow();
    }

    private void small(String incident) {
        for (String sql : List.of(
                "INSERT INTO incident (slug, recorded) VALUES (?, now())",
                "INSERT INTO incident_wording (incident, title, summary, recorded) VALUES (?, 'A small incident', 'For tests.', now())",
                "INSERT INTO source (incident, id, publisher, title, url, language, recorded)"
                        + " VALUES (?, 'paper', 'The Paper', 'Closed', 'https://paper.example/1', 'en', now())",
                "INSERT INTO cases (incident, slug, platform, recorded)"
                        + " SELECT slug, slug || '-case', 'zoom', now() FROM incident WHERE slug = ?",
                "INSERT INTO subject (case_slug, kind, name, based_in, topics, recorded)"
                        + " SELECT slug, 'account', 'Somebody', 'US', '{}', now() FROM cases WHERE incident = ?",
                "INSERT INTO verification (case_slug, level, recorded)"
                        + " SELECT slug, 'reported', now() FROM cases WHERE incident = ?",
                """
                INSERT INTO entry (case_slug, id, type, happened, earliest, latest, text, sources, own, disputed, recorded)
                SELECT slug, 'r1', 'restriction-imposed', '2020-06-07', '2020-06-07', '2020-06-07', 'It was closed.',
                    '{paper}', '{"measure":"DECISION_ACCOUNT_SUSPENDED","scope":["worldwide"]}', '[]', now()
                FROM cases WHERE incident = ?
                """)) {
            database.change(sql, incident);
        }
    }

    private long published() {
        return database.first("SELECT count(*) FROM current_incident WHERE slug LIKE 'many-%'", row -> row.getLong(1))
                .orElseThrow();
    }

    private void retract(String prefix) {
        slugs(prefix + KNOWN).forEach(slug -> retract.retract(slug, new Grounds("error", "", UUID.randomUUID())));
    }

    private void assertNoGaps(long last) {
        List<Long> numbers = database.list(
                "SELECT sequence FROM change WHERE sequence > ? ORDER BY sequence", row -> row.getLong(1), last);
        assertThat(numbers)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(last + 1, last()).boxed().toList());
    }

    private long last() {
        return database.first("SELECT max(sequence) FROM change", row -> row.getLong(1))
                .orElseThrow();
    }

    private List<String> slugs(String incident) {
        return database.list(
                "SELECT slug FROM current_case WHERE incident = ? ORDER BY slug", row -> row.getString(1), incident);
    }

    /** Without the number and the moment of its last change, and without the salt, which is another in each version. */
    private String text(String slug) {
        Document document = record.caseDocument(slug).orElseThrow();
        return new String(document.body(), StandardCharsets.UTF_8)
                .replaceAll("\"(sequence\":\\d+|(lastChanged|asOf|salt)\":\"[^\"]*\")", "");
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
