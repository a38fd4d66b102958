package org.lacuna.publication.bulk;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lacuna.cases.ErasePassage;
import org.lacuna.cases.Grounds;
import org.lacuna.cases.ImportRecord;
import org.lacuna.cases.Passage;
import org.lacuna.cases.Redactions;
import org.lacuna.ledger.ServiceKey;
import org.lacuna.shared.Database;
import org.lacuna.shared.TextFile;

/** What is redacted is in no file from that moment on. */
@QuarkusTest
class BulkRedactionTest {
    private static final Grounds GROUNDS = new Grounds("privacy", "", UUID.randomUUID());

    @Inject
    ImportRecord importRecord;

    @Inject
    ErasePassage erase;

    @Inject
    Redactions redactions;

    @Inject
    BulkSets sets;

    @Inject
    SetQueries queries;

    @Inject
    MakingQueries making;

    @Inject
    BulkSettings settings;

    @Inject
    ServiceKey key;

    @Inject
    Clock clock;

    @Inject
    Database database;

    private static String word(String incident) {
        return "sentinel-bulk-" + incident;
    }

    private void record(String incident) {
        importRecord.files(List.of(new TextFile(incident + ".yaml", """
                incident: %1$s
                title: A title
                summary: A summary
                sources:
                - { id: paper, publisher: Paper, title: Closed, url: "https://paper.example/1", published: null, language: en }
                cases:
                - case: %1$s-case
                  platform: zoom
                  subject: { kind: account, name: Somebody, url: null, based-in: US, topics: [] }
                  entries:
                  - type: restriction-imposed
                    id: r1
                    date: "2020-06-07"
                    measure: DECISION_ACCOUNT_SUSPENDED
                    scope: [ worldwide ]
                    demanded-by: null
                    text: It was closed, %2$s.
                    sources: [ paper ]
                    disputed: []
                """.formatted(incident, word(incident)))));
    }

    private BulkSet made() {
        return sets.find(sets.make().orElseThrow()).orElseThrow();
    }

    /** Everything that the files of a set say. */
    private String all(BulkSet set) throws Exception {
        StringBuilder all = new StringBuilder();
        for (BulkFile file : set.files()) {
            byte[] bytes = given().get("/bulk/" + set.name() + "/" + file.name())
                    .then()
                    .statusCode(200)
                    .extract()
                    .asByteArray();
            if (file.name().endsWith(".parquet")) {
                Path copy = Files.write(Files.createTempFile("lacuna", ".parquet"), bytes);
                all.append("\nparquet: ").append(ParquetForTests.read(copy));
                Files.delete(copy);
            } else {
                all.append(new String(bytes, StandardCharsets.UTF_8));
            }
        }
        return all.toString();
    }

    @Test
    void a_permanent_redaction_takes_the_set_away_at_once_and_a_new_one_names_its_digests() throws Exception {
        record("erased-in-bulk");
        BulkSet before = made();
        assertThat(all(before).split(word("erased-in-bulk"), -1)).hasSizeGreaterThan(5);

        erase.erase(Passage.text("erased-in-bulk-case", "r1"), GROUNDS);

        assertThat(sets.find(before.name())).isEmpty();
        given().get("/bulk/" + before.name() + "/cases.csv").then().statusCode(410);
        sets.tidy();
        assertThat(settings.folder().resolve(before.name())).doesNotExist();
        BulkSet after = sets.all().stream()
                .filter(set -> set.replaces().map(BulkSet.Replaced::name).equals(Optional.of(before.name())))
                .findFirst()
                .orElseThrow();
        assertThat(after.sequence()).isEqualTo(before.sequence());
        assertThat(after.day()).isEqualTo(before.day());
        assertThat(after.name()).isEqualTo(before.name() + "-r1");
        assertThat(all(after))
                .doesNotContain(word("erased-in-bulk"))
                .contains("erased-in-bulk-case")
                .contains(digest(before, "cases.csv"));
        BulkSet.Replaced replaced = after.replaces().orElseThrow();
        assertThat(replaced.files()).hasSameSizeAs(before.files());
        assertThat(given().get("/bulk/" + before.name() + "/cases.csv").header("Link"))
                .contains("/bulk/" + after.name() + "/cases.csv");
        assertThat(all(made())).doesNotContain(word("erased-in-bulk"));
    }

