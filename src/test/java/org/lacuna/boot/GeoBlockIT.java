package org.lacuna.boot;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The packaged program looks at one page through proxies in two countries. What one country alone cannot see is withheld
 * there, and stands so in the public record; while the control cannot be seen from there either, nothing does.
 */
class GeoBlockIT {
    private static final String CASE = "zoom-humanitarian-china-2020";
    private static final String HOST = "127.0.9.1";
    private static final String FROM_TURKEY = "127.0.0.31";
    private static final String FROM_GERMANY = "127.0.0.32";
    private static final String TURKEY = "TR/http-proxy";
    private static final String GERMANY = "DE/socks";

    @TempDir
    Path folder;

    /** Paths that are kept from Turkey. */
    private final Set<String> blocked = ConcurrentHashMap.newKeySet();

    private final Set<String> visitors = ConcurrentHashMap.newKeySet();
    private final List<CountryProxy> proxies = new ArrayList<>();
    private EmbeddedPostgres postgres;
    private Rows rows;
    private HttpServer origin;
    private Process node;
    private int port;

    @BeforeEach
    void open() throws Exception {
        postgres = EmbeddedPostgres.start(folder.resolve("postgres"), Durability.DURABLE);
        rows = new Rows(postgres);
        origin = HttpServer.create(new InetSocketAddress(HOST, 0), 50);
        origin.setExecutor(Executors.newFixedThreadPool(4));
        origin.createContext("/", this::answer);
        origin.start();
        for (String from : List.of(FROM_TURKEY, FROM_GERMANY)) {
            proxies.add(new CountryProxy(from, origin.getAddress()));
        }
        Path crawlers = Files.createDirectories(folder.resolve("crawlers"));
        Files.writeString(crawlers.resolve("geo-test.yaml"), """
                id: geo-test
                name: Geo test
                about: Pages of a server on this machine.
                home: https://geo.example/
                hosts: [ geo.example ]
                subject: { kind: page, id: "(.+)" }
                fetch: { page: "{id}", every: 1m, at-most: 6000 per minute }
                control: { id: "%s", says: available }
                detect:
                  - says: not-found
                    when: { status: 404 }
                  - says: available
                    when: { element: "p.alive" }
                otherwise: unclear
                """.formatted(page("control")));
        start();
    }

    @AfterEach
    void close() throws Exception {
        node.destroyForcibly().waitFor();
        for (CountryProxy proxy : proxies) {
            proxy.close();
        }
        origin.stop(0);
        postgres.close();
    }

    @Test
    void what_one_country_alone_cannot_see_is_withheld_there_unless_its_control_is_dead() throws Exception {
        watch();
        until(() -> concluded(TURKEY).equals("available") && concluded(GERMANY).equals("available"));
        assertThat(visitors).containsExactlyInAnyOrder(FROM_TURKEY, FROM_GERMANY);

        blocked.add("/control");
        due();
        until(() -> lastSeen("control", TURKEY).equals("not-found"));
        blocked.add("/profile");
        for (long looks = 1; looks <= 3; looks++) {
            long wanted = looks;
            due();
            until(() -> losses("failed") >= wanted);
        }
        assertThat(losses("alive")).isZero();
        assertThat(concluded(TURKEY)).as("beside a dead control").isEqualTo("available");
        assertThat(publicCase().path("observed").isNull()).isTrue();
        assertThat(get("/api/v1/platforms/geo-test/watching").path("alerts").findValuesAsText("kind"))
                .containsExactly("control-failed");

        blocked.remove("/control");
        due();
        until(() -> lastSeen("control", TURKEY).equals("available"));
        until(() -> {
            due();
            return !publicCase().path("observed").isNull();
        });

        JsonNode told = publicCase();
        assertThat(told.path("status").asText()).isEqualTo("restored");
        assertThat(told.path("observed").path("outcome").asText()).isEqualTo("withheld");
        assertThat(told.path("observed").path("scope"))
                .extracting(JsonNode::asText)
                .containsExactly("TR");
        JsonNode line = told.path("timeline").path(told.path("timeline").size() - 1);
        assertThat(line.path("type").asText()).isEqualTo("observation");
        assertThat(line.path("outcome").asText()).isEqualTo("withheld");
        assertThat(line.path("scope")).extracting(JsonNode::asText).containsExactly("TR");
        assertThat(line.path("vantages")).extracting(JsonNode::asText).containsExactly(TURKEY);
        assertThat(rows.count("SELECT count(*) FROM confirmed_outcome WHERE from_outcome IS NOT NULL"))
                .as("told once")
                .isEqualTo(1);
        assertThat(concluded(GERMANY)).isEqualTo("available");
        assertThat(get("/api/v1/platforms/geo-test/watching").path("alerts")).isEmpty();
    }

