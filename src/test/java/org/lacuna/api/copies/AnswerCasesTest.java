package org.lacuna.api.copies;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lacuna.cases.Grounds;
import org.lacuna.cases.ImportRecord;
import org.lacuna.cases.MergeCases;
import org.lacuna.cases.Passage;
import org.lacuna.cases.Redactions;
import org.lacuna.cases.RetractCase;
import org.lacuna.publication.CurrentCases;
import org.lacuna.shared.TextFile;
import org.lacuna.shared.ThisProcess;

/** Whatever is answered from memory is what the REST resource answers, to the byte. */
@QuarkusTest
class AnswerCasesTest {
    private static final String CASES = "/api/v1/cases/";
    private static final String ZOOM = "zoom-humanitarian-china-2020";
    private static final Grounds GROUNDS = new Grounds("error", "It was another account.", UUID.randomUUID());

    /** Means the same as no Accept, in words that are left to the resource. */
    private static final String BY_THE_RESOURCE = "application/json;q=1, */*;q=0.5";

    /** What differs between any two requests. */
    private static final Set<String> OF_THE_MOMENT = Set.of("ratelimit-remaining", "ratelimit-reset", "date");

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @TestHTTPResource("/")
    URI root;

    @Inject
    Copies copies;

    @Inject
    PageCopies pages;

    @Inject
    ImportRecord importRecord;

    @Inject
    Redactions redactions;

    @Inject
    RetractCase retract;

    @Inject
    MergeCases merge;

    @Inject
    CurrentCases cases;

