package org.lacuna.publication;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.lacuna.cases.ErasePassage;
import org.lacuna.cases.Grounds;
import org.lacuna.cases.ImportRecord;
import org.lacuna.cases.MergeCases;
import org.lacuna.cases.Passage;
import org.lacuna.cases.RecordRoundTripTest;
import org.lacuna.cases.Redactions;
import org.lacuna.cases.RetractCase;
import org.lacuna.cases.TakeBack;
import org.lacuna.report.EditionForTests;
import org.lacuna.shared.Database;
import org.lacuna.shared.Digest;
import org.lacuna.shared.TextFile;

/** A client that knows nothing but the feed, the addresses and the status codes. */
@QuarkusTest
class FollowTheFeedTest {
    private static final UUID EDITOR = UUID.randomUUID();
    private static final int WRITERS = 4;

    @Inject
    ImportRecord importRecord;

    @Inject
    MergeCases merge;

    @Inject
    Redactions redactions;

    @Inject
    ErasePassage erase;

    @Inject
    RetractCase retract;

    @Inject
    TakeBack takeBack;

    @Inject
    EditionForTests editions;

    @Inject
    Database database;

    /** A copy of the record: digest of each document by kind and slug. */
    private final Map<String, String> copy = new TreeMap<>();

    private long seen;

    @Test
    void a_client_that_only_fetches_what_the_feed_names_ends_with_the_record_of_the_server() {
        follow();
        for (String name : List.of("one", "two", "three", "four", "five", "six")) {
            String incident = "feed-" + name;
            importRecord.files(
                    List.of(new TextFile(incident, RecordRoundTripTest.small(incident, incident + "-case"))));
        }
        follow();
        merge.merge("feed-one-case", "feed-two-case", Set.of(), "Same.", EDITOR);
        redactions.hide(Passage.text("feed-two-case", "r1"), new Grounds("safety", "", EDITOR), Optional.empty());
        retract.retract("feed-three-case", new Grounds("error", "", EDITOR));
        follow();
        redactions.show(Passage.text("feed-two-case", "r1"), new Grounds("safety", "", EDITOR));
        erase.erase(Passage.subject("feed-four-case"), new Grounds("privacy", "", EDITOR));
        takeBack.takeBack(List.of(new TakeBack.Resting("feed-five-case", "r1", Set.of("paper"), false)), EDITOR);
        redactions.show(Passage.wholeCase("feed-three-case"), new Grounds("error", "", EDITOR));
        retract.retract("feed-six-case", new Grounds("not-proven", "", EDITOR));
        follow();

        assertThat(copy).isEqualTo(server()).isEqualTo(told());
        assertThat(copy)
                .doesNotContainKeys(
                        "case feed-one-case", "case feed-five-case", "incident feed-five", "case feed-six-case")
                .containsKeys("case feed-two-case", "case feed-three-case", "incident feed-four");
    }

    @Test
    void a_client_that_follows_has_the_editions_that_stand_and_not_those_that_have_ended() {
        String standing = editions.published().substring("/reports/".length());
        String ended = editions.ended().substring("/reports/".length());
        follow();

        assertThat(copy).isEqualTo(server()).isEqualTo(told());
        assertThat(copy).containsKey("edition " + standing).doesNotContainKey("edition " + ended);
        String api = "/api/v1/editions/" + standing;
        Response document = given().get(api);
        assertThat(document.asByteArray())
                .isEqualTo(
                        given().get("/reports/" + standing + "/document.json").asByteArray());
        assertThat(document.header("ETag")).isEqualTo("\"" + copy.get("edition " + standing) + "\"");
        assertThat(document.header("Cache-Control")).isEqualTo("public, max-age=60");
        assertThat(document.header("Link")).contains("/reports/" + standing + ">; rel=\"cite-as\"");
        given().header("If-None-Match", document.header("ETag")).get(api).then().statusCode(304);
        given().get(api + "?asOf=2020-01-01").then().statusCode(404);
        given().get(api + "?colour=red").then().statusCode(400);
        Response tombstone = given().get("/api/v1/editions/" + ended);
        assertThat(tombstone.statusCode()).isEqualTo(410);
        assertThat(tombstone.jsonPath().getString("gone")).isEqualTo("withdrawn");
        assertThat(given().get("/api/v1/editions/no-report/1").jsonPath().getString("detail"))
                .contains("expected the name of a published edition", "no-report/1");
    }