    private static String digest(BulkSet set, String file) {
        return set.files().stream()
                .filter(each -> each.name().equals(file))
                .findFirst()
                .orElseThrow()
                .digest()
                .toString();
    }

    @Test
    void what_is_hidden_for_a_while_is_not_to_be_had_either() throws Exception {
        record("hidden-in-bulk");
        BulkSet before = made();

        redactions.hide(Passage.entry("hidden-in-bulk-case", "r1"), GROUNDS, Optional.empty());

        given().get("/bulk/" + before.name() + "/entries.ndjson").then().statusCode(410);
        sets.tidy();
        for (BulkSet set : sets.all()) {
            assertThat(all(set)).doesNotContain(word("hidden-in-bulk"));
        }
    }

    @Test
    void a_set_that_is_being_made_while_something_is_redacted_is_never_served() {
        record("raced-in-bulk");
        LocalDate day = LocalDate.of(2026, 1, 2);
        QuarkusTransaction.requiringNew()
                .run(() -> queries.start(
                        "2026-01-02-1", day, queries.lastSequence(), 0, Optional.empty(), clock.instant()));

        erase.erase(Passage.text("raced-in-bulk-case", "r1"), GROUNDS);

        assertThat(queries.finish("2026-01-02-1", List.of(), clock.instant())).isFalse();
        queries.forget("2026-01-02-1");
    }

    @Test
    void a_redaction_of_what_a_set_does_not_hold_leaves_it_alone() {
        record("elsewhere-in-bulk");
        BulkSet before = made();
        record("later-in-bulk");

        erase.erase(Passage.text("later-in-bulk-case", "r1"), GROUNDS);

        assertThat(sets.find(before.name())).isPresent();
    }

    @Test
    void a_disk_that_does_not_take_the_files_is_told_and_leaves_nothing(@TempDir Path folder) throws Exception {
        record("no-disk-in-bulk");
        Path taken = Files.writeString(folder.resolve("taken"), "a file where the folder should be");
        Shelf shelf = new Shelf(new Elsewhere(taken));
        MakeSets broken = new MakeSets(making, queries, shelf, key, clock);

        assertThatThrownBy(broken::make)
                .hasMessageContaining("the bulk files")
                .hasMessageContaining("could not be written");

        assertThat(database.list("SELECT 1 FROM bulk_set WHERE made IS NULL", row -> true))
                .isEmpty();
        assertThat(made().sequence()).isEqualTo(queries.lastSequence());
    }

    private record Elsewhere(Path folder) implements BulkSettings {
        @Override
        public int keepDays() {
            return 30;
        }

        @Override
        public boolean works() {
            return false;
        }
    }

    @Test
    void old_sets_go_except_the_first_of_each_month_and_the_newest() {
        LocalDate first = LocalDate.of(2024, 3, 1);
        for (int day = 0; day < 3; day++) {
            String name = first.plusDays(day) + "-" + (day + 1);
            int sequence = day + 1;
            LocalDate made = first.plusDays(day);
            queries.start(name, made, sequence, 0, Optional.empty(), clock.instant());
            queries.finish(name, List.of(), clock.instant());
        }
        made();

        queries.expire(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).minusDays(30), clock.instant());

        assertThat(sets.all().stream().map(BulkSet::name))
                .contains("2024-03-01-1")
                .doesNotContain("2024-03-02-2", "2024-03-03-3");
        given().get("/bulk/2024-03-02-2/cases.csv").then().statusCode(410);
    }
}