    @BeforeEach
    void watched() {
        await().atMost(Duration.ofSeconds(30)).until(() -> {
            given().get(CASES + ZOOM);
            return copies.find(ZOOM).isPresent();
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ZOOM,
                ZOOM + "?",
                ZOOM + "?asOf=2999-01-01&asOf=2999-01-01",
                ZOOM + "?asOf=2999-01-01",
                ZOOM + "?asOf=2001-01-01",
                ZOOM + "?asOf=never",
                ZOOM + "?nothing=1",
                "no-such-case",
                "Zoom%20'--",
                "%00",
                "zoom-humanitarian-china-2020/",
                "zoom%2Dhumanitarian-china-2020",
            })
    void bytes_and_headers_are_those_of_the_resource(String path) throws Exception {
        for (String method : List.of("GET", "HEAD")) {
            assertSame(path, method);
            assertSame(path, method, "Accept-Encoding", "gzip");
            assertSame(path, method, "Accept-Encoding", "gzip, deflate, br");
            assertSame(path, method, "Accept-Encoding", "gzip;q=0, identity");
            assertSame(path, method, "Accept-Encoding", "deflate");
            for (String tag : List.of(tag(), "\"other\"", "*", "W/" + tag(), "\"a\", " + tag(), "\"\"", "no-quotes")) {
                assertSame(path, method, "If-None-Match", tag);
                assertSame(path, method, "If-None-Match", tag, "Accept-Encoding", "gzip");
            }
            assertSame(path, method, "If-Match", "\"other\"");
            assertSame(path, method, "If-Modified-Since", "Thu, 01 Jan 2099 00:00:00 GMT");
            assertSame(path, method, "Origin", "https://news.example");
        }
    }

    @Test
    void what_is_no_public_case_any_more_is_left_to_the_resource() throws Exception {
        record("gone-one");
        record("gone-other");
        record("gone-into");
        assertThat(given().get(CASES + "gone-one-case").statusCode()).isEqualTo(200);
        retract.retract("gone-one-case", GROUNDS);
        merge.merge("gone-other-case", "gone-into-case", Set.of(), "the same", UUID.randomUUID());

        assertSame("gone-one-case", "GET");
        assertSame("gone-other-case", "GET");
        assertThat(given().get(CASES + "gone-one-case").statusCode()).isEqualTo(410);
        assertThat(given().redirects()
                        .follow(false)
                        .get(CASES + "gone-other-case")
                        .statusCode())
                .isEqualTo(308);
    }

    @Test
    void other_methods_are_left_to_the_resource() {
        given().post(CASES + ZOOM).then().statusCode(405);
        given().header("Access-Control-Request-Method", "GET")
                .options(CASES + ZOOM)
                .then()
                .statusCode(204);
    }

    @Test
    void what_is_hidden_is_gone_from_this_process_at_once() {
        record("hides-at-once");
        Passage text = Passage.text("hides-at-once-case", "r1");
        assertThat(given().get(CASES + "hides-at-once-case").asString()).contains("It was closed.");
        assertThat(copies.find("hides-at-once-case")).isPresent();

        redactions.hide(text, GROUNDS, Optional.empty());

        assertThat(given().get(CASES + "hides-at-once-case").asString()).doesNotContain("It was closed.");
        redactions.show(text, GROUNDS);
        assertThat(given().get(CASES + "hides-at-once-case").asString()).contains("It was closed.");
    }

    @Test
    void another_process_that_is_told_nothing_sees_it_with_its_next_look() {
        record("hides-elsewhere");
        Copies elsewhere = new Copies(() -> new MemorySize(BigInteger.valueOf(1_000_000)));
        WatchChanges watch = new WatchChanges(cases, elsewhere, pages, new ThisProcess(Set.of()));
        watch.look();
        elsewhere.keep(
                Map.of("hides-elsewhere-case", copy("hides-elsewhere-case"), ZOOM, copy(ZOOM)), elsewhere.generation());
        assertThat(elsewhere.find("hides-elsewhere-case")).isPresent();

        redactions.hide(Passage.text("hides-elsewhere-case", "r1"), GROUNDS, Optional.empty());
        watch.look();

        assertThat(elsewhere.find("hides-elsewhere-case")).isEmpty();
        assertThat(elsewhere.find(ZOOM)).as("nothing of it changed").isPresent();
    }

    private Copy copy(String slug) {
        return new Copy(slug, cases.find(Set.of(slug)).get(slug), Optional.empty());
    }

    @Test
    void many_who_ask_at_once_each_get_their_own() {
        IntStream.range(0, 400).parallel().forEach(i -> {
            copies.forget(Set.of(ZOOM));
            String slug = i % 2 == 0 ? ZOOM : i % 3 == 0 ? "facebook-woeser" : "no-such-case-" + i;
            Response answer = given().get(CASES + slug);
            assertThat(answer.statusCode()).isEqualTo(slug.startsWith("no-") ? 404 : 200);
            assertThat(answer.asString()).contains(slug);
        });
    }

    private static String tag() {
        return given().get(CASES + ZOOM).header("ETag");
    }

    private void assertSame(String path, String method, String... headers) throws Exception {
        for (int time = 0; time < 3; time++) {
            // with the third the answer comes the short way, if there is one
            assertSameOnce(path, method, headers);
        }
    }

    private void assertSameOnce(String path, String method, String... headers) throws Exception {
        HttpResponse<byte[]> plain = ask(path, method, headers);
        HttpResponse<byte[]> resource = ask(
                path,
                method,
                Stream.concat(Stream.of("Accept", BY_THE_RESOURCE), Stream.of(headers))
                        .toArray(String[]::new));
        String what = method + " " + path + " " + List.of(headers);

        assertThat(plain.statusCode()).as(what).isEqualTo(resource.statusCode());
        assertThat(headers(plain)).as(what).isEqualTo(headers(resource));
        assertThat(body(plain)).as(what).isEqualTo(body(resource));
    }

    private static byte[] body(HttpResponse<byte[]> answer) throws IOException {
        boolean compressed = answer.headers().firstValue("content-encoding").equals(Optional.of("gzip"));
        return compressed && answer.body().length > 0
                ? new GZIPInputStream(new ByteArrayInputStream(answer.body())).readAllBytes()
                : answer.body();
    }

    private HttpResponse<byte[]> ask(String path, String method, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://" + root.getAuthority() + CASES + path))
                .method(method, HttpRequest.BodyPublishers.noBody());
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    private static Map<String, List<String>> headers(HttpResponse<byte[]> answer) {
        Map<String, List<String>> headers = new TreeMap<>(answer.headers().map());
        headers.keySet().removeAll(OF_THE_MOMENT);
        if (headers.containsKey("content-encoding")) {
            // two compressors, two lengths; what comes out of them is compared
            headers.remove("content-length");
        }
        return headers;
    }

    private void record(String incident) {
        importRecord.files(List.of(new TextFile(incident + ".yaml", """
            incident: INCIDENT
            title: An account was closed
            summary: It was closed for a test.
            sources:
            - { id: paper, publisher: A Paper, title: Closed, url: "https://paper.example/1", published: null, language: en }
            cases:
            - case: INCIDENT-case
              platform: zoom
              subject: { kind: account, name: Somebody, url: null, based-in: US, topics: [] }
              entries:
              - type: restriction-imposed
                id: r1
                date: "2020-06-07"
                measure: DECISION_ACCOUNT_SUSPENDED
                scope: [ worldwide ]
                demanded-by: { court: A court }
                text: It was closed.
                sources: [ paper ]
            """.replace("INCIDENT", incident))));
    }
}
