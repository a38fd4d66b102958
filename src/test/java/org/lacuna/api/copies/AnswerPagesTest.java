package org.lacuna.api.copies;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lacuna.publication.CasesPublished;

/** A page that is answered again from memory is the page, to the byte, for a moment and no longer. */
@QuarkusTest
class AnswerPagesTest {
    private static final String CASE = "/cases/zoom-humanitarian-china-2020";

    /** What differs between any two requests. */
    private static final Set<String> OF_THE_MOMENT = Set.of("ratelimit-remaining", "ratelimit-reset", "date");

    private static final String BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @TestHTTPResource("/")
    URI root;

    @Inject
    PageCopies copies;

    @Inject
    Event<CasesPublished> published;

    @BeforeEach
    void kept() {
        copies.forgetAll();
        copies.believe(Duration.ofMinutes(1));
    }

    @AfterEach
    void keptNoMore() {
        copies.believe(Duration.ZERO);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/cases",
                CASE,
                "/ug" + CASE,
                "/zh-Hans/platforms/zoom",
                "/incidents/zoom-june-fourth-2020",
                "/countries/cn",
                "/methods"
            })
    void bytes_and_headers_are_those_of_the_page(String path) throws Exception {
        for (String accepted : List.of("identity", "gzip", "gzip, deflate, br", "deflate")) {
            HttpResponse<byte[]> first = made(path, accepted);
            HttpResponse<byte[]> again = ask("GET", path, accepted);

            assertThat(first.statusCode()).isEqualTo(200);
            assertThat(again.statusCode()).isEqualTo(200);
            assertThat(headers(again)).as("%s, %s", path, accepted).isEqualTo(headers(first));
            assertThat(body(again)).as("%s, %s", path, accepted).isEqualTo(body(first));
        }
    }

    @Test
    void the_head_of_a_page_comes_without_the_page() throws Exception {
        made(CASE, "identity");
        HttpResponse<byte[]> head = ask("HEAD", CASE, "identity");
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        assertThat(head.headers().firstValue("Cache-Control")).contains("public, max-age=60");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/cases?q=zoom",
                CASE + "?asOf=2999-01-01",
                "/cases/nobody",
                "/desk/login",
                "/submit",
                "/reports",
                "/api/v1/cases",
                CASE + "/course.svg",
                "/feeds/cases.atom"
            })
    void nothing_else_is_kept(String path) throws Exception {
        ask("GET", path, "identity");
        assertThat(copies.find(address(path))).isEmpty();
        assertThat(copies.find(address(path.replaceAll("\\?.*", "")))).isEmpty();
    }

    @Test
    void what_has_changed_is_gone_from_this_process_at_once() throws Exception {
        made(CASE, "identity");
        QuarkusTransaction.requiringNew()
                .run(() -> published.fire(new CasesPublished(Set.of("zoom-humanitarian-china-2020"))));
        assertThat(copies.find(address(CASE))).isEmpty();
    }

    @Test
    void a_page_that_was_begun_before_a_change_is_not_kept() {
        PageCopies.Begun begun = copies.begin("http://site.example/cases/one");
        copies.forgetAll();
        copies.keep(new PageCopy(begun, "/cases/{slug}", Map.of(), "<p>before</p>"));
        assertThat(copies.find("http://site.example/cases/one")).isEmpty();
    }

    @Test
    void who_asks_for_the_head_alone_makes_the_page_too() throws Exception {
        for (int attempt = 0; attempt < 20 && copies.find(address(CASE)).isEmpty(); attempt++) {
            copies.forgetAll();
            ask("HEAD", CASE, "identity");
        }
        HttpResponse<byte[]> page = ask("GET", CASE, "identity");
        assertThat(copies.find(address(CASE))).isPresent();
        assertThat(body(page)).contains("Zhou Fengsuo").endsWith("</html>\n");
    }

    @Test
    void while_one_reader_makes_it_anew_the_others_read_what_is_there() throws Exception {
        String address = "http://site.example/cases/two";
        copies.keep(new PageCopy(copies.begin(address), "/cases/{slug}", Map.of(), "<p>once</p>"));
        assertThat(copies.find(address)).isPresent();
        Thread.sleep(100);
        copies.believe(Duration.ofMillis(150));
        assertThat(List.of(copies.find(address), copies.find(address)))
                .as("half of its time is over")
                .satisfiesExactlyInAnyOrder(one -> assertThat(one).isEmpty(), other -> assertThat(other)
                        .isPresent());
    }

    @Test
    void after_its_moment_a_page_is_made_anew() throws Exception {
        made(CASE, "identity");
        copies.believe(Duration.ofNanos(1));
        assertThat(copies.find(address(CASE))).isEmpty();
        assertThat(ask("GET", CASE, "identity").statusCode()).isEqualTo(200);
    }

    /** The answer from which it is kept; where something of the record changes just then, another one. */
    private HttpResponse<byte[]> made(String path, String accepted) throws Exception {
        for (int attempt = 0; attempt < 20; attempt++) {
            copies.forgetAll();
            HttpResponse<byte[]> first = ask("GET", path, accepted);
            if (copies.find(address(path)).isPresent()) {
                return first;
            }
        }
        throw new AssertionError(path + " is never kept");
    }

    private String address(String path) {
        return "http://" + root.getAuthority() + path;
    }

    private HttpResponse<byte[]> ask(String method, String path, String accepted) throws Exception {
        return client.send(
                HttpRequest.newBuilder(URI.create(address(path)))
                        .method(method, HttpRequest.BodyPublishers.noBody())
                        .header("Accept", BROWSER)
                        .header("Accept-Encoding", accepted)
                        .build(),
                HttpResponse.BodyHandlers.ofByteArray());
    }

    private static Map<String, List<String>> headers(HttpResponse<byte[]> answer) {
        Map<String, List<String>> headers = new TreeMap<>(answer.headers().map());
        headers.keySet().removeAll(OF_THE_MOMENT);
        if (headers.containsKey("content-encoding")) {
            // a page that is made is compressed while it is sent, so that its length is not known before
            headers.keySet().removeAll(Set.of("content-length", "transfer-encoding"));
        }
        return headers;
    }

    private static String body(HttpResponse<byte[]> answer) throws Exception {
        boolean compressed = answer.headers().firstValue("content-encoding").equals(Optional.of("gzip"));
        byte[] bytes = compressed
                ? new GZIPInputStream(new ByteArrayInputStream(answer.body())).readAllBytes()
                : answer.body();
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