    @Test
    void a_client_that_follows_while_others_write_ends_with_the_record_of_the_server() throws Exception {
        ExecutorService writers = Executors.newFixedThreadPool(WRITERS);
        try {
            List<Future<?>> all = new ArrayList<>();
            for (int writer = 0; writer < WRITERS; writer++) {
                String name = "beside-" + writer;
                all.add(writers.submit(() -> write(name)));
            }
            while (!all.stream().allMatch(Future::isDone)) {
                follow();
            }
            for (Future<?> each : all) {
                each.get();
            }
            follow();

            assertThat(copy).isEqualTo(server()).isEqualTo(told());
            assertThat(copy)
                    .containsKeys("case beside-0-0-case", "incident beside-3-2")
                    .doesNotContainKey("case beside-0-2-case");
        } finally {
            writers.shutdownNow();
        }
    }

    /** Creates, hides, shows and takes away. */
    private void write(String name) {
        for (int i = 0; i < 3; i++) {
            String incident = name + "-" + i;
            importRecord.files(
                    List.of(new TextFile(incident, RecordRoundTripTest.small(incident, incident + "-case"))));
            Grounds grounds = new Grounds("safety", "", EDITOR);
            redactions.hide(Passage.text(incident + "-case", "r1"), grounds, Optional.empty());
            redactions.show(Passage.text(incident + "-case", "r1"), grounds);
        }
        if (name.endsWith("0")) {
            retract.retract(name + "-2-case", new Grounds("error", "", EDITOR));
        }
    }

    private void follow() {
        while (true) {
            JsonPath page =
                    given().get("/api/v1/changes?limit=500&after=" + seen).jsonPath();
            List<Map<String, Object>> changes = page.getList("changes");
            if (changes.isEmpty()) {
                return;
            }
            for (Map<String, Object> change : changes) {
                seen = ((Number) change.get("sequence")).longValue();
                fetch((String) change.get("kind"), (String) change.get("slug"));
            }
        }
    }

    /** Of each document in the copy, the digest that the feed gives for its last change. */
    private Map<String, String> told() {
        Map<String, String> last = new TreeMap<>();
        long after = 0;
        while (after < seen) {
            List<Map<String, Object>> changes = given().get("/api/v1/changes?limit=500&after=" + after)
                    .jsonPath()
                    .getList("changes");
            for (Map<String, Object> change : changes) {
                after = ((Number) change.get("sequence")).longValue();
                Object digest = change.get("replaced") instanceof Map<?, ?> replaced
                        ? replaced.get("digest")
                        : change.get("digest");
                last.put(change.get("kind") + " " + change.get("slug"), digest.toString());
            }
        }
        last.keySet().retainAll(copy.keySet());
        return last;
    }

    private void fetch(String kind, String slug) {
        Response answer = given().redirects().follow(false).get("/api/v1/" + kind + "s/" + slug);
        if (answer.statusCode() == 200) {
            copy.put(kind + " " + slug, Digest.of(answer.asByteArray()).toString());
        } else {
            assertThat(answer.statusCode()).isIn(308, 410);
            assertThat(answer.jsonPath().getString("slug")).isEqualTo(slug);
            copy.remove(kind + " " + slug);
        }
    }

    private Map<String, String> server() {
        Map<String, String> all = new TreeMap<>();
        database
                .list(
                        "SELECT DISTINCT ON (slug) slug, digest, action FROM change WHERE kind = 'edition'"
                                + " ORDER BY slug, sequence DESC",
                        row -> List.of(row.getString(1), row.getString(2), row.getString(3)))
                .stream()
                .filter(edition -> !edition.get(2).equals("retracted"))
                .forEach(edition -> all.put("edition " + edition.get(0), edition.get(1)));
        for (String kind : List.of("case", "incident")) {
            Optional<String> next = Optional.of("/api/v1/" + kind + "s?limit=500");
            while (next.isPresent()) {
                JsonPath page =
                        given().urlEncodingEnabled(false).get(next.get()).jsonPath();
                List<String> slugs = page.getList(kind + "s.slug");
                slugs.forEach(slug -> all.put(
                        kind + " " + slug,
                        Digest.of(given().get("/api/v1/" + kind + "s/" + slug).asByteArray())
                                .toString()));
                next = Optional.ofNullable(page.getString("next"));
            }
        }
        return all;
    }
}