    private void start() throws IOException {
        port = freePort();
        ProcessBuilder builder = new ProcessBuilder(Packaged.small("serve"))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("node.log").toFile());
        Map<String, String> environment = builder.environment();
        environment.put("LACUNA_DATA", folder.resolve("node").toString());
        environment.put("LACUNA_CRAWLERS_DIRECTORY", folder.resolve("crawlers").toString());
        environment.put("LACUNA_ROLES", "crawler,scheduler,public");
        environment.put("QUARKUS_HTTP_PORT", String.valueOf(port));
        environment.put("QUARKUS_DATASOURCE_JDBC_URL", postgres.jdbcUrl());
        environment.put("QUARKUS_DATASOURCE_USERNAME", postgres.username());
        environment.put("QUARKUS_DATASOURCE_PASSWORD", postgres.password());
        environment.put(
                "LACUNA_FETCH_TRUSTED_ADDRESSES",
                HOST + ":" + origin.getAddress().getPort());
        environment.put("LACUNA_FETCH_CONTACT", "https://contact.example/");
        environment.put("LACUNA_FETCH_DELAY", "0s");
        environment.put("LACUNA_CRAWL_DISPATCH_EVERY", "1s");
        environment.put("LACUNA_CRAWL_VANTAGES_TR_ROUTE", "http-proxy");
        environment.put("LACUNA_CRAWL_VANTAGES_TR_COUNTRY", "TR");
        environment.put("LACUNA_CRAWL_VANTAGES_TR_PROXY", proxies.get(0).address());
        environment.put("LACUNA_CRAWL_VANTAGES_DE_ROUTE", "socks");
        environment.put("LACUNA_CRAWL_VANTAGES_DE_COUNTRY", "DE");
        environment.put("LACUNA_CRAWL_VANTAGES_DE_PROXY", proxies.get(1).address());
        environment.put("LACUNA_CRAWL_JUDGEMENT_GOING_LOOKS", "2");
        environment.put("LACUNA_CRAWL_JUDGEMENT_GOING_SPAN", "0s");
        environment.put("LACUNA_CRAWL_JUDGEMENT_BACK_LOOKS", "1");
        environment.put("LACUNA_CRAWL_JUDGEMENT_BACK_SPAN", "0s");
        node = builder.start();
    }

    /** Nothing else is due: the platforms of the watch list are not of this machine. */
    private void watch() throws Exception {
        until(() -> rows.count("SELECT count(*) FROM watch WHERE platform = 'geo-test' AND kind = 'control'") == 2
                && publicCase().path("status").asText().equals("restored"));
        rows.change("UPDATE lane SET due = 'infinity' WHERE host <> '" + HOST + "'");
        for (String vantage : List.of(TURKEY, GERMANY)) {
            rows.change("INSERT INTO watch (platform, subject, url, kind, case_slug, vantage, host, added, due)"
                    + " VALUES ('geo-test', '" + page("profile") + "', '" + page("profile") + "', 'watch', '" + CASE
                    + "', '" + vantage + "', '" + HOST + "', now(), now())");
        }
        due();
    }

    private void due() throws SQLException {
        rows.change("UPDATE watch SET due = now() WHERE platform = 'geo-test'");
        rows.change("UPDATE lane SET due = now() WHERE host = '" + HOST + "' AND leased_by IS NULL");
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String from = exchange.getRemoteAddress().getAddress().getHostAddress();
        visitors.add(from);
        boolean gone = path.equals("/robots.txt") || from.equals(FROM_TURKEY) && blocked.contains(path);
        byte[] body = (gone ? "<p>unavailable</p>" : "<p class=alive>here</p>").getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "text/html");
        exchange.sendResponseHeaders(gone ? 404 : 200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private String page(String name) {
        return "http://" + HOST + ":" + origin.getAddress().getPort() + "/" + name;
    }

    private String concluded(String vantage) throws SQLException {
        return rows.text("SELECT to_outcome FROM confirmed_change WHERE platform = 'geo-test' AND vantage = '" + vantage
                + "' ORDER BY id DESC LIMIT 1");
    }

    private String lastSeen(String name, String vantage) throws SQLException {
        return rows.text("SELECT outcome FROM observation WHERE subject = '" + page(name) + "' AND vantage = '"
                + vantage + "' ORDER BY id DESC LIMIT 1");
    }

    /** Looks from Turkey that found no profile, beside a control in this state. */
    private long losses(String control) throws SQLException {
        return rows.count("SELECT count(*) FROM observation WHERE subject = '" + page("profile") + "' AND vantage = '"
                + TURKEY + "' AND outcome = 'not-found' AND control = '" + control + "'");
    }

    private JsonNode publicCase() throws IOException, InterruptedException {
        return get("/api/v1/cases/" + CASE);
    }

    private JsonNode get(String path) throws IOException, InterruptedException {
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        return new ObjectMapper().readTree(answer.body());
    }

    private static void until(Callable<Boolean> holds) {
        Awaitility.await()
                .atMost(Duration.ofMinutes(5))
                .pollInterval(Duration.ofMillis(500))
                .ignoreExceptionsInstanceOf(IOException.class)
                .until(holds);
    }

    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        }
    }
}
